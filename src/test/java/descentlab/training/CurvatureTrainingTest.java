package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ImageData;
import descentlab.dataset.Preparation;
import descentlab.dataset.Silhouettes;
import descentlab.model.Activation;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Perceptron;
import descentlab.optimizer.MethodSpec;
import descentlab.training.CurvaturePortrait.Preconditioner;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The curvature is looked at while a network trains: what is seen, when, and at what cost. */
class CurvatureTrainingTest {

    private static final int PICTURES = 100;
    private static final ImageData DATA = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(PICTURES),
            Silhouettes.standard().test().first(50));
    private static final Network NETWORK =
            new Perceptron(List.of(5), Activation.TANH, Loss.SQUARED).on(14, 10);

    private static Training training(String spec, int batch, int epochs, CurvatureWatch watch, Crew crew) {
        return new Training(
                NETWORK,
                DATA,
                new Preparation(true, true),
                MethodSpec.parse(spec),
                new TrainingPlan(batch, epochs, batch, 4, true).with(watch),
                crew);
    }

    private static Training trained(String spec, int epochs, CurvatureWatch watch) {
        Training training = training(spec, PICTURES, epochs, watch, Crew.NONE);
        training.finish();
        return training;
    }

    private static int column(Training training, String name) {
        return training.trace().columns().indexOf(name);
    }

    private static int[] looks(Training training) {
        return IntStream.range(0, training.trace().rows())
                .filter(row -> Double.isFinite(training.trace().at(row, column(training, "lambda1"))))
                .toArray();
    }

    @Test
    void gradientDescentComesToItsLineAndStaysThere() {
        Training training = trained("sgd(lr=0.3)", 700, new CurvatureWatch(true, 50, false));
        int[] looks = looks(training);
        assertThat(looks).hasSize(15);
        int lambda = column(training, "lambda1");
        int edge = column(training, "edge");
        for (int row : looks) {
            double largest = training.trace().at(row, lambda);
            assertThat(training.trace().at(row, edge)).isCloseTo(largest * 0.3 / 2, within(1e-12));
            assertThat(largest).isGreaterThanOrEqualTo(training.trace().at(row, lambda + 1));
        }
        for (int i = looks.length - 4; i < looks.length; i++) {
            assertThat(training.trace().at(looks[i], edge)).isBetween(0.85, 1.2);
        }
        assertThat(training.portrait()).isEmpty();
    }

    @Test
    void withoutBeingAskedLooksTakeAQuarterOfTheWorkAtMost() {
        for (String spec : List.of("sgd(lr=0.1)", "adagrad(lr=0.02)")) {
            Training training = trained(spec, 400, new CurvatureWatch(true, 0, false));
            int[] looks = looks(training);
            assertThat(looks).isNotEmpty();
            int least = spec.startsWith("sgd") ? 1 : 2;
            for (int i = 0; i < looks.length; i++) {
                double products = (i + 1) * least;
                double share = products * NETWORK.productWork() / ((double) looks[i] * NETWORK.gradientWork());
                assertThat(share).isLessThan(0.25);
            }
            // Whether or not it found what it looked for at once, the first comes as soon as eight products may be taken.
            double eight = 1.5 * 8 * least * NETWORK.productWork() / NETWORK.gradientWork() / 0.25;
            assertThat((double) looks[0]).isBetween(Math.max(50, eight), Math.max(50, eight) + 1);
        }
    }

    @Test
    void slicesAndCoresChangeNoBitButTheSeconds() {
        Training whole = training("adagrad(lr=0.02)", 20, 12, new CurvatureWatch(true, 10, true), Crew.NONE);
        Training sliced = training("adagrad(lr=0.02)", 20, 12, new CurvatureWatch(true, 10, true), new Crew(2));
        whole.finish();
        while (!sliced.advance(() -> true)) {
            // on
        }
        assertThat(looks(sliced)).isEqualTo(looks(whole)).hasSizeGreaterThan(4);
        for (int row : looks(whole)) {
            for (String name : List.of("lambda1", "lambda2", "lambda3", "edge")) {
                assertThat(sliced.trace().at(row, column(whole, name)))
                        .isEqualTo(whole.trace().at(row, column(whole, name)));
            }
        }
        assertThat(sliced.portrait().orElseThrow().slope()).isEqualTo(whole.portrait().orElseThrow().slope());
    }

    @Test
    void aCopyGoesOnToTheSameNumbers() {
        Training whole = training("adam(lr=0.01)", 20, 8, new CurvatureWatch(true, 3, false), Crew.NONE);
        Training copied = training("adam(lr=0.01)", 20, 8, new CurvatureWatch(true, 3, false), Crew.NONE);
        whole.finish();
        int copies = 0;
        while (!copied.advance(() -> true)) {
            if (!copied.midway()) {
                copied = copied.copy();
                copies++;
            }
        }
        assertThat(copies).isGreaterThan(20);
        int edge = column(whole, "edge");
        assertThat(looks(copied)).isEqualTo(looks(whole));
        for (int row : looks(whole)) {
            assertThat(copied.trace().at(row, edge)).isEqualTo(whole.trace().at(row, edge));
        }
    }

    @Test
    void lookingChangesNothingOfTheTraining() {
        Training watched = trained("rmsprop(lr=0.001)", 20, new CurvatureWatch(true, 5, true));
        Training alone = trained("rmsprop(lr=0.001)", 20, CurvatureWatch.NONE);
        assertThat(watched.parameters()).containsExactly(alone.parameters());
        assertThat(alone.trace().columns()).doesNotContain("lambda1", "edge");
    }

    @Test
    void aTrainingThatRunsAwayIsLookedAtWithoutHarm() {
        Training training = trained("sgd(lr=1000000)", 20, new CurvatureWatch(true, 1, true));
        assertThat(training.outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    @Test
    void thePortraitTellsOfThePreconditionerAndOfItsControl() {
        CurvaturePortrait portrait =
                trained("adagrad(lr=0.05)", 60, new CurvatureWatch(true, 0, true)).portrait().orElseThrow();
        assertThat(portrait.exact()).isTrue();
        assertThat(portrait.parameters()).isEqualTo(NETWORK.size());
        assertThat(portrait.views())
                .extracting(CurvaturePortrait.View::by)
                .containsExactly(
                        Preconditioner.NONE,
                        Preconditioner.OWN,
                        Preconditioner.PERMUTED,
                        Preconditioner.PERMUTED,
                        Preconditioner.PERMUTED,
                        Preconditioner.DIAGONAL);
        assertThat(portrait.slope()).isBetween(0.2, 1.0);
        assertThat(portrait.correlation()).isBetween(0.6, 1.0);
        for (CurvaturePortrait.View view : portrait.views()) {
            assertThat(view.over10()).isGreaterThan(1).isLessThan(view.over20());
            assertThat(view.negatives()).isBetween(0.0, 0.7);
            assertThat(view.overMean()).isGreaterThan(1);
            double step = view.places()[1] - view.places()[0];
            assertThat(Arrays.stream(view.density()).sum() * step).isCloseTo(1, within(0.05));
        }
        CurvaturePortrait.View diagonal = portrait.views().getLast();
        assertThat(diagonal.diagonalSpread()).isLessThan(portrait.views().getFirst().diagonalSpread());
    }

    @Test
    void withOneRateForAllThereIsNothingToCompare() {
        CurvaturePortrait portrait =
                trained("sgd(lr=0.1)", 10, new CurvatureWatch(true, 0, true)).portrait().orElseThrow();
        assertThat(portrait.slope()).isNaN();
        assertThat(portrait.points()).isEmpty();
        assertThat(portrait.views())
                .extracting(CurvaturePortrait.View::by)
                .containsExactly(Preconditioner.NONE, Preconditioner.DIAGONAL);
    }

    @Test
    void whatIsNoWatchIsRefused() {
        assertThatThrownBy(() -> new CurvatureWatch(true, -1, false)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new CurvatureWatch(false, 5, false)).hasMessageContaining("off");
        assertThatThrownBy(() -> new CurvatureWatch(false, 0, true)).hasMessageContaining("off");
    }
}
