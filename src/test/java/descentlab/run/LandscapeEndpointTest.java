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

/** A landscape as data, over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LandscapeEndpointTest {

    private static final String SMALL = "data=silhouettes&model=mlp&hidden=4&halved=true&pictures=300&batch=100&epochs=2&every=100"
            + "&landscape=path&slice=60";
    private static final String TWO = SMALL + "&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";

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

    @Test
    void aFileHasTheGridThePathsTheWalkAndTheLine() throws Exception {
        HttpResponse<String> answer = get("/api/landscape.csv?" + TWO);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("run,x,y,loss,error,pictures,epoch,off,foot,t,shuffled,matched");
        List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows.stream().collect(Collectors.groupingBy(row -> row[0], Collectors.counting())))
                .containsOnly(
                        Map.entry("slice", 2601L),
                        Map.entry("sgd(lr=0.1)", 7L),
                        Map.entry("adagrad(lr=0.05)", 7L),
                        Map.entry("random walk", 7L),
                        Map.entry("line to adagrad(lr=0.05)", 25L));
        assertThat(rows.stream().filter(row -> row[0].equals("slice")))
                .allSatisfy(row -> {
                    assertThat(Double.parseDouble(row[4])).isPositive();
                    assertThat(row[5]).isEqualTo("60");
                    assertThat(row[6]).isEmpty();
                });
    }

    @Test
    void aDocumentSaysTheSame() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(get("/api/landscape.json?" + TWO).body());
        assertThat(document.get("runs")).hasSize(5);
        assertThat(document.get("runs").get(0).get("run").asString()).isEqualTo("slice");
        assertThat(document.get("runs").get(0).get("outcome").asString()).isEqualTo("finished");
        assertThat(document.get("runs").get(1).get("points").get(0).get("epoch").asDouble()).isZero();
        assertThat(document.get("runs").get(1).get("points").get(0).get("t").isNull()).isTrue();
    }

    @Test
    void whatDivergedHasNoRows() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(get("/api/landscape.json?" + SMALL + "&loss=squared&run=sgd(lr=1000000)&run=sgd(lr=0.1)").body());
        assertThat(document.get("runs").get(1).get("outcome").asString()).isEqualTo("diverged");
        assertThat(document.get("runs").get(1).get("points")).isEmpty();
        assertThat(document.get("runs").get(2).get("points")).isNotEmpty();
        assertThat(document.get("runs").get(4).get("points")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=silhouettes&model=softmax&run=sgd(lr=0.1) | 400 | landscape",
        "data=airfoil&run=sgd(lr=0.1) | 400 | landscape",
        "data=silhouettes&landscape=path | 400 | run",
        "data=silhouettes&landscape=flat&run=sgd(lr=0.1) | 400 | landscape",
        "data=silhouettes&landscape=path&slice=2001&run=sgd(lr=0.1) | 422 | slice",
        "data=silhouettes&landscape=path&slice=-1&run=sgd(lr=0.1) | 400 | slice",
        "data=fashion-mnist&landscape=path&epochs=50&run=sgd(lr=0.1)&run=sgd(lr=0.2)&run=sgd(lr=0.3)&run=sgd(lr=0.4)&pictures=10001"
                + " | 422 | epochs"})
    void whatCannotBeIsNamed(String query, int status, String parameter) throws Exception {
        HttpResponse<String> answer = get("/api/landscape.csv?" + query.strip());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + parameter.strip() + "\"");
    }
}
