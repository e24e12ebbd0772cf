package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descentlab.dataset.FashionMnist;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.Verdict.Result;
import descentlab.experiment.Ended;
import descentlab.training.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals and predictions are judged by what runs give, and by nothing else. */
class RunsTest {

    private static final Exercise DRAWN = RealTraining.on(Silhouettes.NAME);
    private static final Exercise REAL = RealTraining.on(FashionMnist.NAME);
    private static final String ELLIPSE = "start=-5,-2&steps=20&run=";
    private static final String TURNED = "objective=rotated&start=-5,-2&steps=20&run=";

    private static Verdict judge(RunPart part, String answer) {
        return Runs.judge(part, Answer.of(answer));
    }

    /** How many of a hundred test pictures are told right. */
    private static double told(RunPart goal, String query) {
        return 100 * Runs.of(((GoalPart) goal).read(query)).getFirst().last();
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
    void whatHandsOverIsToldThatOneOptimizerIsAskedFor() {
        assertThat(judge(part(GentlerDecay.EXERCISE, "goal"), "run=adagrad(lr=0.4)~8~sgd(lr=0.4)").message())
                .contains("One optimizer from the first step to the last", "adagrad(lr=0.4)~8~sgd(lr=0.4) hands over");
        assertThat(judge(part(DRAWN, "goal"), "epochs=2&run=adagrad(lr=0.1)~500~adagrad(lr=0.2)").message())
                .contains("hands over");
        assertThat(judge(part(DRAWN, "goal"), "epochs=2&run=adagrad(lr=0.1)~505~adagrad(lr=0.2)").message())
                .contains("as 500 or 510");
    }

    @Test
    void aTrainingGoalIsReachedWithinItsEpochs() {
        RunPart goal = part(DRAWN, "goal");
        assertThat(judge(goal, "epochs=1&run=adagrad(lr=0.01)").isRight()).isFalse();
        assertThat(judge(goal, "epochs=2&run=adagrad(lr=0.1)").message()).contains("goal is reached");
        assertThat(judge(goal, "data=zipf-text&run=adagrad(lr=0.1)").message()).contains("stay airfoil");
        assertThat(judge(goal, "epochs=500&run=adagrad(lr=0.1)").message()).contains("2 epochs");
    }

    @Test
    void leNetLearnsToTellSilhouettesAtTheRightRate() {
        RunPart goal = part(DRAWN, "lenet");
        String kept = "data=silhouettes&batch=32&epochs=3&run=";
        assertThat(judge(goal, kept + "adagrad(lr=0.02)").message()).contains("goal is reached");
        assertThat(told(goal, kept + "adagrad(lr=0.02)"))
                .as("what the solution says, about")
                .isCloseTo(LeNet.on(Silhouettes.NAME).tells(), within(1.0));
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
    void leNetLearnsFashionMnistAtTheRightRate() {
        assumeTrue(Runs.FASHION_MNIST.seemsThere(), "Fashion-MNIST is not on this machine");
        RunPart goal = part(REAL, "lenet");
        String kept = "data=fashion-mnist&pictures=6000&batch=16&epochs=3&run=";
        assertThat(judge(goal, kept + "adagrad(lr=0.005)").message()).contains("the goal is above 70 %");
        assertThat(judge(goal, kept + "adagrad(lr=0.02)").message()).contains("goal is reached");
        assertThat(told(goal, kept + "adagrad(lr=0.02)"))
                .as("what the solution says, about")
                .isCloseTo(LeNet.on(FashionMnist.NAME).tells(), within(1.0));
        assertThat(judge(part(REAL, "comparison"), "0").isRight()).isTrue();
    }

    @Test
    void withoutFashionMnistTheGoalSaysThatThePicturesAreOthers() {
        assertThat(part(DRAWN, "lenet").task().prompt()).contains("Fashion-MNIST is not on this server");
        assertThat(part(REAL, "lenet").task().prompt()).doesNotContain("not on this server").contains("first 6,000");
        assertThat(((GoalPart) part(REAL, "lenet")).initial().query()).startsWith("data=fashion-mnist&");
        assertThat(judge(part(REAL, "lenet"), "data=silhouettes&batch=32&epochs=3&run=adagrad(lr=0.02)").message())
                .contains("pictures, network");
    }

    @Test
    void ratesAreReadOffTheServersOwnRun() {
        ReadingPart rates = (ReadingPart) part(DRAWN, "rates");
        List<List<Ended>> ended = List.of(Runs.of(rates.experiment()));
        double first = ended.getFirst().getFirst().readings().get("conv1.rate50");
        double last = ended.getFirst().getFirst().readings().get("fc3.rate50");
        assertThat(first).isGreaterThan(last);
        Answer read = Answer.of("%.3g".formatted(first), "%.3g".formatted(last));
        assertThat(rates.verdict(read, ended).isRight()).isTrue();
        Verdict swapped = rates.verdict(Answer.of("%.3g".formatted(last), "%.3g".formatted(last)), ended);
        assertThat(swapped.marks().stream().map(Verdict.Mark::result)).containsExactly(Result.WRONG, Result.RIGHT);
        assertThat(rates.plan(Answer.of("", "0.02"))).isInstanceOf(RunPart.Plan.Refused.class);
        assertThat(rates.plan(Answer.of("0.02"))).isInstanceOf(RunPart.Plan.Refused.class);
    }

    @Test
    void twoOptimizersAreComparedByWhatTheyReach() {
        assertThat(judge(part(DRAWN, "comparison"), "0").isRight()).isTrue();
    }

    @Test
    void aRunThatWasStoppedDoesNotCount() {
        GoalPart goal = (GoalPart) part(GentlerDecay.EXERCISE, "goal");
        Ended sound = Runs.of(goal.initial()).getFirst();
        for (Outcome outcome : List.of(new Outcome.Cancelled(), new Outcome.BudgetSpent("Too long."))) {
            Ended stopped = new Ended(sound.method(), outcome, 0.01, Map.of());
            Verdict verdict = goal.verdict(Answer.of(goal.initial().query()), List.of(List.of(stopped)));
            assertThat(verdict.counts()).isFalse();
            assertThat(verdict.message()).contains("does not count");
        }
    }

    @Test
    void predictionsAreScoredByWhatHappens() {
        assertThat(judge(part(TurnedObjective.EXERCISE, "prediction"), "0").isRight()).isTrue();
        assertThat(judge(part(TurnedObjective.EXERCISE, "prediction"), "1").message()).startsWith("It turned out differently");
        assertThat(judge(part(GentlerDecay.EXERCISE, "prediction"), "1").isRight()).isTrue();
        assertThat(judge(part(DRAWN, "prediction"), "0").isRight()).isTrue();
        assertThat(judge(part(DRAWN, "prediction"), "").counts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Silhouettes.NAME, FashionMnist.NAME})
    void aLargerRateHoldsTheCurvatureOfANetworkDown(String pictures) {
        assumeTrue(pictures.equals(Silhouettes.NAME) || Runs.FASHION_MNIST.seemsThere());
        PredictionPart edge = (PredictionPart) part(RealNetwork.on(pictures), "edge");
        List<Ended> both = Runs.of(edge.experiments().getFirst());
        assertThat(both.getFirst().readings().get("lambda1")).isBetween(7.0, 15.0);
        assertThat(both.getLast().readings().get("lambda1")).as("2 over 0.4").isCloseTo(5, within(0.5));
        assertThat(judge(edge, "0").isRight()).isTrue();
        assertThat(judge(edge, "1").message()).contains("differently", "rises");
    }

    @Test
    void whatIsReadOfACurvatureIsTrainedAgain() {
        ReadingPart line = (ReadingPart) part(RealNetwork.on(Silhouettes.NAME), "line");
        double lambda = Runs.of(line.experiment()).getFirst().readings().get("lambda1");
        assertThat(lambda).as("looked at in the last step").isBetween(5.0, 20.0);
        Verdict right = line.verdict(new Answer(List.of("" + lambda, "" + 2 / lambda)), List.of(Runs.of(line.experiment())));
        assertThat(right.isRight()).as(right.message()).isTrue();
        Verdict half = line.verdict(new Answer(List.of("" + lambda, "" + 1 / lambda)), List.of(Runs.of(line.experiment())));
        assertThat(half.message()).contains("largest stable rate", "one over");
    }
}
