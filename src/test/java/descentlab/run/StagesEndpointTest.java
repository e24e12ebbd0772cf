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

/** Branches over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StagesEndpointTest {

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

    /** Lines without the run's name, and in training without the seconds. */
    private List<String> rows(String path, String query, String run) throws Exception {
        HttpResponse<String> answer = get(path + "?" + query + "&run=" + run);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(1).map(line -> {
            String row = line.startsWith("\"") ? line.substring(line.indexOf("\",") + 2) : line.substring(line.indexOf("),") + 2);
            return path.contains("training") ? row.replaceFirst("^((?:[^,]*,){3})[^,]*", "$1") : row;
        }).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps=20", "steps=20&noise=0.5&seed=7", "objective=rosenbrock&rotate=30&start=-1,2&steps=20"})
    void aBranchIsItsParentUpToTheHandover(String query) throws Exception {
        List<String> parent = rows("/api/surface.csv", query, "adagrad(lr=0.4)");
        List<String> branch = rows("/api/surface.csv", query, "adagrad(lr=0.4)~8~momentum(lr=0.001)");
        assertThat(branch).hasSameSizeAs(parent);
        assertThat(branch.subList(0, 9)).isEqualTo(parent.subList(0, 9));
        assertThat(branch.get(9)).isNotEqualTo(parent.get(9)).endsWith(",0.001,0.001");
        assertThat(rows("/api/surface.csv", query, "adagrad(lr=0.4)~8~adagrad(lr=0.4,keep=true)")).isEqualTo(parent);
    }

    @ParameterizedTest
    @CsvSource({
        "data=airfoil&batch=10&every=50, 500, 11",
        "data=zipf-text&batch=10&every=100&epochs=1, 500, 6",
        "data=silhouettes&model=softmax&pictures=300&batch=50&epochs=2&every=50, 300, 7",
    })
    void aTrainingsBranchIsItsParentUpToTheHandover(String query, int handover, int rows) throws Exception {
        List<String> parent = rows("/api/training.csv", query, "adagrad(lr=0.1)");
        List<String> branch = rows("/api/training.csv", query, "adagrad(lr=0.1)~" + handover + "~sgd(lr=0.2)");
        assertThat(branch).hasSameSizeAs(parent);
        assertThat(branch.subList(0, rows)).isEqualTo(parent.subList(0, rows));
        assertThat(branch.get(rows)).isNotEqualTo(parent.get(rows));
    }

    @Test
    void aRunIsNamedInItsOneWay() throws Exception {
        JsonNode run = JsonMapper.shared()
                .readTree(get("/api/surface.json?steps=9&run=sgd(lr=0.50)~08~sgd(keep=true,lr=0.1)").body())
                .get("runs")
                .get(0);
        assertThat(run.get("run").asString()).isEqualTo("sgd(lr=0.5)~8~sgd(lr=0.1,keep=true)");
        assertThat(run.get("points")).hasSize(10);
    }

    @Test
    void aSweepTriesTheRangeOfOneStage() throws Exception {
        List<String> rows = get("/api/sweep.csv?steps=60&points=3&run=adagrad(lr=0.4)~8~sgd(lr=0.01..1)").body().lines().toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).startsWith("adagrad(lr=0.4)~8~sgd(lr=0.01..1),0.01,").endsWith(",finished");
        List<String> end = rows("/api/surface.csv", "steps=60", "adagrad(lr=0.4)~8~sgd(lr=0.01)");
        assertThat(rows.get(1).split(",")[2]).isEqualTo(end.getLast().split(",")[3]);
        assertThat(rows.get(3)).endsWith(",diverged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            /api/surface.csv?run=sgd()~20~sgd()                          | a handover before the end, which is at 20 steps
            /api/surface.csv?run=sgd()~8~adam(keep=true)                 | keep=true between stages of one kind
            /api/surface.json?run=sgd(keep=true)                         | keep is for a later stage
            /api/surface.csv?run=sgd()~8                                 | (at character 8)
            /api/sweep.csv?run=sgd(lr=0.1)~8~sgd(lr=0.1)                 | a range of rates in one stage
            /api/sweep.csv?run=sgd(lr=0.1..1)~8~sgd(lr=0.1..1)           | one range in all stages
            /api/training.csv?run=sgd()~15~sgd()                         | at the end of a batch, as 10 or 20
            /api/training.csv?run=sgd()~10~newton()                      | gradients only
            /api/training.csv?run=sgd()~3000~sgd()                       | which is at 3000 examples
            """)
    void aBranchThatCannotBeIsRefusedWithWhatCan(String pathAndQuery, String allowed) throws Exception {
        HttpResponse<String> answer = get(pathAndQuery);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("parameter").asString()).isEqualTo("run");
        assertThat(problem.get("allowed").asString()).contains(allowed);
    }
}
