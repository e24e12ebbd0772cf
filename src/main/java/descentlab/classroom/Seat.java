package descentlab.classroom;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService.Way;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A student's place in a room. Only {@link Rooms} gives it out, to whom it belongs to. */
public final class Seat {

    private final Room room;
    private final ParticipantId id;
    private final Doorkeeper doorkeeper;
    private final Scribe scribe;
    private final RoomRuns runs;

    Seat(Room room, ParticipantId id, Doorkeeper doorkeeper, Scribe scribe, RoomRuns runs) {
        this.room = room;
        this.id = id;
        this.doorkeeper = doorkeeper;
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
        Change change = seated(kept -> {
            Poll asked = kept.poll()
                    .filter(current -> current.number() == poll)
                    .orElseThrow(() -> new ClassroomException("That question is over."));
            if (asked.stage() != Poll.Stage.OPEN || asked.round() != round) {
                throw new ClassroomException("The vote is closed.");
            }
            return kept.with(asked.voted(id, Vote.read(asked.question(), asked.experiment(), answer)));
        });
        return scribe.keep(room, Topic.CLASS, change).done().thenAccept(kept -> {});
    }

    /**
     * Hands in what was tried, in place of what was before: what the task allows, or anything while all explore.
     *
     * @return completes once it is kept; its way is computed meanwhile
     * @throws ClassroomException if nothing is to be tried, or this is not what is asked
     */
    public CompletableFuture<Void> handIn(SurfaceExperiment tried) {
        spend();
        Change change = seated(kept -> {
            if (kept.task().isPresent()) {
                kept.task().get().check(tried);
            } else if (room.following) {
                throw new ClassroomException("Nothing is to be tried just now.");
            }
            if (tried.steps() > TryTask.MOST_STEPS || tried.runs().isEmpty() || !EncodedQuery.fits(tried.query())) {
                throw new ClassroomException("This cannot be shared; allowed: a race of 1 to " + SurfaceExperiment.MOST_RUNS
                        + " optimizers and at most " + TryTask.MOST_STEPS + " steps.");
            }
            tried.undefined().ifPresent(problem -> {
                throw new ClassroomException(problem.sentence());
            });
            return kept.tried(id, tried);
        });
        room.consider(change);
        CompletableFuture<Way> way = runs.way(id, tried); // a server that is too busy for it keeps nothing of it
        CompletableFuture<Kept> handedIn = scribe.keep(room, Topic.CLASS, change).done();
        handedIn.thenAcceptBoth(way, (kept, known) -> room.way(id, tried, known));
        return handedIn.thenAccept(kept -> {});
    }

    /**
     * Leaves, and deletes nickname, votes and what was tried.
     *
     * @throws ClassroomException if they could not be deleted
     */
    public void leave() {
        scribe.keep(room, Topic.BOARD, kept -> new Change.Next(
                        kept.without(id), () -> room.scene = room.scene.again()))
                .await();
    }

    /** Has the room's run computed again if the server no longer has it. */
    public void renew() {
        spend();
        Lectern.renew(room, runs);
    }

    private void spend() {
        room.use();
        doorkeeper.letAct(id);
    }

    private Change seated(UnaryOperator<Kept> change) {
        return Change.of(kept -> {
            kept.checkSeated(id);
            return change.apply(kept);
        });
    }
}
