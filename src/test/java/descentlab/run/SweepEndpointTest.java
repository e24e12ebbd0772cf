package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SweepEndpointTest {

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private List<String> rows(String query) throws Exception {
        HttpResponse<String> answer = get("/api/sweep.csv?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("text/csv"));
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("run,lr,f,outcome");
        return lines.subList(1, lines.size());
    }

    @Test
    void aRangeIsTriedEvenlyOnALogScale() throws Exception {
        List<String> rows = rows("run=adagrad(lr=0.001..10)&points=41");
        assertThat(rows).hasSize(41).allMatch(row -> row.startsWith("adagrad(lr=0.001..10),"));
        assertThat(rows.getFirst()).startsWith("adagrad(lr=0.001..10),0.001,");
        assertThat(rows.getLast()).startsWith("adagrad(lr=0.001..10),10.0,");
        assertThat(rows("run=adagrad(lr=0.001..10)")).isEqualTo(rows);
        assertThat(rows("run=adagrad()")).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objective=ellipse&steps=20",
                "objective=rosenbrock&rotate=30&start=-1,2&steps=50&noise=0.5&seed=7",
                "f=sin(x1)*cos(x2)&start=1,1&steps=30",
                "q=2,0;0,8&c=1,1&b=3&steps=10",
            })
    void everyPointIsTheEndOfTheRaceWithThatRate(String experiment) throws Exception {
        for (String row : rows(experiment + "&points=5&run=sgd(lr=0.01..0.1)&run=adam(lr=0.01..1,beta1=0.5)")) {
            boolean sgd = row.startsWith("sgd");
            assertThat(row).startsWith(sgd ? "sgd(lr=0.01..0.1)," : "\"adam(lr=0.01..1,beta1=0.5)\",");
            String[] cells = row.split(sgd ? "\\)," : "\\)\",", 2)[1].split(",");
            String spec = sgd ? "sgd(lr=" + cells[0] + ")" : "adam(lr=" + cells[0] + ",beta1=0.5)";
            JsonNode run = json(get("/api/surface.json?" + experiment + "&run=" + spec)).get("runs").get(0);
            JsonNode points = run.get("points");
            assertThat(cells[1]).isEqualTo(String.valueOf(points.get(points.size() - 1).get("f").asDouble()));
            assertThat(cells[2]).isEqualTo(run.get("outcome").asString());
        }
    }

    @Test
    void aRateAboveTheBoundDiverges() throws Exception {
        assertThat(rows("steps=200&run=sgd(lr=0.4..0.6)&points=3").getFirst()).endsWith(",finished");
        assertThat(rows("steps=200&run=sgd(lr=0.4..0.6)&points=3").getLast()).endsWith(",diverged");
    }

    @Test
    void asManyPointsAsTheLabEverAsksForCanBeHad() throws Exception {
        assertThat(rows("steps=1&points=201&run=sgd(lr=1e-6..1)")).hasSize(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            points=5                                 | 400 | run    | lr=0.001..10
            run=sgd(lr=0.1)                          | 400 | run    | a range of rates such as lr=0.001..10
            run=sgd(lr=1..0.1)                       | 400 | run    | the smaller first
            run=sgd(lr=0..1)                         | 400 | run    | above 0
            run=sgd(lr=0.1..1&points=5               | 400 | run    | closing bracket
            run=sgd(lr=0.1..1)&run=sgd(lr=0.2)       | 400 | run    | a range of rates
            run=sgd()&points=1                       | 400 | points | a whole number from 2 to 201
            run=sgd()&points=x                       | 400 | points | a whole number from 2 to 201
            run=sgd()&points=202                     | 422 | points | at most 201
            run=sgd()&points=999999999999            | 422 | points | at most 201
            run=sgd()&steps=1000000                  | 422 | steps  | at most 20000
            run=sgd()&f=sin(x1                       | 400 | f      | at character
            run=sgd()&start=1                        | 400 | start  | 2 finite numbers
            run=sgd()&every=3                        | 400 | every  | points
            """)
    void aWrongSweepNamesTheParameterWhatCameAndWhatIsAllowed(
            String query, int status, String parameter, String allowed) throws Exception {
        HttpResponse<String> answer = get("/api/sweep.csv?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get(status == 422 ? "limit" : "allowed").asString()).contains(allowed);
    }

    @Test
    void moreThanEightOptimizersAreTooMany() throws Exception {
        HttpResponse<String> answer = get("/api/sweep.csv?steps=1" + "&run=sgd()".repeat(9));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("limit").asString()).isEqualTo("at most 8 runs");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
