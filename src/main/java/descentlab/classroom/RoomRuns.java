package descentlab.classroom;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Link;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.Run;
import descentlab.run.RunId;
import descentlab.run.RunService;
import descentlab.run.RunService.Way;
import descentlab.run.Steering;
import descentlab.run.TooBusyException;
import descentlab.training.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Has computed what a room shows: one run for all. */
final class RoomRuns {

    /** Points of a way in the picture of everyone's. */
    private static final int POINTS = 120;

    /** Pages of labs whose experiments can be led. */
    private static final List<String> LED =
            List.of(SurfaceExperiment.PAGE, TrainingExperiment.PAGE, SpectrumExperiment.PAGE);

    /** Where the data of a matrix are, which has no run: its query says all. */
    private static final String SPECTRUM = "api/spectrum.json?";

    private final RunService runs;
    RoomRuns(RunService runs) {
        this.runs = runs;
    }

    static boolean isLed(String pasted) {
        Link link = Link.of(pasted);
        return LED.stream().anyMatch(link::leadsTo);
    }

    /**
     * The experiment to be led that a link says.
     *
     * @throws ClassroomException if there is none
     */
    static Experiment led(String pasted) {
        Link link = Link.of(pasted);
        String page = LED.stream().filter(link::leadsTo).findFirst().orElseThrow(RoomRuns::notLed);
        Experiment experiment;
        try {
            experiment = link.in(page).orThrow().opened();
        } catch (ExperimentException refused) {
            throw new ClassroomException(refused.getMessage());
        }
        return experiment;
    }

    private static ClassroomException notLed() {
        return new ClassroomException(
                "That is no link that can be led; allowed: one of the surface, the training or the spectrum lab.");
    }

    /** A scene at rest whose run nobody has asked for yet. */
    static Scene unseen(Experiment led, int step) {
        return new Scene(0, led, "", field(led), step, false, 1, Instant.EPOCH, Optional.empty(), false, "", Scene.Progress.GOES_ON, 0);
    }

    /** Shows an experiment in place of another. */
    Scene show(RoomCode code, Scene before, Experiment led, boolean hidden) {
        leave(code, before, led);
        return before.showing(led, run(code, led, hidden), field(led));
    }

    /**
     * Ends a training in whose place another experiment is led. Of one that was not seen to its end, nothing is taken up again:
     * it would end where it was left.
     */
    void leave(RoomCode code, Scene before, Experiment led) {
        if (!(before.led() instanceof TrainingExperiment training) || training.equals(led)) {
            return;
        }
        runs.find(owner(code), training.query())
                .filter(run -> !run.ended() || before.progress() == Scene.Progress.STOPPED)
                .ifPresent(runs::discard);
        id(before).ifPresent(run -> runs.steer(run, Steering.STOP));
    }

    /** Has the run of a training wait, go on or end, on whichever server it is computed. */
    Scene held(Scene scene, Scene.Progress progress) {
        id(scene).ifPresent(run -> runs.steer(run, switch (progress) {
            case GOES_ON -> Steering.GO_ON;
            case PAUSED -> Steering.PAUSE;
            case STOPPED -> Steering.STOP;
        }));
        return scene.at(progress);
    }

    /** Has a training begin anew. If it cannot be computed now, the run before goes on. */
    Scene again(RoomCode code, Scene scene) {
        Optional<Run> before = runs.find(owner(code), scene.led().query());
        Run next;
        try {
            next = runs.start(owner(code), scene.led());
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
        before.ifPresent(runs::discard);
        id(scene).ifPresent(run -> runs.steer(run, Steering.STOP));
        return scene.showing(scene.led(), next.id().streamUrl(), field(scene.led()));
    }

    private static Optional<RunId> id(Scene scene) {
        return RunId.of(scene.run().substring(scene.run().lastIndexOf('/') + 1));
    }

    /** Has an experiment computed, and says how a scene shows it. */
    UnaryOperator<Scene> shown(RoomCode code, Experiment led, boolean hidden) {
        String run = run(code, led, hidden);
        return scene -> scene.showing(led, run, field(led));
    }

    /** The same scene with a run that is there: a run that nobody read for long, or whose server is gone, is forgotten. */
    Scene renewed(RoomCode code, Scene scene, boolean hidden) {
        boolean isData = scene.run().startsWith(SPECTRUM);
        boolean there = isData || id(scene).filter(runs::isThere).isPresent();
        return there ? scene : show(code, scene, scene.led(), hidden);
    }

    /** The address of a run that is the same for all in a room, and computed once. */
    String common(RoomCode code, SurfaceExperiment experiment) {
        return run(code, experiment, false);
    }

    private String run(RoomCode code, Experiment led, boolean hidden) {
        try {
            return switch (led) {
                // Before its truth may be seen, a race is its start and nothing more.
                case SurfaceExperiment experiment ->
                    started(code, hidden ? experiment.withSteps(0) : experiment).id().streamUrl();
                case TrainingExperiment experiment -> started(code, experiment).id().streamUrl();
                case SpectrumExperiment matrix -> spectrum(matrix.query());
            };
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
    }

    private Run started(RoomCode code, Experiment experiment) {
        return runs.find(owner(code), experiment.query()).orElseGet(() -> runs.start(owner(code), experiment));
    }

    private static String field(Experiment led) {
        return switch (led) {
            case SurfaceExperiment experiment -> experiment.surfaceQuery();
            case TrainingExperiment training -> "";
            case SpectrumExperiment matrix -> matrix.query();
        };
    }

    private static String spectrum(String query) {
        if (!EncodedQuery.fits(query)) {
            throw new ClassroomException("The entries of this matrix have too many digits to be shown to all; allowed: "
                    + EncodedQuery.LONGEST + " characters in a link.");
        }
        return SPECTRUM + query;
    }

    /** A room's runs take turns among themselves. */
    private static Requester owner(RoomCode code) {
        return Requester.named("room " + code);
    }

    /** What a question's race really does. */
    CompletableFuture<Truth> truth(RoomCode code, Question.OfRace question, SurfaceExperiment race) {
        try {
            return runs.ways(owner(code), race, 2).thenApply(ways -> Truth.of(question, race.start(), ways));
        } catch (TooBusyException busy) {
            throw new ClassroomException(busy.getMessage());
        }
    }

    /** Why a question is not to be asked of a race; nothing if it is fair. */
    CompletableFuture<Optional<String>> unfair(RoomCode code, Question.OfRace question, SurfaceExperiment race) {
        try {
            List<CompletableFuture<List<Way>>> around = IntStream.of(Math.max(1, race.steps() - 1), race.steps(), race.steps() + 1)
                    .mapToObj(steps -> runs.ways(owner(code), race.withSteps(Math.min(steps, SurfaceExperiment.MOST_STEPS)), 2))
                    .toList();
            return CompletableFuture.allOf(around.toArray(CompletableFuture[]::new))
                    .thenApply(done -> Fairness.refusal(
                            question, race, around.stream().map(CompletableFuture::join).toList()));
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
