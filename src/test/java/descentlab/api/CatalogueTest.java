package descentlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.Experiment;
import descentlab.experiment.Reading;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is listed is what is read: whoever knows only the lists can ask for everything. */
class CatalogueTest {

    private static final JsonNode OPTIMIZERS = json(Catalogue.OPTIMIZERS);
    private static final JsonNode OBJECTIVES = json(Catalogue.OBJECTIVES);
    private static final JsonNode DATA = json(Catalogue.DATA);

    private static JsonNode json(Object list) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(list));
    }

    private static String spec(JsonNode optimizer, String bound) {
        return optimizer.get("name").asString() + optimizer.get("keys").valueStream()
                .filter(key -> !key.get("type").asString().equals("flag"))
                .map(key -> key.get("name").asString() + "=" + key.get(bound).asString())
                .collect(Collectors.joining(",", "(", ")"));
    }

    @Test
    void theDefaultsOfEachOptimizerAreWhatItIsWithoutThem() {
        assertThat(OPTIMIZERS.get("optimizers")).hasSize(20);
        OPTIMIZERS.get("optimizers").forEach(each -> assertThat(MethodSpec.parse(spec(each, "default")))
                .as(each.get("name").asString())
                .isEqualTo(Optimizers.named(each.get("name").asString()).orElseThrow().initial()));
    }

    @Test
    void eachKeyMayBeItsLeastAndNoLess() {
        assertThat(MethodSpec.parse(OPTIMIZERS.get("rule").get("example").asString()).title()).isEqualTo("Your own rule");
        JsonNode adagrad = OPTIMIZERS.get("optimizers").valueStream()
                .filter(each -> each.get("name").asString().equals("adagrad"))
                .findFirst()
                .orElseThrow();
        assertThat(adagrad.get("family").asString()).isEqualTo("textbook");
        assertThat(adagrad.get("formula").asString()).contains("\\sqrt{s + \\epsilon}");
        for (JsonNode key : adagrad.get("keys")) {
            String run = "adagrad(" + key.get("name").asString() + "=";
            assertThat(problems(run + key.get("least").asString() + ")")).as(run).isEmpty();
            assertThat(problems(run + (key.get("least").asDouble() - 1) + ")")).as(run).isNotEmpty();
            if (key.get("mostAllowed").asBoolean()) {
                assertThat(problems(run + key.get("most").asString() + ")")).as(run).isEmpty();
            }
            assertThat(problems(run + (key.get("most").asDouble() * 2 + 1) + ")")).as(run).isNotEmpty();
        }
    }

    private static List<?> problems(String run) {
        return Experiment.read("lab/surface", Map.of("run", List.of(run))).problems();
    }

    @Test
    void eachScheduleCanBeUsedAsItIsWritten() {
        assertThat(OPTIMIZERS.get("schedules")).hasSize(6);
        OPTIMIZERS.get("schedules").forEach(each -> assertThat(
                        problems("sgd(lr=0.1,schedule=" + each.get("usage").asString() + ")"))
                .isEmpty());
    }

    @Test
    void eachObjectiveOpens() {
        assertThat(OBJECTIVES.get("objectives")).hasSize(14);
        OBJECTIVES.get("objectives").forEach(each -> {
            Map<String, List<String>> query = Map.of(
                    "objective", List.of(each.get("name").asString()),
                    "start", List.of(each.get("start").get(0).asDouble() + "," + each.get("start").get(1).asDouble()));
            Reading<? extends Experiment> said = Experiment.read("lab/surface", query);
            assertThat(said.problems()).as(each.get("name").asString()).isEmpty();
            assertThat(said.experiment()).isEqualTo(Experiment.read(
                            "lab/surface", Map.of("objective", List.of(each.get("name").asString())))
                    .experiment());
        });
    }

    @Test
    void eachModelOpensOnItsData() {
        assertThat(DATA.get("data")).hasSize(5);
        DATA.get("data").forEach(data -> data.get("models").forEach(model -> {
            Map<String, List<String>> named = Map.of(
                    "data", List.of(data.get("name").asString()), "model", List.of(model.get("name").asString()));
            assertThat(Experiment.read("lab/training", named).problems()).isEmpty();
        }));
        assertThat(DATA.get("data").get(0).get("licence").asString()).isEqualTo("CC BY 4.0");
    }

    @Test
    void aParameterSaysItsBoundsAndItsDefault() {
        JsonNode steps = OBJECTIVES.get("parameters").valueStream()
                .filter(each -> each.get("name").asString().equals("steps"))
                .findFirst()
                .orElseThrow();
        assertThat(steps.toString())
                .isEqualTo("{\"name\":\"steps\",\"meaning\":\"how many each takes\",\"type\":\"whole\",\"allowed\":\"a whole number"
                        + " from 0 to 20000\",\"default\":\"20\",\"least\":0.0,\"most\":20000.0}");
    }
}
