package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import descentlab.client.Share;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps those out who would fill rooms, or guess their codes. A class behind one address mistypes a lot and comes all at
 * once; one who makes learners by program gets no more seats of a room than are left to others.
 */
final class Doorkeeper {

    /** A program that tries codes would be busy with it for longer than rooms exist. */
    private static final Allowance CODES = new Allowance("wrong room codes", 60, 1);

    /** The largest lecture halls come all at once, and from one address. */
    private static final Allowance JOINS = new Allowance("seats taken anew", 600, 1);

    /** Each room opened is written down, and kept for a month. */
    private static final Allowance ROOMS = new Allowance("rooms opened", 40, 1 / 60.0);

    /** In bursts as a hand works, not at a program's pace. */
    private static final Allowance PACE = new Allowance("done in a room", 40, 10);

    private static final Share SEATS =
            new Share("seats of a room", Rooms.MOST_PARTICIPANTS, Rooms.MOST_PARTICIPANTS / 2, 4);

    private static final int REMEMBERED = 50_000;

    private record Joined(RoomCode room, LearnerId learner) {}

    private final Counters counters;

    /** Where those came from who joined since the start; who is forgotten counts as everybody's and nobody's. */
    private final Map<Joined, Client> from = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Joined, Client> eldest) {
            return size() > REMEMBERED;
        }
    };

    Doorkeeper(Counters counters) {
        this.counters = counters;
    }

    /** @throws ClassroomException if too many wrong codes came from there */
    void letTry(Client client) {
        counters.awaited(CODES, client.value()).ifPresent(wait -> {
            Refusal.ROOM_CODE.count();
            throw new ClassroomException("Too many wrong codes came from your address, " + client + ": more than "
                    + CODES.atOnce() + " in a row. Wait " + words(wait) + ", then type it once more.");
        });
    }

    void wrongCode(Client client) {
        counters.take(CODES, client);
    }

    /** @throws ClassroomException if the teacher opens rooms faster than anybody can lead them */
    void letOpen(TeacherId teacher) {
        counters.take(ROOMS, teacher.value().toString()).ifPresent(wait -> {
            Refusal.ROOM.count();
            throw new ClassroomException("You have opened " + ROOMS.atOnce() + " rooms in a row. Wait " + words(wait)
                    + ", or use one that is open.");
        });
    }

    /**
     * Lets somebody in who takes a seat anew; who has one comes back to it.
     *
     * @throws ClassroomException if there is none left for whoever comes from there
     */
    synchronized void letIn(Room room, LearnerId learner, Client client) {
        List<Participant> seated = room.board().participants().stream()
                .filter(participant -> !participant.removed())
                .toList();
        if (seated.stream().anyMatch(participant -> participant.learner().equals(learner))) {
            return;
        }
        int mine = (int) seated.stream()
                .filter(participant -> client.equals(from.get(new Joined(room.code(), participant.learner()))))
                .count();
        if (!SEATS.allows(mine, seated.size())) {
            Refusal.ROOM_SEAT.count();
            throw new ClassroomException("This room is full for you: " + seated.size() + " have joined, " + mine
                    + " of them from your address, " + client + ". It takes " + SEATS.all()
                    + ", and from one address no more than " + SEATS.mostOfOne() + " or than are still free.");
        }
        counters.take(JOINS, client + " " + room.code()).ifPresent(wait -> {
            Refusal.ROOM_SEAT.count();
            throw new ClassroomException("More than " + JOINS.atOnce() + " have joined from your address, " + client
                    + ", in a short time. Wait " + words(wait) + ", then try again.");
        });
        note(room.code(), learner, client);
    }

    /** Notes where somebody came from who has taken a seat. */
    synchronized void note(RoomCode room, LearnerId learner, Client client) {
        from.put(new Joined(room, learner), client);
    }

    /** @throws ClassroomException if somebody does more in a room than by hand */
    void letAct(ParticipantId participant) {
        counters.take(PACE, participant.value().toString()).ifPresent(wait -> {
            Refusal.ROOM_PACE.count();
            throw new ClassroomException("That was too fast: more than " + PACE.atOnce() + " things at once, or "
                    + (int) PACE.perSecond() + " a second. Wait a moment.");
        });
    }

    private static String words(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
