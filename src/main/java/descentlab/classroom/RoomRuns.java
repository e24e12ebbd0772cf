package descentlab.classroom;

import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.Run;
import descentlab.run.RunId;
import descentlab.run.RunService;
import descentlab.run.RunService.Way;
import descentlab.run.TooBusyException;
import descentlab.training.Outcome;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Has computed what a room shows: one run for all. */
final class RoomRuns {

    /** Points of a way in the picture of everyone's. */
    private static final int POINTS = 120;

    private final RunService runs;
    private final InstantSource clock;

    RoomRuns(RunService runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** What a new room opens on. */
    Scene first(RoomCode code) {
        return scene(code, new Led.Surface(SurfaceExperiment.initial()), false, 0);
    }

    /** A first scene, at rest. Its revision is later than any that a room had before a restart. */
    Scene scene(RoomCode code, Led led, boolean hidden, int step) {
        return new Scene(
                clock.millis(),
                led,
                run(code, led, hidden),
                field(led),
                step,
                false,
                1,
                clock.instant(),
                Optional.empty(),
                false);
    }

    /** Shows an experiment in place of another. */
    Scene show(RoomCode code, Scene before, Led led, boolean hidden) {
        return before.showing(led, run(code, led, hidden), field(led));
    }

    /** Has an experiment computed, and says how a scene shows it. */
    UnaryOperator<Scene> shown(RoomCode code, Led led, boolean hidden) {
        String run = run(code, led, hidden);
        return scene -> scene.showing(led, run, field(led));
    }

    /** The same scene with a run that is there: a run that nobody read for long is forgotten. */
    Scene renewed(RoomCode code, Scene scene, boolean hidden) {
        boolean there = RunId.of(scene.run().substring(scene.run().lastIndexOf('/') + 1))
                .flatMap(runs::find)
                .isPresent();
        return there ? scene : show(code, scene, scene.led(), hidden);
    }

    private String run(RoomCode code, Led led, boolean hidden) {
        try {
            Run run = switch (led) {
                // Before its truth may be seen, a race is its start and nothing more.
                case Led.Surface(SurfaceExperiment experiment) ->
                    started(code, hidden ? experiment.withSteps(0) : experiment);
                case Led.Training(var experiment) -> runs.find(owner(code), experiment.query())
                        .orElseGet(() -> runs.start(owner(code), experiment));
            };
            return run.id().streamUrl();
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
    }

    private Run started(RoomCode code, SurfaceExperiment experiment) {
        return runs.find(owner(code), experiment.query()).orElseGet(() -> runs.start(owner(code), experiment));
    }

    private static String field(Led led) {
        return led instanceof Led.Surface(SurfaceExperiment experiment) ? experiment.surfaceQuery() : "";
    }

    /** A room's runs take turns among themselves. */
    private static Requester owner(RoomCode code) {
        return Requester.named("room " + code);
    }

    /** What a question's race really does. */
    CompletableFuture<Truth> truth(RoomCode code, Poll poll) {
        try {
            return runs.ways(owner(code), poll.experiment(), 2)
                    .thenApply(ways -> Truth.of(poll.question(), poll.experiment().start(), ways));
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
    }

    /** Computes where what somebody tried leads. */
    CompletableFuture<Way> way(ParticipantId participant, SurfaceExperiment experiment) {
        try {
            return runs.ways(Requester.named("seat " + participant.value()), experiment, POINTS).thenApply(RoomRuns::best);
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
    }

    private static Way best(List<Way> ways) {
        return ways.stream()
                .filter(way -> !(way.outcome() instanceof Outcome.Diverged) && Double.isFinite(way.f()))
                .min(Comparator.comparingDouble(Way::f))
                .orElse(ways.getFirst());
    }
}
