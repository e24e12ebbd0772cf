package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.experiment.TrainingExperiment;
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
    private final Staging staging;
    private final InstantSource clock;

    Steward(Scribe scribe, RoomRuns runs, Doorkeeper doorkeeper, InstantSource clock) {
        this.scribe = scribe;
        this.runs = runs;
        this.doorkeeper = doorkeeper;
        this.staging = new Staging(runs, clock);
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
            Staging.check(room, kept, command);
            return new Change.Next(command.of(kept), UnaryOperator.identity());
        });
    }

    private Scribe.Waiting<Kept> keep(Room room, Command.Keeping command, UUID id) {
        room.use();
        if (command instanceof Command.Join join) {
            doorkeeper.letIn(room, join.learner(), join.client());
        }
        return scribe.keep(room, command, id, kept -> {
            Staging.check(room, kept, command);
            return new Change.Next(command.of(kept), staging.shown(room, command, kept));
        });
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
            case Command.Time time -> write(room, shown -> staging.staged(room, time).apply(shown));
            case Command.Visit visit -> write(room, shown -> staging.staged(room, visit).apply(shown));
            case Command.Lobby lobby -> room.show(Topic.CLASS, staging.staged(room, lobby));
            case Command.Beside beside -> room.show(Topic.CLASS, staging.staged(room, beside));
            case Command.Quote(int enquiry) -> show(room, Topic.CLASS, shown -> shown.wall(shown.wall().enquiry(quoted(room, enquiry))));
            case Command.Draw(boolean on) -> room.show(Topic.CLASS, shown -> shown.drawn(on));
            case Command.Follow(boolean on) -> write(room, shown -> shown.following(on));
            case Command.Name(boolean on) -> write(room, shown -> shown.named(on));
            case Command.Lead lead -> {
                boolean moved = room.scene().led() instanceof SpectrumExperiment && lead.led() instanceof SpectrumExperiment;
                show(room, moved ? Topic.SCENE : Topic.BOARD, shown -> staging.staged(room, lead).apply(shown));
                scribe.follow(room);
            }
            case Command.Homotopy(double away, String hand) -> show(room, Topic.SCENE, shown ->
                shown.scene().led() instanceof SpectrumExperiment ? shown.with(shown.scene().away(away, hand)) : shown);
            case Command.Back back -> write(room, shown -> back(room, shown));
            case Command.Present(ParticipantId participant) -> write(room, shown -> present(room, shown, participant));
            case Command.Hold(String run, Scene.Progress progress) -> train(room, run, scene -> runs.held(scene, progress));
            case Command.Again(String run) -> train(room, run, scene -> runs.again(room.code(), scene));
            case Command.Aim(String hand, Point at) when at == null -> mark(room, ink -> ink.aimed(hand, Optional.empty()));
            case Command.Aim(String hand, Point at) -> mark(onPlotOrChart(room), ink -> ink.aimed(hand, Optional.of(at)));
            case Command.Pen(String stroke, int from, List<Double> places) ->
                mark(onPlotOrChart(room), ink -> ink.drawn(stroke, from, places));
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
        throw new ClassroomException("Parts of the plane are those of a race's plot; " + Lectern.shown(room.scene().led()) + " is shown.");
    }

    private static Room onPlotOrChart(Room room) {
        if (!room.scene().plot().isEmpty()) {
            return room;
        }
        throw new ClassroomException("Pointer and pen are for the plot of a race and the chart of a training; "
                + Lectern.shown(room.scene().led()) + " is shown.");
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
