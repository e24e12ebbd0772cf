package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Airfoil;
import descentlab.golden.Golden;
import descentlab.model.LinearRegression;
import descentlab.objective.Point;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.MethodSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Several stages, fresh and kept, against NumPy and PyTorch. */
class GoldenStagesTest {

    static Stream<JsonNode> races() {
        return Golden.cases("stages.json");
    }

    static Stream<JsonNode> trainings() {
        return Golden.cases("stages-airfoil.json");
    }

    @ParameterizedTest
    @MethodSource("races")
    void descendsAsTheReferenceDoes(JsonNode reference) {
        double[] start = Golden.numbers(reference.get("start"));
        JsonNode trace = reference.get("trace");
        int steps = trace.size() - 1;
        Descent descent = new Descent(
                TypedObjective.parse(reference.get("expression").asString()),
                MethodSpec.parse(reference.get("spec").asString()),
                new Point(start[0], start[1]),
                steps,
                0,
                0);

        descent.advance(steps);

        for (int step = 0; step <= steps; step++) {
            double[] x = Golden.numbers(trace.get(step));
            assertThat(descent.trace().at(step, Descent.X1)).as("x1 at %d", step).isCloseTo(x[0], Golden.near(x[0]));
            assertThat(descent.trace().at(step, Descent.X2)).as("x2 at %d", step).isCloseTo(x[1], Golden.near(x[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void trainsAsTheReferenceDoes(JsonNode reference) {
        Training training = new Training(
                new LinearRegression(),
                Airfoil.training(),
                MethodSpec.parse(reference.get("spec").asString()),
                new TrainingPlan(
                        reference.get("batch").asInt(),
                        reference.get("epochs").asInt(),
                        500,
                        0,
                        false,
                        InitialParameters.ZERO));

        training.finish();

        JsonNode losses = reference.get("loss_by_examples");
        assertThat(training.trace().rows()).isEqualTo(losses.size());
        for (int i = 0; i < losses.size(); i++) {
            double loss = losses.get(i).get(1).asDouble();
            assertThat(training.trace().at(i, Training.LOSS)).isCloseTo(loss, Golden.near(loss));
        }
    }
}
