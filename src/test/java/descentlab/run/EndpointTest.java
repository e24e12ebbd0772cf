package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EndpointTest {

    /**
     * The application's endpoints without its pages. It lies in a test class because the scan of the whole application
     * leaves these out; elsewhere it would switch off the pages in every test.
     */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan(basePackages = {"descentlab.api", "descentlab.run", "descentlab.cluster", "descentlab.client"})
    static class EndpointsOnly {}

    @LocalServerPort
    private int port;

    @Autowired
    private ComputePool pool;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(request(pathAndQuery), BodyHandlers.ofString());
    }

    private HttpRequest request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void whatRunsAwayCarriesARateThatDoesNot() throws Exception {
        JsonNode runs = json(get("/api/surface.json?objective=ellipse&run=sgd(lr=5)&run=sgd(lr=0.4)")).get("runs");
        assertThat(runs.get(0).get("outcome").asString()).isEqualTo("diverged");
        double suggested = runs.get(0).get("suggestedRate").asDouble();
        assertThat(suggested).isEqualTo(0.25);
        assertThat(runs.get(1).has("suggestedRate")).isFalse();
        JsonNode again =
                json(get("/api/surface.json?objective=ellipse&run=sgd(lr=" + suggested + ")")).get("runs").get(0);
        assertThat(again.get("outcome").asString()).isEqualTo("finished");
    }

    @Test
    void theMeasurementsCanBeHadAsTheyWereMade() throws Exception {
        HttpResponse<String> answer = get("/api/data/airfoil.csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=86400, public");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2 + 1503);
        assertThat(lines.get(0)).startsWith("# Airfoil self-noise.").contains("NASA").endsWith("CC BY 4.0");
        assertThat(lines.get(1)).startsWith("frequency (Hz),").endsWith(",scaled sound pressure level (dB)");
        assertThat(lines.get(2)).isEqualTo("800.0,0.0,0.3048,71.3,0.00266337,126.201");
    }

    @Test
    void thePicturesThatComeAlongCanBeHadAsFiles() throws Exception {
        HttpResponse<String> answer = get("/api/data/silhouettes/silhouettes-t10k-labels-idx1-ubyte.gz");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/gzip");
        HttpResponse<String> other = get("/api/data/silhouettes/passwords.gz");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("silhouettes-train-images-idx3-ubyte.gz");
        assertThat(get("/api/data/digits/digits-train-images-idx3-ubyte.gz").statusCode()).isEqualTo(200);
        HttpResponse<String> elsewhere = get("/api/data/fashion-mnist/train-images-idx3-ubyte.gz");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).contains("silhouettes and digits");
    }

    @Test
    void theChaptersAdagradEndsWhereItShould() throws Exception {
        HttpResponse<String> answer =
                get("/api/surface.csv?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("text/csv"));
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(22);
        assertThat(lines.get(0)).isEqualTo("run,step,x1,x2,f,g1,g2,rate1,rate2");
        assertThat(lines.get(1)).isEqualTo("adagrad(lr=0.4),0,-5.0,-2.0,10.5,-1.0,-8.0,,");
        String[] last = lines.getLast().split(",");
        assertThat(Double.parseDouble(last[2])).isCloseTo(-2.382563, within(5e-7));
        assertThat(Double.parseDouble(last[3])).isCloseTo(-0.158591, within(5e-7));
    }

    @Test
    void aSpecWithCommasIsOneCell() throws Exception {
        assertThat(get("/api/surface.csv?steps=0&run=momentum(lr=0.1,beta=0.8)").body().lines().skip(1))
                .containsExactly("\"momentum(lr=0.1,beta=0.8)\",0,-5.0,-2.0,10.5,-1.0,-8.0,,");
    }

    @Test
    void theSameRaceAsJsonSaysHowEachRunEnded() throws Exception {
        JsonNode runs = json(get("/api/surface.json?q=2,0;0,2&c=1,0&b=3&start=0,0&steps=40&run=sgd(lr=0.5)&run=sgd(lr=3)"))
                .get("runs");
        assertThat(runs.get(0).get("outcome").asString()).isEqualTo("converged");
        assertThat(runs.get(0).get("points").get(0).get("rate1").isNull()).isTrue();
        assertThat(runs.get(0).get("points").get(1).get("x1").asDouble()).isEqualTo(-0.5);
        assertThat(runs.get(1).get("outcome").asString()).isEqualTo("diverged");
        assertThat(runs.get(1).get("explanation").asString()).contains("|x1|");
    }

    @Test
    void aTypedObjectiveRunsLikeItsNamedTwin() throws Exception {
        String runs = "&start=-5,-2&steps=20&run=adagrad(lr=0.4)&run=newton(lr=0.5)";
        assertThat(get("/api/surface.csv?f=0.1*x1%5E2%2B2*x2%5E2" + runs).body().lines().toList())
                .hasSize(1 + 2 * 21);
        String last = get("/api/surface.csv?f=0.1*x1%5E2%2B2*x2%5E2&start=-5,-2&steps=20&run=adagrad(lr=0.4)")
                .body()
                .lines()
                .toList()
                .getLast();
        assertThat(Double.parseDouble(last.split(",")[2])).isCloseTo(-2.382563, within(5e-7));
    }

    @Test
    void trainingFallsToWhereTheChapterGetsTo() throws Exception {
        JsonNode run = json(get("/api/training.json?data=airfoil&model=linear&batch=10&epochs=2&run=adagrad(lr=0.1)"))
                .get("runs")
                .get(0);
        assertThat(run.get("outcome").asString()).isEqualTo("finished");
        assertThat(run.get("points").size()).isEqualTo(16);
        JsonNode last = run.get("points").get(15);
        assertThat(last.get("epoch").asDouble()).isEqualTo(2);
        assertThat(last.get("examples").asInt()).isEqualTo(3000);
        assertThat(last.get("loss").asDouble()).isBetween(0.23, 0.26);
        assertThat(run.get("parameters").get("weight").size()).isEqualTo(5);
        assertThat(run.get("parameters").get("bias").size()).isEqualTo(1);
    }

    @Test
    void theSameLinkGivesTheSameNumbers() throws Exception {
        String link = "/api/training.csv?epochs=1&seed=3&run=sgd(lr=0.05)";
        assertThat(withoutSeconds(get(link).body())).isEqualTo(withoutSeconds(get(link).body()));
        assertThat(withoutSeconds(get(link).body()))
                .isNotEqualTo(withoutSeconds(get(link.replace("seed=3", "seed=4")).body()));
    }

    @Test
    void airfoilHasNoColumnsBesideTheLoss() throws Exception {
        String query = "data=airfoil&model=linear&every=1500&epochs=1&run=adagrad(lr=0.1)";
        List<String> lines = get("/api/training.csv?" + query).body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("run,epoch,examples,loss,seconds");
        assertThat(lines.get(1)).isEqualTo("adagrad(lr=0.1),0.0,0,0.48711347191332105,0.0");
        assertThat(lines.get(2)).matches("adagrad\\(lr=0\\.1\\),1\\.0,1500,0\\.24\\d+,[\\d.E-]+");
        assertThat(get("/api/training.json?" + query).body())
                .startsWith("{\"runs\":[{\"run\":\"adagrad(lr=0.1)\",\"outcome\":\"finished\",\"explanation\":\"\",\"points\":"
                        + "[{\"epoch\":0.0,\"examples\":0,\"loss\":0.48711347191332105,\"seconds\":0.0},{\"epoch\":1.0,");
    }

    @Test
    void textHasTheWeightErrorOfEachBandBesideTheLoss() throws Exception {
        String query = "data=zipf-text&model=logistic&every=4000&epochs=1&init=zero&run=adagrad(lr=0.55)";
        List<String> lines = get("/api/training.csv?" + query).body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("run,epoch,examples,loss,seconds,band1,band2,band3,band4,band5");
        assertThat(lines.get(1)).matches("adagrad\\(lr=0\\.55\\),0\\.0,0,0\\.693147\\d+,0\\.0(,1\\.0){5}");
        JsonNode run = json(get("/api/training.json?" + query)).get("runs").get(0);
        JsonNode last = run.get("points").get(2);
        assertThat(last.get("examples").asInt()).isEqualTo(8000);
        assertThat(last.get("band5").asDouble()).isBetween(0.4, 0.55);
        assertThat(run.get("parameters").get("weight").size()).isEqualTo(500);
    }

    @Test
    void aModelThatDoesNotFitTheDataIsToldWhichDo() throws Exception {
        assertThat(json(get("/api/training.json?data=zipf-text&model=linear&run=sgd(lr=1)")).get("allowed").asString())
                .isEqualTo("linear with data=airfoil, logistic with data=zipf-text");
        assertThat(json(get("/api/training.json?data=iris&run=sgd(lr=1)")).get("allowed").asString())
                .isEqualTo("airfoil, zipf-text, fashion-mnist, silhouettes, digits");
    }

    private static List<String> withoutSeconds(String csv) {
        return csv.lines().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            /api/surface.csv                                        | 400 | run
            /api/surface.csv?run=adagrid(lr=1)                      | 400 | run
            /api/surface.csv?run=adagrad(lr=0.4                     | 400 | run
            /api/surface.csv?run=adagrad(lr=NaN)                    | 400 | run
            /api/surface.csv?run=adagrad(lr=-1)                     | 400 | run
            /api/surface.csv?objective=nowhere&run=sgd(lr=1)        | 400 | objective
            /api/surface.csv?start=1&run=sgd(lr=1)                  | 400 | start
            /api/surface.csv?start=1,Infinity&run=sgd(lr=1)         | 400 | start
            /api/surface.csv?start=1,1e300&run=sgd(lr=1)            | 400 | start
            /api/surface.csv?steps=-1&run=sgd(lr=1)                 | 400 | steps
            /api/surface.csv?steps=1.5&run=sgd(lr=1)                | 400 | steps
            /api/surface.csv?steps=1000000&run=sgd(lr=1)            | 422 | steps
            /api/surface.csv?steps=99999999999999999999&run=sgd(lr=1) | 422 | steps
            /api/surface.csv?steps=1&steps=2&run=sgd(lr=1)          | 400 | steps
            /api/surface.csv?rotate=1e9&run=sgd(lr=1)               | 400 | rotate
            /api/surface.csv?noise=-1&run=sgd(lr=1)                 | 400 | noise
            /api/surface.csv?seed=x&run=sgd(lr=1)                   | 400 | seed
            /api/surface.csv?q=1,2,3&run=sgd(lr=1)                  | 400 | q
            /api/surface.csv?f=sin(x1&run=sgd(lr=1)                 | 400 | f
            /api/surface.csv?f=system(x1)&run=sgd(lr=1)             | 400 | f
            /api/surface.csv?f=x1&objective=ellipse&run=sgd(lr=1)   | 400 | f
            /api/training.json?run=newton(lr=1)                     | 400 | run
            /api/surface.csv?steeps=20&run=sgd(lr=1)                | 400 | steeps
            /api/training.json?data=iris&run=sgd(lr=1)              | 400 | data
            /api/training.json?model=tree&run=sgd(lr=1)             | 400 | model
            /api/training.json?data=zipf-text&model=linear&run=sgd(lr=1) | 400 | model
            /api/training.json?model=logistic&run=sgd(lr=1)         | 400 | model
            /api/training.json?data=zipf-text&batch=8001&run=sgd(lr=1) | 422 | batch
            /api/training.json?batch=0&run=sgd(lr=1)                | 400 | batch
            /api/training.json?epochs=1000000&run=sgd(lr=1)         | 422 | epochs
            /api/training.json?epochs=1000&every=1&batch=1&run=sgd(lr=1) | 422 | every
            /api/training.json?init=ones&run=sgd(lr=1)              | 400 | init
            /api/training.json?shuffle=maybe&run=sgd(lr=1)          | 400 | shuffle
            /stream/field                                           | 400 | objective
            /api/surface.csv?f=log(x1)&run=sgd(lr=1)                | 400 | f
            /stream/field?window=1,0,0,1                            | 400 | window
            /stream/field?columns=100000                            | 422 | columns
            """)
    void aWrongRequestNamesTheParameterWhatCameAndWhatIsAllowed(String path, int status, String parameter)
            throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.has("came")).isTrue();
        assertThat(problem.get(status == 422 ? "limit" : "allowed").asString()).isNotBlank();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/surface.csv, steps=3&run=adagrad(lr=0.4)",
        "/api/surface.json, f=x1%5E2%2Bx2%5E2&steps=3&run=sgd(lr=0.1)",
        "/api/sweep.csv, steps=3&points=3&run=sgd(lr=0.1..1)",
        "/api/sweep.json, steps=3&points=3&run=sgd(lr=0.1..1)",
        "/api/basins.csv, steps=3&columns=4&rows=3&run=sgd(lr=0.1)",
        "'/api/heat.json', 'steps=3&points=3x2&run=momentum(lr=0.1..1,beta=0..0.9)'",
        "/api/cloud.json, steps=3&noise=1&seeds=2&run=sgd(lr=0.1)",
        "/api/anatomy.json, steps=3&run=sgd(lr=0.1)&step=2",
    })
    void aFormIsAnsweredAsALinkIs(String path, String query) throws Exception {
        HttpResponse<String> answer = post(path, "application/x-www-form-urlencoded", query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(get(path + "?" + query).body());
    }

    @Test
    void whatIsNotAskedInOneOfTheWaysThereAreIsToldThem() throws Exception {
        assertThat(json(post("/api/surface.csv", "application/json", "{}")).get("detail").asString())
                .contains("application/json", "Allowed here: application/x-www-form-urlencoded");
        assertThat(post("/api/surface.csv", "application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(post("/stream/field", "application/x-www-form-urlencoded", "objective=ellipse").statusCode())
                .isEqualTo(405);
        assertThat(post("/api/data/airfoil.csv", "application/x-www-form-urlencoded", "a=1").statusCode()).isEqualTo(405);
        assertThat(json(post("/api/surface.csv", "nonsense;;/", "steps=3")).get("came").asString()).isEqualTo("nonsense;;/");
        HttpResponse<String> picky = client.send(
                HttpRequest.newBuilder(request("/api/surface.json?run=sgd(lr=1)").uri())
                        .header("Accept", "image/png")
                        .build(),
                BodyHandlers.ofString());
        assertThat(picky.statusCode()).isEqualTo(406);
        assertThat(picky.body()).contains("application/json");
    }

    @Test
    void hundredsOfRunsAreTooMany() throws Exception {
        HttpResponse<String> answer = get("/api/surface.csv?x=1" + "&run=sgd(lr=1)".repeat(200));
        assertThat(answer.statusCode()).isEqualTo(400); // x is no parameter, and form comes first
        answer = get("/api/surface.csv?steps=1" + "&run=sgd(lr=1)".repeat(200));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("limit").asString()).isEqualTo("at most 8 runs");
        assertThat(json(answer).get("came").asString()).isEqualTo("200 runs");
    }

    @Test
    void aRunThatDoesNotExistIsNotFound() throws Exception {
        assertThat(get("/stream/runs/" + RunId.random().value()).statusCode()).isEqualTo(404);
        assertThat(get("/stream/runs/x").statusCode()).isEqualTo(404);
        assertThat(json(get("/stream/runs/x")).get("detail").asString()).contains("no such run");
    }

    @Test
    void aFieldIsAGridOfValues() throws Exception {
        byte[] body = client.send(
                        request("/stream/field?objective=ellipse&rotate=0&window=-1,1,0,2&columns=3&rows=2"),
                        BodyHandlers.ofByteArray())
                .body();
        float[] grid = new float[6];
        ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(grid);
        assertThat(grid).containsExactly(0.1f, 0, 0.1f, 8.1f, 8, 8.1f);
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        get("/api/surface.csv?steps=20000&run=sgd(lr=0.1)");
        long before = computingThreads();
        for (int i = 0; i < 20; i++) {
            get("/api/surface.csv?steps=20000&run=sgd(lr=0.1)&run=adagrad(lr=1)");
        }
        assertThat(pool.unfinishedJobs()).isZero();
        assertThat(computingThreads()).isLessThanOrEqualTo(before);
    }

    private static long computingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("compute-"))
                .count();
    }
}
