package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trainings on pictures as data, over real HTTP, on a server without Fashion-MNIST. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PictureEndpointTest {

    private static final String SMALL = "data=silhouettes&model=softmax&pictures=600&batch=100&epochs=2&every=200"
            + "&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";

    @TempDir
    private static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private ComputePool pool;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void nothingIsThere(DynamicPropertyRegistry registry) {
        registry.add("descentlab.home", home::toString);
        registry.add("descentlab.fashion-mnist.packaged", () -> home.resolve("none").toString());
    }

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aFileHasTheDocumentedColumnsFirstAndARunAfterTheOther() throws Exception {
        HttpResponse<String> answer = get("/api/training.csv?" + SMALL);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("run,epoch,examples,loss,seconds,testLoss,testAccuracy,"
                        + "dense.gradient,dense.rate05,dense.rate50,dense.rate95");
        List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows).hasSize(14).allMatch(row -> row.length == 11);
        assertThat(rows.stream().map(row -> row[0] + " " + row[2]))
                .containsExactly(
                        "sgd(lr=0.1) 0", "sgd(lr=0.1) 200", "sgd(lr=0.1) 400", "sgd(lr=0.1) 600", "sgd(lr=0.1) 800",
                        "sgd(lr=0.1) 1000", "sgd(lr=0.1) 1200", "adagrad(lr=0.05) 0", "adagrad(lr=0.05) 200",
                        "adagrad(lr=0.05) 400", "adagrad(lr=0.05) 600", "adagrad(lr=0.05) 800",
                        "adagrad(lr=0.05) 1000", "adagrad(lr=0.05) 1200");
        for (String[] row : rows) {
            boolean tested = Integer.parseInt(row[2]) % 600 == 0;
            assertThat(row[6].isEmpty()).as(Arrays.toString(row)).isEqualTo(!tested);
            assertThat(row[3].isEmpty()).isEqualTo(row[2].equals("0"));
        }
        assertThat(Double.parseDouble(rows.get(6)[6])).isGreaterThan(Double.parseDouble(rows.get(0)[6]));
        assertThat(rows.get(0)[6]).as("one start for all").isEqualTo(rows.get(7)[6]);
    }

    @Test
    void theSameAsJsonHasOutcomesAndEveryTensor() throws Exception {
        HttpResponse<String> answer = get("/api/training.json?" + SMALL);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        JsonNode runs = JsonMapper.shared().readTree(answer.body()).get("runs");
        assertThat(runs.size()).isEqualTo(2);
        JsonNode run = runs.get(1);
        assertThat(run.get("run").asString()).isEqualTo("adagrad(lr=0.05)");
        assertThat(run.get("outcome").asString()).isEqualTo("finished");
        assertThat(run.get("points").size()).isEqualTo(7);
        JsonNode first = run.get("points").get(0);
        assertThat(first.get("loss").isNull()).isTrue();
        assertThat(first.get("testAccuracy").asDouble()).isBetween(0.0, 0.5);
        JsonNode last = run.get("points").get(6);
        assertThat(last.get("epoch").asDouble()).isEqualTo(2);
        assertThat(last.get("examples").asInt()).isEqualTo(1200);
        assertThat(last.get("testAccuracy").asDouble()).isGreaterThan(0.5);
        assertThat(run.get("points").get(1).get("testAccuracy").isNull()).isTrue();
        assertThat(run.get("parameters").get("dense.weight").size()).isEqualTo(7840);
        assertThat(run.get("parameters").get("dense.bias").size()).isEqualTo(10);
    }

    @Test
    void theSameLinkGivesTheSameNumbersButForTheSeconds() throws Exception {
        String link = "/api/training.csv?" + SMALL;
        assertThat(withoutSeconds(get(link).body())).isEqualTo(withoutSeconds(get(link).body()));
        assertThat(withoutSeconds(get(link + "&seed=1").body())).isNotEqualTo(withoutSeconds(get(link).body()));
    }

    private static String withoutSeconds(String csv) {
        return csv.replaceAll("(?m)^((?:[^,]*,){4})[^,]*", "$1");
    }

    @Test
    void aRunThatDivergesEndsItsRowsAndTheOthersGoOn() throws Exception {
        JsonNode runs = JsonMapper.shared()
                .readTree(get("/api/training.json?data=silhouettes&model=lenet-relu&pictures=600&batch=100&epochs=1"
                                + "&run=sgd(lr=100000)&run=sgd(lr=0.1)")
                        .body())
                .get("runs");
        assertThat(runs.get(0).get("outcome").asString()).isEqualTo("diverged");
        assertThat(runs.get(0).get("explanation").asString()).contains("A smaller learning rate");
        assertThat(runs.get(1).get("outcome").asString()).isEqualTo("finished");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            data=silhouettes                                                  | 400 | run
            data=silhouettes&run=newton(lr=1)                                 | 400 | run
            data=silhouettes&model=resnet&run=sgd(lr=1)                       | 400 | model
            data=silhouettes&model=linear&run=sgd(lr=1)                       | 400 | model
            data=silhouettes&init=zero&run=sgd(lr=1)                          | 400 | init
            data=silhouettes&pictures=0&run=sgd(lr=1)                         | 400 | pictures
            data=silhouettes&pictures=10001&run=sgd(lr=1)                     | 422 | pictures
            data=silhouettes&batch=4097&run=sgd(lr=1)                         | 422 | batch
            data=silhouettes&pictures=100&batch=101&run=sgd(lr=1)             | 422 | batch
            data=silhouettes&epochs=51&run=sgd(lr=1)                          | 422 | epochs
            data=silhouettes&epochs=50&every=1&batch=1&run=sgd(lr=1)          | 422 | every
            data=silhouettes&every=x&run=sgd(lr=1)                            | 400 | every
            data=silhouettes&run=sgd(lr=1)&run=sgd(lr=1)&run=sgd(lr=1)&run=sgd(lr=1)&run=sgd(lr=1) | 422 | run
            data=fashion-mnist&epochs=34&run=sgd(lr=1)                        | 422 | epochs
            data=fashion-mnist&epochs=10&run=sgd(lr=1)&run=sgd(lr=2)&run=adam(lr=1)&run=adagrad(lr=1) | 422 | epochs
            """)
    void aWrongRequestNamesTheParameterWhatCameAndWhatIsAllowed(String query, int status, String parameter)
            throws Exception {
        int before = pool.unfinishedJobs();
        for (String path : List.of("/api/training.csv?", "/api/training.json?")) {
            HttpResponse<String> answer = get(path + query);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
            assertThat(problem.get(status == 422 ? "limit" : "allowed").asString()).isNotBlank();
        }
        assertThat(pool.unfinishedJobs()).as("nothing was begun").isLessThanOrEqualTo(before);
    }

    @Test
    void picturesThatAreNotThereAreSaidToBeMissing() throws Exception {
        HttpResponse<String> answer = get("/api/training.csv?data=fashion-mnist&epochs=1&run=sgd(lr=1)");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("not on this server", "/data/fashion-mnist", "silhouettes");
    }

    @ParameterizedTest
    @CsvSource({"csv", "json"})
    void aReaderThatGoesAwayEndsTheTraining(String kind) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET /api/training." + kind + "?data=silhouettes&model=lenet&epochs=50&run=sgd(lr=0.5)"
                                    + "&run=sgd(lr=0.4)&run=sgd(lr=0.3)&run=sgd(lr=0.2) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.readLine()).contains("200");
            assertThat(pool.unfinishedJobs()).isEqualTo(1);
        }
        // To its end it would take minutes.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pool.unfinishedJobs() == 0);
    }

    @Test
    void moreThanOneMayHaveAreRefusedWithTheWayOut() throws Exception {
        String link = "/api/training.csv?data=silhouettes&model=lenet&epochs=50&run=sgd(lr=0.5)";
        var waiting = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket("localhost", port);
                waiting.add(socket);
                socket.getOutputStream()
                        .write(("GET " + link + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            Awaitility.await().until(() -> pool.unfinishedJobs() == 4);
            HttpResponse<String> answer = get(link);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body()).contains("You already have 4 trainings on pictures", "Stop one of them");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> pool.unfinishedJobs() == 0);
    }
}
