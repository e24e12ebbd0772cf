package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.experiment.TrainingExperiment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Does what is to be done in the rooms that this server leads. */
final class Steward {

    private final Scribe scribe;
    private final RoomRuns runs;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    Steward(Scribe scribe, RoomRuns runs, Doorkeeper doorkeeper, InstantSource clock) {
        this.scribe = scribe;
        this.runs = runs;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    /**
     * Does something in a room.
     *
     * @param id by which it is known that it was done already; null if nobody will ask again
     * @return completes once it is seen, and on disk if it is to be kept; waits to be called off until that begins
     * @throws ClassroomException if it cannot be done as the room is now
     */
    Scribe.Waiting<Kept> act(Room room, Command command, UUID id) {
        return switch (command) {
            case Command.Keeping keeping -> keep(room, keeping, id);
            case Command.Showing showing -> {
                show(room, showing);
                yield Scribe.Waiting.over(room.kept());
            }
        };
    }

    /**
     * What would become of what is kept, as far as is known here.
     *
     * @throws ClassroomException if it could not be done
     */
    void consider(Room room, Command.Keeping command) {
        room.consider(kept -> {
            check(room, kept, command);
            return new Change.Next(command.of(kept), UnaryOperator.identity());
        });
    }

    private Scribe.Waiting<Kept> keep(Room room, Command.Keeping command, UUID id) {
        room.use();
        if (command instanceof Command.Join join) {
            doorkeeper.letIn(room, join.learner(), join.client());
        }
        return scribe.keep(room, command, id, kept -> {
            check(room, kept, command);
            return new Change.Next(command.of(kept), shown(room, command, kept));
        });
    }

    /** What of a command depends on what is shown, and not on what is kept. */
    private static void check(Room room, Kept kept, Command.Keeping command) {
        if (command instanceof Command.HandIn && kept.task().isEmpty() && room.shown().following()) {
            kept.checkOpen();
            throw new ClassroomException("Nothing is to be tried just now.");
        }
        if (command instanceof Command.Ask ask && !ask.experiment().equals(room.scene().led())) {
            kept.checkOpen();
            throw new ClassroomException("Another experiment is shown by now. Ask again.");
        }
        if (command instanceof Command.TryOut && !(room.scene().led() instanceof SurfaceExperiment)) {
            kept.checkOpen();
            throw new ClassroomException("Trying needs a race on a surface; " + Lectern.shown(room.scene().led()) + " is shown.");
        }
    }

    /** What becomes of what is shown, by what is kept. */
    private UnaryOperator<Shown> shown(Room room, Command.Keeping command, Kept before) {
        return switch (command) {
            case Command.Ask ask -> {
                if (!(ask.question() instanceof Question.OfRace)) {
                    // What is shown stays as it is, but for the wall, whose room the question has.
                    yield shown -> shown.following(true).lobby(false).wall(shown.wall().beside(false));
                }
                UnaryOperator<Scene> hidden = runs.shown(room.code(), ask.experiment(), true);
                yield shown -> shown.following(true)
                        .lobby(false)
                        .with(hidden.apply(shown.scene()).at(0, false, clock.instant()));
            }
            case Command.Run run -> played(room);
            case Command.Reveal reveal ->
                before.asked().number() == reveal.poll() && before.asked().hidesRun()
                        ? played(room)
                        : UnaryOperator.identity();
            case Command.PutAway away -> before.asked().isOfRace() ? seen(room) : UnaryOperator.identity();
            case Command.TryOut task -> {
                // The wall shows where all start and their ways, not the teacher's.
                UnaryOperator<Scene> hidden = runs.shown(room.code(), room.scene().led(), true);
                yield shown -> shown.lobby(false).drawn(true).with(hidden.apply(shown.scene()));
            }
            case Command.EndTry end -> seen(room);
            // The scene once more, so that their stream sees that they are out.
            case Command.Admit admit -> again();
            case Command.TakeName name -> again();
            case Command.Leave leave -> again();
            case Command.Lock lock -> UnaryOperator.identity();
            case Command.Prepare prepare -> UnaryOperator.identity();
            case Command.Turn turn -> UnaryOperator.identity();
            case Command.CloseVotes close -> UnaryOperator.identity();
            case Command.ShowVotes show -> UnaryOperator.identity();
            case Command.VoteAgain vote -> UnaryOperator.identity();
            case Command.ForgetTries forget -> UnaryOperator.identity();
            case Command.Join join -> UnaryOperator.identity();
            case Command.Cast vote -> UnaryOperator.identity();
            case Command.Strike strike -> UnaryOperator.identity();
            case Command.Note note -> UnaryOperator.identity();
            case Command.Settle(int enquiry, Enquiry.State state) when state != Enquiry.State.OPEN ->
                shown -> shown.wall().enquiry() == enquiry ? shown.wall(shown.wall().enquiry(0)) : shown;
            case Command.Voice voice -> UnaryOperator.identity();
            case Command.Lose lose -> UnaryOperator.identity();
            case Command.HandIn tried -> UnaryOperator.identity();
            case Command.Close close -> UnaryOperator.identity();
        };
    }

    private static UnaryOperator<Shown> again() {
        return shown -> shown.with(shown.scene().again());
    }

    /** What is led, for all to see. */
    private UnaryOperator<Shown> seen(Room room) {
        UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene().led(), false);
        return shown -> shown.with(seen.apply(shown.scene()));
    }

