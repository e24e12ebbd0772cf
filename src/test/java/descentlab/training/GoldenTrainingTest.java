package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Airfoil;
import descentlab.golden.Golden;
import descentlab.model.LinearRegression;
import descentlab.optimizer.OptimizerSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Losses and final parameters on the airfoil data against PyTorch, in file order from zero. */
class GoldenTrainingTest {

    private static final int EVERY = 500;

    static Stream<JsonNode> cases() {
        return Golden.cases("airfoil.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsTheReference(JsonNode reference) {
        Training training = new Training(
                new LinearRegression(),
                Airfoil.training(),
                OptimizerSpec.parse(Golden.spec(reference)),
                new TrainingPlan(
                        reference.get("batch").asInt(),
                        reference.get("epochs").asInt(),
                        EVERY,
                        0,
                        false,
                        InitialParameters.ZERO));

        while (!training.advance(() -> true)) {
            assertThat(training.outcome()).isNull();
        }

        double[] points = training.trace().values();
        JsonNode losses = reference.get("loss_by_examples");
        assertThat(training.trace().rows()).isEqualTo(losses.size());
        for (int i = 0; i < losses.size(); i++) {
            assertThat(points[4 * i + 1]).isEqualTo(losses.get(i).get(0).asDouble());
            double loss = losses.get(i).get(1).asDouble();
            assertThat(points[4 * i + Training.LOSS]).isCloseTo(loss, Golden.near(loss));
        }
        double[] parameters = training.parameters();
        double[] weights = Golden.numbers(reference.get("w"));
        for (int i = 0; i < weights.length; i++) {
            assertThat(parameters[i]).isCloseTo(weights[i], Golden.near(weights[i]));
        }
        double bias = reference.get("b").asDouble();
        assertThat(parameters[weights.length]).isCloseTo(bias, Golden.near(bias));
        assertThat(training.outcome()).isEqualTo(new Outcome.Finished());
    }
}
