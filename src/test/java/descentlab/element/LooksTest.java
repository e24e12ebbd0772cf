package descentlab.element;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.frontend.Node;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** How the browser draws the optimizers of the catalogue, as frontend/palette has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {

    private List<JsonNode> looks;
    private JsonNode unknown;

    @BeforeAll
    void ask() throws Exception {
        List<String> names = Optimizers.all().stream().map(OptimizerKind::name).toList();
        List<JsonNode> all = Node.run("looks.mjs", names).valueStream().toList();
        looks = all.subList(0, names.size());
        unknown = all.getLast();
    }

    private static String optimizer(JsonNode look) {
        return look.get("optimizer").asString();
    }

    private static String colors(JsonNode look) {
        return look.get("light").asString() + " and " + look.get("dark").asString();
    }

    /** The shape as it is drawn: the PyTorch family's are hollow. */
    private static String mark(JsonNode look) {
        return (look.get("hollow").asBoolean() ? "hollow " : "solid ") + look.get("shape").asString();
    }

    @Test
    void everyOptimizerHasALook() {
        assertThat(looks.stream()
                        .filter(look -> colors(look).equals(colors(unknown))
                                && look.get("shape").equals(unknown.get("shape")))
                        .map(LooksTest::optimizer))
                .as("optimizers without a look in frontend/palette/palette.ts")
                .isEmpty();
    }

    @Test
    void theyAreToldApartWithoutColor() {
        assertThat(looks).extracting(LooksTest::mark).doesNotHaveDuplicates();
        assertThat(looks).extracting(look -> look.get("path").asString() + look.get("hollow")).doesNotHaveDuplicates();
    }

    @Test
    void noTwoOfAFamilyHaveTheSameColor() {
        for (String scheme : List.of("light", "dark")) {
            assertThat(looks)
                    .extracting(look -> look.get(scheme).asString() + look.get("hollow"))
                    .allMatch(color -> color.matches("#[0-9a-f]{6}(true|false)"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyShapeHasAnOutline() {
        assertThat(looks)
                .allSatisfy(look -> assertThat(look.get("path").asString())
                        .as(optimizer(look))
                        .matches("M[-0-9. LA]+Z"));
    }

    @Test
    void aHollowMarkHasTheColorsAndTheShapeOfItsSolidOne() {
        assertThat(looks).filteredOn(look -> look.get("hollow").asBoolean()).allSatisfy(hollow -> {
            String textbook = optimizer(hollow).replaceFirst("^torch\\.", "");
            looks.stream().filter(look -> optimizer(look).equals(textbook)).forEach(solid -> {
                assertThat(colors(hollow)).isEqualTo(colors(solid));
                assertThat(hollow.get("shape")).isEqualTo(solid.get("shape"));
            });
        });
    }
}
