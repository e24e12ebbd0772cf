package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.golden.Golden;
import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Schedules;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Traces against PyTorch and the textbook's formulas, for every optimizer and every schedule. */
class GoldenDescentTest {

    static Stream<JsonNode> cases() {
        return Golden.cases("surface.json");
    }

    static Stream<JsonNode> namedCases() {
        return cases().filter(Golden::isNamed);
    }

    @ParameterizedTest
    @MethodSource("namedCases")
    void followsTheReference(JsonNode reference) {
        follows(Objectives.named(reference.get("objective").asString()).orElseThrow().function(), reference);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsTheReferenceOnTheTypedObjective(JsonNode reference) {
        follows(TypedObjective.parse(reference.get("expression").asString()), reference);
    }

    private static void follows(Objective objective, JsonNode reference) {
        double[] start = Golden.numbers(reference.get("start"));
        JsonNode expected = reference.get("trace");
        Descent descent = new Descent(
                objective,
                OptimizerSpec.parse(Golden.spec(reference)),
                new Point(start[0], start[1]),
                expected.size() - 1,
                0,
                0);

        descent.advance(Integer.MAX_VALUE);

        Trace trace = descent.trace();
        assertThat(trace.rows()).isEqualTo(expected.size());
        for (int row = 0; row < trace.rows(); row++) {
            double[] x = Golden.numbers(expected.get(row));
            assertThat(trace.at(row, Descent.X1)).as("x1 at step %d", row).isCloseTo(x[0], Golden.near(x[0]));
            assertThat(trace.at(row, Descent.X2)).as("x2 at step %d", row).isCloseTo(x[1], Golden.near(x[1]));
        }
    }

    @Test
    void everyOptimizerHasAReference() {
        Set<String> named = cases().map(Golden::optimizer).collect(Collectors.toSet());
        assertThat(Optimizers.all().stream().map(OptimizerKind::name).filter(name -> !named.contains(name)))
                .as("optimizers of which surface.json has no trace")
                .isEmpty();
    }

    @Test
    void everyScheduleHasAReference() {
        Set<String> named = cases().map(reference -> OptimizerSpec.parse(Golden.spec(reference)).schedule())
                .map(schedule -> OptimizerSpec.print(schedule).replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
        assertThat(Schedules.all().stream().map(Schedules.Form::name).filter(name -> !named.contains(name)))
                .as("schedules of which surface.json has no trace")
                .isEmpty();
    }
}
