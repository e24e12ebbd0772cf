package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.golden.Golden;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.OptimizerSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Weight decay, variants, defaults and schedules against torch.optim and its schedulers. */
class GoldenSettingsTest {

    private static final int STEPS = 60;
    private static final Point START = new Point(-1.3, 0.7);

    static Stream<JsonNode> cases() {
        return Golden.cases("settings.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsWhereTheReferenceDoes(JsonNode reference) {
        Descent descent = new Descent(
                Objectives.named(reference.get("objective").asString()).orElseThrow().function(),
                OptimizerSpec.parse(reference.get("spec").asString()),
                START,
                STEPS,
                0,
                0);

        descent.advance(STEPS);

        double[] x = Golden.numbers(reference.get("x"));
        assertThat(descent.trace().at(STEPS, Descent.X1)).isCloseTo(x[0], Golden.near(x[0]));
        assertThat(descent.trace().at(STEPS, Descent.X2)).isCloseTo(x[1], Golden.near(x[1]));
    }
}
