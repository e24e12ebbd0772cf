package descentlab.classroom;

import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.classroom.Poll.Stage;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The place from which a teacher leads a room. Only {@link Rooms} gives it out, to the room's teacher. */
public final class Lectern {

    private final Room room;
    private final RoomStore store;
    private final Scribe scribe;
    private final RoomRuns runs;
    private final Audit audit;
    private final InstantSource clock;

    Lectern(Room room, RoomStore store, Scribe scribe, RoomRuns runs, Audit audit, InstantSource clock) {
        this.room = room;
        this.store = store;
        this.scribe = scribe;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    public Room room() {
        return room;
    }

    /**
     * Shows all what a lab's link says, whole or from its path on.
     *
     * @throws ClassroomException if it is no link of a lab that can be led, or holds what is not allowed, and as {@link
     *     #lead(Experiment)}
     */
    public void lead(String link) {
        lead(RoomRuns.led(link));
    }

    /**
     * Shows an experiment to all.
     *
     * @throws ClassroomException if it cannot be led, or a question hides the run of the one that is shown
     */
    public void lead(Experiment led) {
        change(() -> {
            Kept kept = room.kept();
            if (kept.questionHidesRun()) {
                throw new ClassroomException("A question is open on this experiment: show its truth, or put it away,"
                        + " before you change the experiment.");
            }
            if (kept.task().isPresent()) {
                throw new ClassroomException("Everyone is trying this race: end that before you change it.");
            }
            Scene shown = runs.show(room.code(), room.scene, led, false);
            if (!onSameSurface(kept, led)) {
                room.putTriesAway();
            }
            room.before = led instanceof SurfaceExperiment ? Optional.empty() : surface();
            room.scene = shown;
        });
    }

    private Optional<Experiment> surface() {
        return room.before.or(() -> Optional.of(room.scene.led()).filter(SurfaceExperiment.class::isInstance));
    }

    /** Whether what was tried can be seen over it. */
    private static boolean onSameSurface(Kept kept, Experiment led) {
        return !(led instanceof SurfaceExperiment race)
                || kept.tries().values().stream()
                        .allMatch(tried -> tried.surfaceQuery().equals(race.surfaceQuery()));
    }

    /** Shows the race again that was led before a training, or before somebody's run, was shown. */
    public void back() {
        change(() -> {
            Experiment led = room.before.orElseThrow(() -> new ClassroomException("There is nothing to go back to."));
            room.before = Optional.empty();
            room.scene = runs.show(room.code(), room.scene, led, room.hidesRun());
        });
    }

    /** Shows all the same place of the race. */
    public void play(Scene.Playback playback) {
        room.use();
        room.change(Topic.SCENE, () -> {
            room.kept().checkOpen();
            room.scene = room.scene.at(playback, clock.instant());
            return null;
        });
    }

    /** Has all follow, or lets them explore freely. */
    public void follow(boolean following) {
        change(() -> room.following = following);
    }

    /** Shows on the projector how to join, or what is led. */
    public void lobby(boolean shown) {
        room.change(Topic.CLASS, () -> room.lobby = shown);
    }

    /** Asks all to look up from their screens, or lets them go on. */
    public void freeze(boolean frozen) {
        room.use();
        room.change(Topic.BOARD, () -> {
            room.kept().checkOpen();
            return room.scene = room.scene.frozen(frozen);
        });
    }

    /** Has the room's run computed again if the server no longer has it. */
    public void renew() {
        renew(room, runs);
    }

    static void renew(Room room, RoomRuns runs) {
        room.change(Topic.SCENE, () -> room.scene = runs.renewed(
                room.code(), room.scene, room.hidesRun()));
    }

    // Questions

    /**
     * Asks a question on the race that is led.
     *
     * @throws ClassroomException if no race is led, the question does not fit it, or another is not put away
     */
    public void ask(Question question) {
        keep(kept -> {
            if (kept.poll().isPresent()) {
                throw new ClassroomException("There is a question already. Put it away first.");
            }
            if (!(room.scene.led() instanceof SurfaceExperiment experiment)) {
                throw new ClassroomException("A question needs a race on a surface; a training is shown.");
            }
            question.check(experiment);
            Poll poll = new Poll(
                    kept.polls().size() + 1, question, experiment, Stage.OPEN, List.of(Map.of()), Optional.empty());
            UnaryOperator<Scene> hidden = runs.shown(room.code(), room.scene.led(), true);
            return new Change.Next(kept.with(poll).trying(Optional.empty()), () -> {
                room.following = true;
                room.lobby = false;
                room.scene = hidden.apply(room.scene)
                        .at(new Scene.Playback(0, false, room.scene.speed(), Optional.empty()), clock.instant());
            });
        });
    }

    /** Takes no more votes. */
    public void closeVotes() {
        keep(poll(poll -> poll.stage() == Stage.OPEN ? poll.at(Stage.CLOSED) : poll));
    }

    /** Shows all what was voted, not yet the truth. */
    public void showVotes() {
        keep(poll(poll -> poll.decided() ? poll : poll.at(Stage.SHOWN)));
    }

    /**
     * Has the class vote once more.
     *
     * @throws ClassroomException if it has voted often enough, or knows the truth
     */
    public void voteAgain() {
        keep(poll(poll -> {
            if (poll.decided()) {
                throw new ClassroomException("The truth is known: there is nothing left to vote on.");
            }
            if (poll.round() == Poll.MOST_ROUNDS) {
                throw new ClassroomException("This was voted on " + Poll.MOST_ROUNDS + " times, the most there may be.");
            }
            List<Map<ParticipantId, Vote>> rounds = new ArrayList<>(poll.rounds());
            rounds.add(Map.of());
            return poll.withRounds(rounds).at(Stage.OPEN);
        }));
    }

    /** Shows all what the race really does, and plays it; who was right is not said yet. */
    public void run() {
        keep(kept -> {
            Poll poll = kept.asked();
            return new Change.Next(kept.with(poll.decided() ? poll : poll.at(Stage.RUN)), played());
        });
    }

    /** What plays the race that is led, from its start. */
    private Runnable played() {
        UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene().led(), false);
        return () -> room.scene = seen.apply(room.scene)
                .at(new Scene.Playback(0, true, room.scene.speed(), Optional.empty()), clock.instant());
    }

