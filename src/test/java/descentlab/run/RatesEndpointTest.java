package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rates that were looked for as data, over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RatesEndpointTest {

    private static final String TABLE = "data=airfoil&search=test&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=airfoil", "data=zipf-text", "data=silhouettes&model=softmax&pictures=300&batch=50", "data=silhouettes&pictures=60&batch=20"})
    void aTestHasABatchInEachRow(String data) throws Exception {
        HttpResponse<String> answer = get("/api/rates.csv?" + data.strip() + "&search=test&batches=20&run=sgd()&run=adam()");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("run,batch,lr,loss,smoothed");
        Map<String, List<String[]>> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).collect(Collectors.groupingBy(row -> row[0]));
        assertThat(rows).hasSize(2);
        // The same first batch from the same start.
        assertThat(rows.values().stream().map(each -> each.getFirst()[3]).distinct()).hasSize(1);
        assertThat(rows.values().stream().map(each -> each.getFirst()[1])).containsOnly("1");
        assertThat(rows.values().stream().map(each -> each.getFirst()[2])).containsOnly("1.0E-5");
    }

    @Test
    void aDocumentSaysWhatWasFound() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(get("/api/rates.json?" + TABLE).body());
        assertThat(document.get("runs")).hasSize(2);
        JsonNode sgd = document.get("runs").get(0);
        assertThat(sgd.get("run").asString()).isEqualTo("sgd(lr=0.1)");
        assertThat(sgd.get("outcome").asString()).isEqualTo("diverged");
        assertThat(sgd.get("explanation").asString()).contains("blown up");
        JsonNode found = sgd.get("parameters");
        assertThat(found.get("steepest").get(0).asDouble()).isBetween(1e-3, 1.0);
        assertThat(found.get("careful").get(0).asDouble()).isEqualTo(0.1 * found.get("lowest").get(0).asDouble());
    }

    @Test
    void linesComeAsTheyAreComputedAndSayTheSame() throws Exception {
        HttpResponse<String> answer = get("/api/rates.jsonl?" + TABLE);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/jsonl");
        List<JsonNode> lines = answer.body().lines().filter(line -> !line.isEmpty()).map(JsonMapper.shared()::readTree).toList();
        assertThat(lines.getFirst().get("columns").valueStream().map(JsonNode::asString)).containsExactly("batch", "lr", "loss", "smoothed");
        List<JsonNode> ends = lines.stream().filter(line -> line.has("outcome")).toList();
        assertThat(ends).hasSize(2);
        JsonNode document = JsonMapper.shared().readTree(get("/api/rates.json?" + TABLE).body());
        assertThat(ends.get(0).get("parameters")).isEqualTo(document.get("runs").get(0).get("parameters"));
        List<JsonNode> rows = lines.stream()
                .filter(line -> line.has("rows") && line.get("run").asString().startsWith("adagrad"))
                .flatMap(line -> line.get("rows").valueStream())
                .toList();
        JsonNode points = document.get("runs").get(1).get("points");
        assertThat(rows).hasSize(points.size());
        assertThat(rows.getLast().get(2)).isEqualTo(points.get(points.size() - 1).get("loss"));
    }

    @Test
    void aSweepHasARateInEachRow() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(get("/api/rates.json?data=airfoil&search=sweep&batches=30&trials=5&from=0.001&to=1e5&run=sgd()").body());
        JsonNode points = document.get("runs").get(0).get("points");
        assertThat(points).hasSize(5);
        assertThat(points.get(0).get("lr").asDouble()).isEqualTo(0.001);
        assertThat(points.get(0).get("outcome").asString()).isEqualTo("finished");
        assertThat(points.get(4).get("outcome").asString()).isEqualTo("diverged");
        assertThat(points.get(4).get("loss").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=airfoil", "data=zipf-text&epochs=1", "data=silhouettes&model=softmax&pictures=300&batch=50&epochs=1",
        "data=silhouettes&pictures=60&batch=20&epochs=1"})
    void aStudyHasTrialsAndWhatWasChosenAndAComparison(String data) throws Exception {
        HttpResponse<String> answer = get("/api/rates.json?" + data.strip() + "&search=study&trials=3&decades=2&run=sgd(lr=0.1)&run=adagrad(lr=0.05)");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode runs = JsonMapper.shared().readTree(answer.body()).get("runs");
        assertThat(runs.valueStream().map(run -> run.get("run").asString())).containsExactly("sgd(lr=0.1)", "adagrad(lr=0.05)", "comparison");
        JsonNode adagrad = runs.get(1);
        assertThat(adagrad.get("points")).hasSize(4);
        assertThat(adagrad.get("points").get(3).get("trial").asInt()).isEqualTo(adagrad.get("parameters").get("chosen").get(0).asInt());
        assertThat(adagrad.get("points").get(3).get("test").asDouble()).isEqualTo(adagrad.get("parameters").get("test").get(0).asDouble());
        assertThat(adagrad.get("points").get(0).get("test").isNull()).isTrue();
        assertThat(adagrad.get("parameters").get("expected")).hasSize(3);
        assertThat(runs.get(2).get("points")).isEmpty();
        assertThat(runs.get(2).get("parameters").get("ahead")).hasSize(2);
        assertThat(runs.get(2).get("parameters").get("confirmed")).hasSize(2);
        assertThat(runs.get(2).get("parameters").get("leader").get(0).asInt()).isBetween(0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=silhouettes&search=study&epochs=50&run=sgd(lr=0.1) | 422 | trials",
        "data=airfoil&search=study&decades=0&run=sgd(lr=0.1) | 400 | decades",
        "data=airfoil&search=study&run=sgd(lr=0) | 400 | run",
        "data=airfoil&run=sgd() | 400 | search",
        "data=airfoil&search=test | 400 | run",
        "data=airfoil&search=test&from=1&to=0.1&run=sgd() | 400 | to",
        "data=airfoil&search=test&batches=10&run=sgd() | 400 | batches",
        "data=airfoil&search=sweep&batches=1000&trials=42&run=sgd() | 422 | trials",
        "data=silhouettes&search=sweep&batches=1000&trials=41&run=sgd() | 422 | batches",
        "data=airfoil&search=test&run=newton() | 400 | run"})
    void whatCannotBeIsNamed(String query, int status, String parameter) throws Exception {
        HttpResponse<String> answer = get("/api/rates.csv?" + query.strip());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + parameter.strip() + "\"");
    }
}
