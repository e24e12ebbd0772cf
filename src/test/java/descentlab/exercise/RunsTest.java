package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Silhouettes;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.Descent;
import descentlab.training.ImageTraining;
import descentlab.training.Trace;
import descentlab.training.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals and predictions are judged by what runs give, and by nothing else. */
class RunsTest {

    private static final String ELLIPSE = "start=-5,-2&steps=20&run=";
    private static final String TURNED = "objective=rotated&start=-5,-2&steps=20&run=";

    private static Verdict judge(RunPart part, String answer) {
        Answer given = Answer.of(answer);
        return switch (part.plan(given)) {
            case RunPart.Plan.Refused(Verdict verdict) -> verdict;
            case RunPart.Plan.Run(List<LabExperiment> experiments) ->
                part.judge(given, experiments.stream().map(RunsTest::run).toList());
        };
    }

    private static List<Ended> run(LabExperiment experiment) {
        return switch (experiment) {
            case LabExperiment.Surface(SurfaceExperiment e) -> e.runs().stream()
                    .map(run -> {
                        Descent descent = new Descent(
                                e.objective().function(), run, e.start(), e.steps(), e.noise(), e.seed());
                        descent.advance(Integer.MAX_VALUE);
                        Trace trace = descent.trace();
                        return new Ended(run, descent.outcome(), trace.at(trace.rows() - 1, Trace.F));
                    })
                    .toList();
            case LabExperiment.Pictures(ImageExperiment e) -> e.runs().stream()
                    .map(run -> {
                        ImageTraining training = new ImageTraining(
                                e.network(), Silhouettes.standard(), run, e.plan(), Crew.ofAllCores());
                        while (!training.advance(System.nanoTime() + 1_000_000_000L)) {
                            // on
                        }
                        return new Ended(
                                run, training.outcome(), training.evaluations().getLast().accuracy());
                    })
                    .toList();
            case LabExperiment.Training(TrainingExperiment e) -> e.runs().stream()
                    .map(run -> {
                        Training training =
                                new Training(e.task().problem(), e.task().measure(), run, e.plan());
                        while (!training.advance(100_000)) {
                            // on
                        }
                        double[] last = training.points(training.pointCount() - 1);
                        return new Ended(run, training.outcome(), last[Training.LOSS]);
                    })
                    .toList();
        };
    }

    private static RunPart part(Exercise exercise, String id) {
        return (RunPart) exercise.parts(5).stream()
                .filter(part -> part.task().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGentlerDecayIsReachedByMemoryAndNotByPlainAdagrad() {
        RunPart goal = part(GentlerDecay.EXERCISE, "goal");
        assertThat(judge(goal, ELLIPSE + "adagrad(lr=0.4)").message()).contains("0.618");
        assertThat(judge(goal, ELLIPSE + "adagrad(lr=0.4,memory=0.5)").isRight()).isTrue();
        assertThat(judge(goal, ELLIPSE + "adagrad(lr=2)").message()).contains("what may be changed");
        assertThat(judge(goal, ELLIPSE + "adam(lr=0.4)").isRight()).isFalse();
        assertThat(judge(goal, "start=0,0&run=adagrad(lr=0.4)").message()).contains("start");
        assertThat(judge(goal, "start=-5,-2&steps=2000&run=adagrad(lr=0.4)").message()).contains("20 steps");
        assertThat(judge(goal, "objective=booth&start=-5,-2&run=adagrad(lr=0.4)").message()).contains("objective");
        assertThat(judge(goal, "start=-5,-2&steps=20").message()).contains("no optimizer");
        assertThat(judge(goal, ELLIPSE + "adagrad(lr=0.4,memory=0.5,schedule=invsqrt(1))").isRight()).isFalse();
    }

    @Test
    void theTurnedBowlAsksForALargeRate() {
        RunPart goal = part(TurnedObjective.EXERCISE, "goal");
        assertThat(judge(goal, TURNED + "adagrad(lr=0.4)").message()).contains("3.93");
        assertThat(judge(goal, TURNED + "adagrad(lr=3)").isRight()).isTrue();
        assertThat(judge(goal, TURNED + "adagrad(lr=3,memory=0.5)").isRight()).isFalse();
    }

    @Test
    void aTrainingGoalIsReachedWithinItsEpochs() {
        RunPart goal = part(RealTraining.EXERCISE, "goal");
        assertThat(judge(goal, "epochs=1&run=adagrad(lr=0.01)").isRight()).isFalse();
        assertThat(judge(goal, "epochs=2&run=adagrad(lr=0.1)").message()).contains("goal is reached");
        assertThat(judge(goal, "data=zipf-text&run=adagrad(lr=0.1)").message()).contains("stay airfoil");
        assertThat(judge(goal, "epochs=500&run=adagrad(lr=0.1)").message()).contains("2 epochs");
    }

    @Test
    void leNetLearnsToTellSilhouettesAtTheRightRate() {
        RunPart goal = part(RealTraining.EXERCISE, "lenet");
        String kept = "data=silhouettes&batch=32&epochs=3&run=";
        assertThat(judge(goal, kept + "adagrad(lr=0.02)").message()).contains("goal is reached");
        assertThat(judge(goal, "data=silhouettes&batch=32&epochs=30&run=adagrad(lr=0.02)").message())
                .contains("to stay");
        assertThat(judge(goal, kept + "adam(lr=0.01)").message()).contains("what may be changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "objective=nowhere", "run=adagrad(lr=0.4", "%zz=%", "steps=1e99", "<script>", "a=b&a=c"})
    void whatIsNoExperimentIsAnsweredAndNotRun(String query) {
        Verdict verdict = judge(part(GentlerDecay.EXERCISE, "goal"), query);
        assertThat(verdict.isRight()).isFalse();
        assertThat(verdict.message()).isNotBlank();
    }

    @Test
    void predictionsAreScoredByWhatHappens() {
        assertThat(judge(part(TurnedObjective.EXERCISE, "prediction"), "0").isRight()).isTrue();
        assertThat(judge(part(TurnedObjective.EXERCISE, "prediction"), "1").message()).startsWith("It came otherwise");
        assertThat(judge(part(GentlerDecay.EXERCISE, "prediction"), "1").isRight()).isTrue();
        assertThat(judge(part(RealTraining.EXERCISE, "prediction"), "0").isRight()).isTrue();
        assertThat(judge(part(RealTraining.EXERCISE, "prediction"), "").counts()).isFalse();
    }
}