    /** What is led, played from its start. */
    private UnaryOperator<Shown> played(Room room) {
        UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene().led(), false);
        return shown -> shown.with(seen.apply(shown.scene()).at(0, true, clock.instant()));
    }

    /** Seen before it is on disk: a slider's every stop need not be there, and the next one follows. */
    private void show(Room room, Command.Showing command) {
        if (command instanceof Command.Renew) {
            room.show(Topic.SCENE, shown -> shown.with(runs.renewed(room.code(), shown.scene(), room.hidesRun())));
            return;
        }
        if (!(command instanceof Command.Aim || command instanceof Command.Pen || command instanceof Command.Wipe || command instanceof Command.Look)) {
            room.use(); // which is written too, and ink is not
        }
        switch (command) {
            case Command.Play(Scene.Playback playback) ->
                show(room, Topic.SCENE, shown -> shown.with(shown.scene().at(playback, clock.instant())));
            case Command.Freeze(boolean on) ->
                show(room, Topic.BOARD, shown -> shown.with(shown.scene().frozen(on)));
            case Command.Dress(Scene.Scheme scheme) ->
                show(room, Topic.BOARD, shown -> shown.with(shown.scene().in(scheme)));
            case Command.Time(Duration time, String label) -> write(room, shown -> shown.countdown(time.isZero()
                    ? Optional.empty()
                    : Optional.of(new Countdown(clock.instant().plus(time), label))));
            case Command.Visit(String path) -> write(room, shown -> shown.visit(Optional.ofNullable(path)));
            case Command.Lobby(boolean on) -> room.show(Topic.CLASS, shown -> shown.lobby(on));
            case Command.Beside(boolean on) -> room.show(Topic.CLASS, shown -> shown.wall(shown.wall().beside(on)));
            case Command.Quote(int enquiry) -> show(room, Topic.CLASS, shown -> shown.wall(shown.wall().enquiry(quoted(room, enquiry))));
            case Command.Draw(boolean on) -> room.show(Topic.CLASS, shown -> shown.drawn(on));
            case Command.Follow(boolean on) -> write(room, shown -> shown.following(on));
            case Command.Name(boolean on) -> write(room, shown -> shown.named(on));
            case Command.Lead lead -> {
                boolean moved = room.scene().led() instanceof SpectrumExperiment && lead.led() instanceof SpectrumExperiment;
                show(room, moved ? Topic.SCENE : Topic.BOARD, shown -> lead(room, shown, lead));
                scribe.follow(room);
            }
            case Command.Homotopy(double away, String hand) -> show(room, Topic.SCENE, shown ->
                shown.scene().led() instanceof SpectrumExperiment ? shown.with(shown.scene().away(away, hand)) : shown);
            case Command.Back back -> write(room, shown -> back(room, shown));
            case Command.Present(ParticipantId participant) -> write(room, shown -> present(room, shown, participant));
            case Command.Hold(String run, Scene.Progress progress) -> train(room, run, scene -> runs.held(scene, progress));
            case Command.Again(String run) -> train(room, run, scene -> runs.again(room.code(), scene));
            case Command.Aim(String hand, Point at) when at == null -> mark(room, ink -> ink.aimed(hand, Optional.empty()));
            case Command.Aim(String hand, Point at) -> mark(onPlot(room), ink -> ink.aimed(hand, Optional.of(at)));
            case Command.Pen(String stroke, int from, List<Double> places) ->
                mark(onPlot(room), ink -> ink.drawn(stroke, from, places));
            case Command.Look(String hand, List<Double> view) when view == null -> mark(room, ink -> ink.looked(List.of()));
            case Command.Look(String hand, List<Double> view) -> mark(onPlot(room), ink -> ink.looked(view));
            case Command.Wipe(boolean all) -> mark(room, all ? Ink::wiped : Ink::undone);
            case Command.Renew renew -> {}
        }
    }

    private static int quoted(Room room, int enquiry) {
        boolean there = room.journal().enquiries().stream()
                .anyMatch(one -> one.number() == enquiry && one.state() == Enquiry.State.OPEN);
        if (enquiry != 0 && !there) {
            throw new ClassroomException("That question is not open any more: it was answered, hidden, or taken back.");
        }
        return enquiry;
    }

    /** Does something with a training, unless another run is shown by now. */
    private static void train(Room room, String run, UnaryOperator<Scene> next) {
        show(room, Topic.BOARD, shown -> {
            Scene scene = shown.scene();
            return scene.led() instanceof TrainingExperiment && scene.run().equals(run) ? shown.with(next.apply(scene)) : shown;
        });
    }

    private static void mark(Room room, UnaryOperator<Ink> next) {
        show(room, Topic.SCENE, shown -> shown.ink(next.apply(shown.ink())));
    }

    private static Room onPlot(Room room) {
        if (room.scene().led() instanceof SurfaceExperiment) {
            return room;
        }
        throw new ClassroomException("Pointer and pen are for the plot of a race; " + Lectern.shown(room.scene().led()) + " is shown.");
    }

    private static void show(Room room, Topic topic, UnaryOperator<Shown> next) {
        room.show(topic, shown -> {
            room.kept().checkOpen();
            return next.apply(shown);
        });
    }

    private void write(Room room, UnaryOperator<Shown> next) {
        show(room, Topic.BOARD, next);
        scribe.follow(room);
    }

    private Shown lead(Room room, Shown shown, Command.Lead lead) {
        Experiment led = lead.led();
        Kept kept = room.kept();
        if (kept.questionHidesRun()) {
            throw new ClassroomException("A question is open on this experiment: show its truth, or put it away,"
                    + " before you change the experiment.");
        }
        if (kept.task().isPresent()) {
            throw new ClassroomException("Everyone is trying this race: end that before you change it.");
        }
        Scene seen = runs.show(room.code(), shown.scene(), led, false);
        Scene scene = led instanceof SpectrumExperiment ? seen.by(lead.hand()) : seen;
        boolean staged = lead.atStart() && !shown.scene().led().equals(led);
        Shown next = (staged ? shown.ink(shown.ink().another()) : shown)
                .before(led instanceof SurfaceExperiment ? Optional.empty() : shown.race())
                .with(!lead.atStart() && onSameObjective(shown.scene().led(), led) ? scene : scene.at(0, false, clock.instant()));
        return kept.tries().isEmpty() || onSameSurface(kept, led) ? next : next.putAways(next.putAways() + 1);
    }

    /** Whether it is seen from the same step on; another race is there to be played, and does not tell its end. */
    private static boolean onSameObjective(Experiment before, Experiment led) {
        return !(led instanceof SurfaceExperiment race)
                || before instanceof SurfaceExperiment one
                        && one.objective().name().equals(race.objective().name());
    }

    /** Whether what was tried can be seen over it. */
    private static boolean onSameSurface(Kept kept, Experiment led) {
        return !(led instanceof SurfaceExperiment race)
                || kept.tries().values().stream()
                        .allMatch(tried -> tried.surfaceQuery().equals(race.surfaceQuery()));
    }

    private Shown back(Room room, Shown shown) {
        Experiment led = shown.before().orElseThrow(() -> new ClassroomException("There is nothing to go back to."));
        boolean hidden = room.kept().questionHidesRun() || room.kept().task().isPresent();
        return shown.before(Optional.empty()).with(runs.show(room.code(), shown.scene(), led, hidden));
    }

    private Shown present(Room room, Shown shown, ParticipantId participant) {
        SurfaceExperiment tried = Optional.ofNullable(room.kept().tries().get(participant))
                .filter(any -> shown.putAways() == 0)
                .orElseThrow(() -> new ClassroomException("They have tried nothing yet."));
        if (room.kept().questionHidesRun()) {
            throw new ClassroomException("A question is open: show what happens, or put it away, first.");
        }
        return shown.before(shown.race())
                .following(true)
                .with(runs.show(room.code(), shown.scene(), tried, false)
                        .at(Scene.Playback.FROM_THE_START, clock.instant()));
    }

    /** Notes where everybody's tries led, and what questions' races really did, as far as that is not known. */
    void work(Room room) {
        room.wayless().forEach((id, tried) ->
                runs.way(id, tried).thenAccept(way -> room.way(id, tried, way)));
        room.polls().stream()
                .filter(Poll::lacksTruth)
                .forEach(poll -> truth(room, poll).thenAccept(truth -> room.truth(poll.number(), truth)));
    }

    private CompletableFuture<Truth> truth(Room room, Poll poll) {
        return runs.truth(room.code(), (Question.OfRace) poll.question(), (SurfaceExperiment) poll.experiment());
    }
}
