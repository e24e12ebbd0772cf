package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.SparseTable;
import descentlab.dataset.ZipfText;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final SparseTable TABLE = new SparseTable(
            "three",
            List.of("a", "b", "c"),
            new int[] {0, 2, 2, 3},
            new int[] {0, 2, 1},
            new double[] {2, -1, 0.5},
            new double[] {1, 0, 0});
    private static final LogisticRegression MODEL = new LogisticRegression(TABLE);
    private static final int[] ROWS = {0, 1, 2};

    @Test
    void theLossIsTheMeanCrossEntropy() {
        double[] w = {0.3, -0.2, 0.7, 0.1};
        double[] z = {0.3 * 2 - 0.7 + 0.1, 0.1, -0.1 + 0.1};
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            double p = 1 / (1 + Math.exp(-z[i]));
            expected -= (i == 0 ? Math.log(p) : Math.log(1 - p)) / 3;
        }
        assertThat(MODEL.loss(w)).isCloseTo(expected, within(1e-15));
        assertThat(MODEL.lossAndGradient(w, ROWS, 0, 3, new double[4])).isCloseTo(expected, within(1e-15));
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        Random random = new Random(1);
        double[] gradient = new double[4];
        double step = 1e-6;
        for (int round = 0; round < 20; round++) {
            double[] w = random.doubles(4, -3, 3).toArray();
            MODEL.lossAndGradient(w, ROWS, 0, 3, gradient);
            for (int i = 0; i < w.length; i++) {
                double kept = w[i];
                w[i] = kept + step;
                double above = MODEL.loss(w);
                w[i] = kept - step;
                double below = MODEL.loss(w);
                w[i] = kept;
                assertThat(gradient[i]).isCloseTo((above - below) / (2 * step), within(1e-9));
            }
        }
    }

    @Test
    void aWordThatIsNotInTheBatchHasNoGradientAtAll() {
        double[] gradient = {9, 9, 9, 9};
        MODEL.lossAndGradient(new double[] {1, 1, 1, 1}, new int[] {1, 0}, 1, 2, gradient);
        assertThat(gradient[1]).isEqualTo(0.0);
        assertThat(gradient[0]).isNotZero();
        assertThat(gradient[3]).isNotZero();
    }

    @Test
    void neitherExponentialNorLogarithmOverflows() {
        double[] w = {1e4, 1e4, 0, 0};
        double[] gradient = new double[4];
        assertThat(MODEL.lossAndGradient(w, ROWS, 0, 3, gradient)).isFinite();
        w[0] = -1e6;
        assertThat(MODEL.loss(w)).isCloseTo((2e6 + Math.log(2) + 5e3) / 3, within(1e-6));
        MODEL.lossAndGradient(w, ROWS, 0, 3, gradient);
        assertThat(gradient).doesNotContain(Double.NaN);
    }

    @Test
    void atTheTrueWeightsTheTextIsExplainedAndTheErrorIsZero() {
        ZipfText text = ZipfText.standard();
        double[] truth = new double[ZipfText.WORDS + 1];
        System.arraycopy(text.weights(), 0, truth, 0, ZipfText.WORDS);
        LogisticRegression model = new LogisticRegression(text.table());
        assertThat(model.loss(truth)).isLessThan(0.4);
        assertThat(model.loss(new double[truth.length])).isCloseTo(Math.log(2), within(1e-12));

        WeightErrorByBand error = new WeightErrorByBand(text);
        double[] taken = new double[error.names().size() + 1];
        error.take(truth, taken, 1);
        assertThat(taken).containsOnly(0);
        error.take(new double[truth.length], taken, 1);
        assertThat(IntStream.range(1, taken.length).mapToDouble(i -> taken[i])).containsOnly(1.0);
        assertThat(error.names()).containsExactly("band1", "band2", "band3", "band4", "band5");
    }
}
