package descentlab.training;

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
class ImageTrainingTest {

    private static final ImageData DATA = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(1_000),
            Silhouettes.standard().test().first(300));

    private static ImageTraining training(Network network, String spec, int epochs, Crew crew) {
        return new ImageTraining(
                network, DATA, OptimizerSpec.parse(spec), new ImagePlan(64, epochs, 250, 3, true), crew);
    }

    private static ImageTraining trained(Network network, String spec, int epochs) {
        ImageTraining training = training(network, spec, epochs, Crew.NONE);
        assertThat(training.advance(() -> false)).isTrue();
        return training;
    }

    @ParameterizedTest
    @CsvSource({
        "softmax, adagrad(lr=0.05), 5, 0.75",
        "mlp, adam(lr=0.002), 4, 0.75",
        "lenet-relu, torch.adam(lr=0.003), 6, 0.75"
    })
    void itLearns(String network, String spec, int epochs, double accuracy) {
        ImageTraining training = trained(Network.named(network).orElseThrow(), spec, epochs);
        assertThat(training.outcome()).isInstanceOf(Outcome.Finished.class);
        List<TestEvaluation> evaluations = training.evaluations();
        assertThat(evaluations).hasSize(epochs + 1);
        assertThat(evaluations.getFirst().accuracy()).isLessThan(0.5);
        assertThat(evaluations.getLast().accuracy()).isGreaterThan(accuracy);
        assertThat(evaluations.getLast().loss()).isLessThan(evaluations.getFirst().loss());
    }

    @Test
    void slicesAndHelpersChangeNoBit() {
        ImageTraining whole = trained(Network.LENET, "adagrad(lr=0.02)", 2);
        ImageTraining sliced = training(Network.LENET, "adagrad(lr=0.02)", 2, new Crew(2));
        int slices = 0;
        while (!sliced.advance(() -> true)) {
            slices++;
        }
        assertThat(slices).isGreaterThan(30);
        assertThat(Arrays.equals(sliced.parameters(), whole.parameters())).isTrue();
        assertThat(withoutSeconds(sliced)).containsExactly(withoutSeconds(whole));
        assertThat(sliced.evaluations().getLast().confusion()).isEqualTo(whole.evaluations().getLast().confusion());
    }

    private static double[] withoutSeconds(ImageTraining training) {
        double[] points = training.points(0);
        for (int i = 3; i < points.length; i += training.columns().size()) {
            points[i] = 0;
        }
        return points;
    }

    @Test
    void pointsComeAsPlannedAndMeasureEachLayer() {
        ImageTraining training = trained(Network.LENET, "adagrad(lr=0.02)", 2);
        int stride = training.columns().size();
        assertThat(training.columns()).startsWith("epoch", "examples", "loss", "seconds", "conv1.gradient")
                .endsWith("fc3.rate05", "fc3.rate50", "fc3.rate95");
        double[] points = training.points(0);
        assertThat(points).hasSize(training.pointCount() * stride);
        assertThat(training.pointCount()).isEqualTo(8);
        assertThat(points[points.length - stride]).isEqualTo(2);
        assertThat(training.examples()).isEqualTo(training.total()).isEqualTo(2_000);
        int rate = training.columns().indexOf("fc1.rate50");
        assertThat(points[points.length - stride + rate]).as("Adagrad's rates fall").isLessThan(points[rate]);
        for (double value : points) {
            assertThat(value).isFinite().isNotNegative();
        }
    }

    @Test
    void theConfusionMatrixCountsEveryTestPicture() {
        ImageTraining training = trained(Network.SOFTMAX, "sgd(lr=0.1)", 1);
        TestEvaluation last = training.evaluations().getLast();
        assertThat(Arrays.stream(last.confusion()).sum()).isEqualTo(300);
        int right = 0;
        for (int i = 0; i < 300; i++) {
            right += last.predicted()[i] == DATA.test().label(i) ? 1 : 0;
        }
        assertThat(last.accuracy()).isCloseTo(right / 300.0, within(1e-12));
    }

    @Test
    void aRateFarTooLargeIsADivergenceAndKeepsTheLastFiniteParameters() {
        ImageTraining training = trained(Network.LENET_RELU, "sgd(lr=100000)", 2);
        assertThat(training.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(training.parameters()).doesNotContain(Double.NaN);
    }

    @Test
    void noEpochsJustClassify() {
        ImageTraining training = trained(Network.SOFTMAX, "sgd(lr=0.1)", 0);
        assertThat(training.evaluations()).hasSize(1);
        assertThat(training.pointCount()).isZero();
    }
}
