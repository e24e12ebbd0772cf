package descentlab.classroom;

import descentlab.classroom.RoomStore.TriedRow;
import descentlab.classroom.RoomStore.VoteRow;
import descentlab.experiment.SurfaceExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A student's place in a room. Only {@link Rooms} gives it out, to whom it belongs to. */
public final class Seat {

    private final Room room;
    private final ParticipantId id;
    private final RoomStore store;
    private final Scribe scribe;
    private final RoomRuns runs;

    Seat(Room room, ParticipantId id, RoomStore store, Scribe scribe, RoomRuns runs) {
        this.room = room;
        this.id = id;
        this.store = store;
        this.scribe = scribe;
        this.runs = runs;
    }

    public Room room() {
        return room;
    }

    public ParticipantId id() {
        return id;
    }

    /** Who sits here, unless they have left; also one who was sent out. */
    public Optional<Participant> participant() {
        return room.board().participants().stream()
                .filter(participant -> participant.id().equals(id))
                .findFirst();
    }

    /**
     * Votes on the current question, in place of an earlier vote of this round.
     *
     * @param poll number of the question that was answered
     * @param round that was voted in
     * @param answer as {@link Vote#read} reads it
     * @return completes once the vote is kept
     * @throws ClassroomException if that cannot be voted, now or at all
     */
    public CompletableFuture<Void> vote(int poll, int round, String answer) {
        spend();
        return room.change(Topic.CLASS, () -> {
            check();
            Poll asked = room.poll()
                    .filter(current -> current.number() == poll)
                    .orElseThrow(() -> new ClassroomException("That question is over."));
            if (asked.stage() != Poll.Stage.OPEN || asked.round() != round) {
                throw new ClassroomException("The vote is closed.");
            }
            Vote vote = Vote.read(asked.question(), asked.experiment(), answer);
            List<Map<ParticipantId, Vote>> rounds = new ArrayList<>(asked.rounds());
            Map<ParticipantId, Vote> votes = new HashMap<>(rounds.removeLast());
            votes.put(id, vote);
            rounds.add(votes);
            room.polls.set(room.polls.size() - 1, asked.withRounds(rounds));
            return scribe.note(() -> store.save(room.code(), new VoteRow(poll, round, id, vote.write())));
        });
    }

    /**
     * Hands in what was tried, in place of what was before: what the task allows, or anything while all explore.
     *
     * @return completes once its way is known
     * @throws ClassroomException if nothing is to be tried, or this is not what is asked
     */
    public CompletableFuture<Void> handIn(SurfaceExperiment tried) {
        spend();
        room.change(Topic.CLASS, () -> {
            check();
            if (room.task.isPresent()) {
                room.task.get().check(tried);
            } else if (room.following) {
                throw new ClassroomException("Nothing is to be tried just now.");
            }
            if (tried.steps() > TryTask.MOST_STEPS || tried.runs().isEmpty() || tried.query().length() > Links.LONGEST) {
                throw new ClassroomException("This cannot be shared; allowed: a race of 1 to " + SurfaceExperiment.MOST_RUNS
                        + " optimizers and at most " + TryTask.MOST_STEPS + " steps.");
            }
            room.tries.put(id, new Tried(room.participants.get(id), tried, Optional.empty()));
            scribe.note(() -> store.save(room.code(), new TriedRow(id, tried.query())));
            return null;
        });
        return runs.way(room, id, tried);
    }

    /** Leaves, and deletes nickname, votes and what was tried. */
    public void leave() {
        room.change(Topic.BOARD, () -> {
            room.participants.remove(id);
            room.tries.remove(id);
            room.scene = room.scene.again();
            room.polls.replaceAll(poll -> poll.withRounds(poll.rounds().stream().map(this::without).toList()));
            return null;
        });
        Scribe.await(scribe.note(() -> store.delete(id)));
    }

    private Map<ParticipantId, Vote> without(Map<ParticipantId, Vote> votes) {
        Map<ParticipantId, Vote> others = new HashMap<>(votes);
        others.remove(id);
        return others;
    }

    /** Has the room's run computed again if the server no longer has it. */
    public void renew() {
        spend();
        Lectern.renew(room, runs);
    }

    private void spend() {
        room.use();
        if (!room.allows(id)) {
            throw new ClassroomException("That was too fast. Wait a moment.");
        }
    }

    private void check() {
        if (room.closed.isPresent()) {
            throw new ClassroomException("This room is closed.");
        }
        Participant participant = room.participants.get(id);
        if (participant == null || participant.removed()) {
            throw new ClassroomException("You are not in this room any more.");
        }
    }
}
