package descentlab.training;

import descentlab.model.Architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.optimizer.OptimizerSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training on pictures learns, tells what it does, and gives the same numbers however it is driven. */
class PictureTrainingTest {

    private static final ImageData DATA = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(1_000),
            Silhouettes.standard().test().first(300));

    private static Training training(Network network, String spec, int epochs, Crew crew) {
        return new Training(
                network, DATA, OptimizerSpec.parse(spec), new TrainingPlan(64, epochs, 250, 3, true), crew);
    }

    private static Training trained(Network network, String spec, int epochs) {
        Training training = training(network, spec, epochs, Crew.NONE);
        training.finish();
        return training;
    }

    @ParameterizedTest
    @CsvSource({
        "softmax, adagrad(lr=0.05), 5, 0.75",
        "mlp, adam(lr=0.002), 4, 0.75",
        "lenet-relu, torch.adam(lr=0.003), 6, 0.75"
    })
    void itLearns(String network, String spec, int epochs, double accuracy) {
        Training training = trained(Architecture.named(network).orElseThrow().on(28, 10), spec, epochs);
        assertThat(training.outcome()).isInstanceOf(Outcome.Finished.class);
        List<TestEvaluation> evaluations = training.tests();
        assertThat(evaluations).hasSize(epochs + 1);
        assertThat(evaluations.getFirst().accuracy()).isLessThan(0.5);
        assertThat(evaluations.getLast().accuracy()).isGreaterThan(accuracy);
        assertThat(evaluations.getLast().loss()).isLessThan(evaluations.getFirst().loss());
    }

    @Test
    void slicesAndHelpersChangeNoBit() {
        Training whole = trained(Architecture.LENET.on(28, 10), "adagrad(lr=0.02)", 2);
        Training sliced = training(Architecture.LENET.on(28, 10), "adagrad(lr=0.02)", 2, new Crew(2));
        int slices = 0;
        while (!sliced.advance(() -> true)) {
            slices++;
        }
        assertThat(slices).isGreaterThan(30);
        assertThat(Arrays.equals(sliced.parameters(), whole.parameters())).isTrue();
        assertThat(withoutSeconds(sliced)).containsExactly(withoutSeconds(whole));
        assertThat(sliced.tests().getLast().confusion()).isEqualTo(whole.tests().getLast().confusion());
    }

    private static double[] withoutSeconds(Training training) {
        double[] points = training.trace().values();
        for (int i = 3; i < points.length; i += training.trace().stride()) {
            points[i] = 0;
        }
        return points;
    }

    @Test
    void pointsComeAsPlannedAndMeasureEachLayer() {
        Training training = trained(Architecture.LENET.on(28, 10), "adagrad(lr=0.02)", 2);
        int stride = training.trace().stride();
        assertThat(training.trace().columns()).startsWith("epoch", "examples", "loss", "seconds", "testLoss", "testAccuracy", "conv1.gradient")
                .endsWith("fc3.rate05", "fc3.rate50", "fc3.rate95");
        double[] points = training.trace().values();
        assertThat(points).hasSize(training.trace().rows() * stride);
        assertThat(training.trace().rows()).as("one before the first batch").isEqualTo(9);
        assertThat(points[points.length - stride]).isEqualTo(2);
        assertThat(training.done()).isEqualTo(training.total()).isEqualTo(2_000);
        int rate = training.trace().columns().indexOf("fc1.rate50");
        assertThat(points[points.length - stride + rate]).as("Adagrad's rates fall").isLessThan(points[stride + rate]);
        List<String> tests = List.of("testLoss", "testAccuracy");
        for (int i = 0; i < points.length; i++) {
            String column = training.trace().columns().get(i % stride);
            boolean before = i < stride && !List.of("epoch", "examples", "seconds").contains(column);
            boolean tested = points[i - i % stride] % 1 == 0;
            if (tests.contains(column) ? !tested : before) {
                assertThat(points[i]).as("%s of row %d", column, i / stride).isNaN();
            } else {
                assertThat(points[i]).as("%s of row %d", column, i / stride).isFinite().isNotNegative();
            }
        }
    }

    @Test
    void theConfusionMatrixCountsEveryTestPicture() {
        Training training = trained(Architecture.SOFTMAX.on(28, 10), "sgd(lr=0.1)", 1);
        TestEvaluation last = training.tests().getLast();
        assertThat(Arrays.stream(last.confusion()).sum()).isEqualTo(300);
        int right = 0;
        for (int i = 0; i < 300; i++) {
            right += last.predicted()[i] == DATA.test().label(i) ? 1 : 0;
        }
        assertThat(last.accuracy()).isCloseTo(right / 300.0, within(1e-12));
    }

    @Test
    void aRateFarTooLargeIsADivergenceAndKeepsTheLastFiniteParameters() {
        Training training = trained(Architecture.LENET_RELU.on(28, 10), "sgd(lr=100000)", 2);
        assertThat(training.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(training.parameters()).doesNotContain(Double.NaN);
    }

    @Test
    void noEpochsJustClassify() {
        Training training = trained(Architecture.SOFTMAX.on(28, 10), "sgd(lr=0.1)", 0);
        assertThat(training.tests()).hasSize(1);
        assertThat(training.trace().rows()).isEqualTo(1);
        assertThat(training.trace().at(0, Training.LOSS)).isNaN();
    }
}
