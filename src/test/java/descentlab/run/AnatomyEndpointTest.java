package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The anatomy of a step over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AnatomyEndpointTest {

    private static final String RACE = "steps=20&noise=0.2&seed=3&run=sgd(lr=0.1)&run=adagrad(lr=0.4)~8~adam(lr=0.1)";

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode json(String pathAndQuery) throws Exception {
        HttpResponse<String> answer = get(pathAndQuery);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static double last(JsonNode anatomy, String role, int coordinate) {
        double value = Double.NaN;
        for (JsonNode term : anatomy.get("terms")) {
            if (term.get("role").asString().equals(role)) {
                value = term.get("values").get(coordinate).asDouble();
            }
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 20})
    void aStepLeadsFromOneRowToTheNext(int step) throws Exception {
        JsonNode rows = json("/api/surface.json?" + RACE).get("runs").get(1).get("points");
        JsonNode anatomy = json("/api/anatomy.json?" + RACE + "&series=1&step=" + step);
        assertThat(anatomy.get("run").asString()).isEqualTo("adagrad(lr=0.4)~8~adam(lr=0.1)");
        assertThat(anatomy.get("optimizer").asString()).isEqualTo(step <= 8 ? "adagrad" : "adam");
        assertThat(anatomy.get("stage").asInt()).isEqualTo(step <= 8 ? 0 : 1);
        for (int i = 0; i < 2; i++) {
            String coordinate = String.valueOf(i + 1);
            assertThat(last(anatomy, "point", i)).isEqualTo(rows.get(step - 1).get("x" + coordinate).asDouble());
            assertThat(last(anatomy, "gradient", i)).isEqualTo(rows.get(step - 1).get("g" + coordinate).asDouble());
            assertThat(last(anatomy, "next", i)).isEqualTo(rows.get(step).get("x" + coordinate).asDouble());
            assertThat(last(anatomy, "rate", i)).isEqualTo(rows.get(step).get("rate" + coordinate).asDouble());
        }
    }

    @Test
    void theFirstStepOfTheFirstRunIsToldUnasked() throws Exception {
        JsonNode anatomy = json("/api/anatomy.json?" + RACE);
        assertThat(anatomy.get("run").asString()).isEqualTo("sgd(lr=0.1)");
        assertThat(anatomy.get("step").asInt()).isEqualTo(1);
        assertThat(anatomy.get("chain").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "series=2&step=1; series; a whole number from 0 to 1",
        "series=x; series; a whole number from 0 to 1",
        "step=0; step; a whole number from 1 to 20",
        "step=21; step; a whole number from 1 to 20",
        "step=1&window=1; window; no such parameter",
    })
    void whatIsNotThereIsRefusedByName(String asked, String parameter, String allowed) throws Exception {
        HttpResponse<String> answer = get("/api/anatomy.json?" + RACE + "&" + asked);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("allowed").asString()).startsWith(allowed);
    }

    @Test
    void aRunThatEndedBeforeHasNoSuchStep() throws Exception {
        HttpResponse<String> answer = get("/api/anatomy.json?steps=2000&run=sgd(lr=1000)&step=2000");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a step that the run takes; it ends after ");
        assertThat(get("/api/anatomy.json?steps=5").body()).contains("at least one optimizer");
        assertThat(get("/api/anatomy.json?steps=0&run=sgd(lr=1)").body()).contains("at least 1, so that there is a step");
    }
}