    /** Says who was right, of a race that is run first if it was not; completes when all see it, or fails. */
    public CompletableFuture<Void> reveal() {
        Poll asked = room.kept().asked();
        return runs.truth(room.code(), asked)
                .thenCompose(truth -> scribe.keep(room, Topic.BOARD, kept -> {
                            kept.checkOpen();
                            Poll poll = kept.asked();
                            if (poll.number() != asked.number()) {
                                return new Change.Next(kept, () -> {});
                            }
                            return new Change.Next(
                                    kept.with(poll.withTruth(truth).at(Stage.REVEALED)),
                                    poll.hidesRun() ? played() : () -> {});
                        })
                        .done())
                .thenAccept(kept -> {});
    }

    /** Puts the question away; the race is seen again. */
    public void putAway() {
        keep(kept -> {
            UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene.led(), false);
            return new Change.Next(
                    kept.with(kept.asked().at(Stage.OVER)), () -> room.scene = seen.apply(room.scene));
        });
    }

    private static Change poll(UnaryOperator<Poll> next) {
        return Change.of(kept -> kept.with(next.apply(kept.asked())));
    }

    // What everyone tries

    /** Asks everyone to pick a start or a rate; what they tried before is put away. */
    public void tryOut(TryTask task) {
        keep(kept -> {
            if (kept.questionHidesRun()) {
                throw new ClassroomException("A question is open: show its truth, or put it away, first.");
            }
            // The wall shows where all start and their ways, not the teacher's.
            UnaryOperator<Scene> hidden = runs.shown(room.code(), room.scene.led(), true);
            return new Change.Next(kept.trying(Optional.of(task)).withoutTries(), () -> {
                room.lobby = false;
                room.drawn = true;
                room.scene = hidden.apply(room.scene);
            });
        });
    }

    /** Ends what everyone tries; what they tried stays to be seen. */
    public void endTry() {
        keep(kept -> {
            UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene.led(), false);
            return new Change.Next(kept.trying(Optional.empty()), () -> room.scene = seen.apply(room.scene));
        });
    }

    /** Shows what everyone tried with names, or without. */
    public void name(boolean named) {
        change(() -> room.named = named);
    }

    /** Draws the ways of what everyone tried over the race, or not. */
    public void draw(boolean drawn) {
        room.change(Topic.CLASS, () -> room.drawn = drawn);
    }

    /**
     * Shows everyone what somebody tried, without saying whose it is.
     *
     * @throws ClassroomException if they have tried nothing
     */
    public void present(ParticipantId participant) {
        Tried tried = room.board().tries().stream()
                .filter(one -> one.by().id().equals(participant))
                .findFirst()
                .orElseThrow(() -> new ClassroomException("They have tried nothing yet."));
        change(() -> {
            if (room.kept().questionHidesRun()) {
                throw new ClassroomException("A question is open: show what happens, or put it away, first.");
            }
            room.before = surface();
            room.following = true;
            room.scene = runs.show(room.code(), room.scene, tried.experiment(), false);
        });
        play(Scene.Playback.FROM_THE_START);
    }

    // People

    /** Sends somebody out, until they are let in again. */
    public void sendOut(ParticipantId participant) {
        person(participant, person -> person.removed(true));
        note(Deed.STUDENT_SENT_OUT);
    }

    /** Lets somebody in again. */
    public void letIn(ParticipantId participant) {
        person(participant, person -> person.removed(false));
        note(Deed.STUDENT_LET_IN);
    }

    /** Takes somebody's nickname away: they are a guest with a number, until they take another. */
    public void takeName(ParticipantId participant) {
        person(participant, person -> person.named(new Nickname("Guest " + person.number())));
    }

    private void person(ParticipantId id, UnaryOperator<Participant> change) {
        scribe.keep(room, Topic.BOARD, kept -> {
                    Participant person = kept.participants().get(id);
                    if (person == null) {
                        throw new ClassroomException("They have left the room.");
                    }
                    // The scene once more, so that their stream sees that they are out.
                    return new Change.Next(
                            kept.with(change.apply(person)), () -> room.scene = room.scene.again());
                })
                .await();
    }

    // The room

    /** Closes the room: nobody follows or joins any more. */
    public void close() {
        Instant now = clock.instant();
        Kept kept = scribe.keep(room, Topic.BOARD, Change.of(before -> before.closedAt(now))).await();
        if (kept.closed().equals(Optional.of(now))) {
            note(Deed.ROOM_CLOSED);
        }
    }

    /** Closes the room and deletes all that is kept of it. */
    public void delete() {
        close();
        scribe.note(() -> store.delete(room.code())).await();
        note(Deed.ROOM_DELETED);
    }

    /** Notes what its teacher does, or the server if nobody is signed in. */
    void note(Deed deed) {
        audit.note(
                deed,
                SignedIn.teacher().map(Teacher::name).orElse(""),
                Map.of("room", room.code().shown()));
    }

    /** What is seen once it is on disk. */
    private void keep(Change change) {
        room.use();
        scribe.keep(room, Topic.BOARD, kept -> {
                    kept.checkOpen();
                    return change.of(kept);
                })
                .await();
    }

    /** What is seen before it is on disk: a slider's every stop need not be there, and the next one follows. */
    private void change(Runnable change) {
        room.use();
        room.change(Topic.BOARD, () -> {
            room.kept().checkOpen();
            change.run();
            return null;
        });
        scribe.follow(room);
    }
}
