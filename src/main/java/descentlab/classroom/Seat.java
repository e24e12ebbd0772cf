package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A student's place in a room. Only {@link Rooms} gives it out, to whom it belongs to. */
public final class Seat {

    private static final int MOST_PAGES = 6;

    private final Room room;
    private final ParticipantId id;
    private final Doorkeeper doorkeeper;
    private final Lines lines;
    private final RoomRuns runs;
    private final InstantSource clock;

    Seat(Room room, ParticipantId id, Doorkeeper doorkeeper, Lines lines, RoomRuns runs, InstantSource clock) {
        this.room = room;
        this.id = id;
        this.doorkeeper = doorkeeper;
        this.lines = lines;
        this.runs = runs;
        this.clock = clock;
    }

    public Room room() {
        return room;
    }

    public ParticipantId id() {
        return id;
    }

    /** Who sits here, unless they have left; also one who was sent out. */
    public Optional<Participant> participant() {
        return Optional.ofNullable(room.kept().participants().get(id));
    }

    /**
     * Votes on the current question, in place of an earlier vote of this round.
     *
     * @param poll number of the question that was answered
     * @param round that was voted in
     * @param answer as {@link Vote#read} reads it
     * @param sure how sure they are, if they say so
     * @return completes once the vote is kept
     * @throws ClassroomException if that cannot be voted, now or at all
     */
    public CompletableFuture<Void> vote(int poll, int round, String answer, Optional<Sureness> sure) {
        return say(new Command.Cast(id, poll, round, answer, sure.orElse(null)));
    }

    /** As {@link #vote(int, int, String, Optional)}, without how sure they are. */
    public CompletableFuture<Void> vote(int poll, int round, String answer) {
        return vote(poll, round, answer, Optional.empty());
    }

    private CompletableFuture<Void> say(Command command) {
        doorkeeper.letAct(id);
        return lines.send(room, command).done().thenAccept(kept -> {});
    }

    /**
     * Asks the teacher something; nobody sees who did.
     *
     * @return completes once it is kept
     * @throws ClassroomException if it is no question, or there are too many
     */
    public CompletableFuture<Void> enquire(String text) {
        return say(new Command.Enquire(id, text, clock.instant()));
    }

    /** Would like to know too what somebody asked, or not any more. */
    public CompletableFuture<Void> support(int enquiry, boolean on) {
        return say(new Command.Support(id, enquiry, on));
    }

    /** Says that they cannot follow. */
    public CompletableFuture<Void> lose() {
        return say(new Command.Lose(id, clock.instant()));
    }

    /**
     * The address of the run from which all begin to try something.
     *
     * @throws ClassroomException if it cannot be computed just now
     */
    public String commonRun(TryTask task) {
        return runs.common(room.code(), task.experiment());
    }

    /**
     * Hands in what was tried, in place of what was before: what the task allows, or anything while all explore.
     *
     * @return completes once it is kept; its way is computed meanwhile
     * @throws ClassroomException if nothing is to be tried, or this is not what is asked
     */
    public CompletableFuture<Void> handIn(SurfaceExperiment tried) {
        doorkeeper.letAct(id);
        Command.HandIn command = new Command.HandIn(id, tried);
        lines.consider(room, command);
        var way = runs.way(id, tried); // a server that is too busy for it keeps nothing of it
        CompletableFuture<Kept> handedIn = lines.send(room, command).done();
        handedIn.thenAcceptBoth(way, (kept, known) -> room.way(id, tried, known));
        return handedIn.thenAccept(kept -> {});
    }

    /**
     * Leaves, and deletes nickname, votes and what was tried.
     *
     * @throws ClassroomException if they could not be deleted
     */
    public void leave() {
        lines.send(room, new Command.Leave(id)).await();
    }

    /**
     * Notes that they are with the class on another page.
     *
     * @return how to take that back; it can be called twice
     */
    public Runnable attend() {
        boolean taken = room.connect(id, MOST_PAGES);
        AtomicBoolean over = new AtomicBoolean(!taken);
        return () -> {
            if (over.compareAndSet(false, true)) {
                room.disconnect(id);
            }
        };
    }

    /** Has the room's run computed again if no server has it any more. */
    public void renew() {
        doorkeeper.letAct(id);
        lines.send(room, new Command.Renew()); // it is seen when it comes
    }
}
