package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Value, gradient and Hessian of the catalogue against automatic differentiation. */
class GoldenObjectiveTest {

    static Stream<JsonNode> cases() {
        return Golden.cases("objectives.json").filter(Golden::isNamed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(JsonNode reference) {
        agrees(Objectives.named(reference.get("objective").asString()).orElseThrow().function(), reference);
    }

    static void agrees(Objective objective, JsonNode reference) {
        double[] x = Golden.numbers(reference.get("x"));
        double[] gradient = new double[2];
        double[] hessian = new double[3];

        double value = objective.valueAndGradient(x[0], x[1], gradient);
        objective.hessian(x[0], x[1], hessian);

        near(value, reference.get("value").asDouble());
        assertThat(objective.value(x[0], x[1])).isEqualTo(value);
        double[] expected = Golden.numbers(reference.get("gradient"));
        near(gradient[0], expected[0]);
        near(gradient[1], expected[1]);
        near(hessian[0], reference.get("hessian").get(0).get(0).asDouble());
        near(hessian[1], reference.get("hessian").get(0).get(1).asDouble());
        near(hessian[2], reference.get("hessian").get(1).get(1).asDouble());
    }

    private static void near(double actual, double reference) {
        assertThat(actual).isCloseTo(reference, Golden.near(reference));
    }
}
