package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.DataException;
import descentlab.dataset.ShapedData;
import descentlab.dataset.ReferenceData;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Losses, gradients and trainings, held against PyTorch's. */
class DataFitTest {

    private static final double RELATIVE = 1e-9;

    static Stream<JsonNode> cases() {
        return ReferenceData.cases();
    }

    private static DataFit fit(JsonNode each) throws DataException {
        ShapedData data = ReferenceData.shape(each);
        TargetLoss loss = data.classes().isEmpty() ? TargetLoss.SQUARED : TargetLoss.SOFTMAX;
        return new DataFit(data, loss, each.get("hidden").asInt(), each.get("penalty").asDouble());
    }

    private static void close(double ours, double theirs) {
        assertThat(ours).isCloseTo(theirs, within(RELATIVE * Math.max(1, Math.abs(theirs))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientAreTorchs(JsonNode each) throws DataException {
        DataFit fit = fit(each);
        int count = (int) fit.parameters();
        double[] w = IntStream.rangeClosed(1, count).mapToDouble(i -> Math.sin(i) / 2).toArray();
        double[] gradient = new double[count];
        int[] rows = fit.data().training();
        DataFit.Pass pass = fit.pass();
        double sum = pass.addGradient(w, rows, 0, 7, gradient, 0);
        sum = pass.addGradient(w, rows, 7, rows.length, gradient, sum);
        for (int i = 0; i < count; i++) {
            gradient[i] /= rows.length;
        }
        close(sum / rows.length + fit.addPenalty(w, gradient), each.get("loss").asDouble());
        close(pass.addLoss(w, rows, 0, rows.length, 0), sum);
        assertThat(each.get("gradient").size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            close(gradient[i], each.get("gradient").get(i).asDouble());
        }
        int[] test = fit.data().test();
        close(pass.addLoss(w, test, 0, test.length, 0) / test.length, each.get("testLoss").asDouble());
        close(fit.baseline().training(), each.get("baseline").get(0).asDouble());
        close(fit.baseline().test(), each.get("baseline").get(1).asDouble());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAsTorchDoes(JsonNode each) throws DataException {
        List<JsonNode> losses = each.get("adam").valueStream().toList();
        if (losses.isEmpty()) {
            return;
        }
        DataFit fit = fit(each);
        int examples = fit.data().training().length;
        TrainingPlan plan = new TrainingPlan(10, losses.size(), examples, 0, false, InitialParameters.ZERO);
        Training training = new Training(fit, OptimizerSpec.parse("torch.adam(lr=0.05)"), plan);
        training.finish();
        assertThat(training.trace().rows()).isEqualTo(losses.size() + 1);
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            close(training.trace().at(epoch, Training.LOSS), losses.get(epoch - 1).asDouble());
        }
    }

    /** Two classes by one score are two classes by two. */
    @ParameterizedTest
    @EnumSource(names = "LOGISTIC")
    void logisticIsSoftmaxOfTwo(TargetLoss logistic) {
        for (double z : new double[] {-800, -3, 0, 0.5, 40, 800}) {
            for (int y : new int[] {0, 1}) {
                close(logistic.loss(new double[] {z}, y), TargetLoss.SOFTMAX.loss(new double[] {0, z}, y));
                double[] one = {z};
                double[] two = {0, z};
                logistic.slope(one, y);
                TargetLoss.SOFTMAX.slope(two, y);
                assertThat(one[0]).isCloseTo(two[1], within(1e-15));
            }
        }
    }

    @Test
    void startsAsALinearLayerDoes() throws DataException {
        DataFit fit = fit(cases().filter(each -> each.get("hidden").asInt() == 5).findFirst().orElseThrow());
        double[] w = new double[(int) fit.parameters()];
        fit.initialize(w, new Random(1));
        int inputs = fit.data().table().width() + fit.data().table().groups();
        Parameter first = fit.layout().getFirst();
        assertThat(w).doesNotContain(0);
        for (int i = 0; i < first.count(); i++) {
            assertThat(Math.abs(w[i])).isLessThanOrEqualTo(1 / Math.sqrt(inputs));
        }
        assertThat(fit.named(w).keySet()).containsExactly("hidden.weight", "hidden.bias", "output.weight", "output.bias");
    }
}
