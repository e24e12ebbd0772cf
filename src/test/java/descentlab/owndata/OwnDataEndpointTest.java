package descentlab.owndata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ReferenceData;
import descentlab.progress.LearnerToken;
import descentlab.shell.LinkWords;
import descentlab.shell.PathNames;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files over real HTTP: given, trained on by link, deleted; and refused without anything being held. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnDataEndpointTest {

    @TempDir
    private static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Shelf shelf;

    @Autowired
    private OwnData files;

    @Autowired
    private OwnDataStore store;

    @Autowired
    private List<LinkWords.Source> links;

    @Autowired
    private List<PathNames> pages;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LearnerToken learner = LearnerToken.random();

    @DynamicPropertySource
    static void ownHome(DynamicPropertyRegistry registry) {
        registry.add("descentlab.home", home::toString);
    }

    @AfterEach
    void nothingIsHeld() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(shelf.taken()).isZero());
    }

    private HttpResponse<String> give(byte[] content) throws Exception {
        return send(request("/api/own-data?name=my%20flats.csv", "text/csv", BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path, String type, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", type)
                .header("Cookie", "learner=" + learner.secret().value())
                .POST(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> training(String query) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/training.json?" + query))
                        .timeout(Duration.ofSeconds(120))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aPageOfAFileIsThereWhileTheFileIs() throws Exception {
        String key = key("salary,age\n1,2\n3,5\n4,4\n8,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(hasPage(key)).isTrue();
        assertThat(links.stream().flatMap(source -> source.ofLink("own-data/" + key, Map.of()).stream()))
                .singleElement()
                .satisfies(words -> assertThat(words.sentence()).startsWith("A table that somebody gave").doesNotContain("salary", key));
        files.delete(learner, key);
        assertThat(hasPage(key)).isFalse();
        assertThat(hasPage("nosuch")).isFalse();
    }

    /** Where there is none, its address is answered by 404. */
    private boolean hasPage(String key) {
        return pages.stream().filter(page -> page.path().equals("own-data")).findFirst().orElseThrow().exists().test(key);
    }

    private String key(byte[] content) throws Exception {
        HttpResponse<String> answer = give(content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("key").asString();
    }

    private static String query(String key, JsonNode each, String run) {
        int rows = each.get("training").size();
        return "data=own:" + key + "&model=" + each.get("model").asString() + "&target="
                + each.get("target").asString() + "&missing=" + (each.get("fill").asBoolean() ? "fill" : "drop")
                + "&test=0.25&split=3&rows=" + rows + "&penalty=" + each.get("penalty").asString() + "&hidden=8"
                + "&batch=10&epochs=4&every=" + rows + "&shuffle=false&init=zero&run="
                + URLEncoder.encode(run, StandardCharsets.UTF_8);
    }

    /** The numbers of a link are PyTorch's. */
    @Test
    void whatIsGivenIsTrainedOnByItsLink() throws Exception {
        String key = key(ReferenceData.content());
        assertThat(key).hasSize(40);
        assertThat(key(ReferenceData.content())).isEqualTo(key);
        assertThat(files.of(learner)).extracting(OwnFile::name).containsExactly("my flats.csv");
        for (JsonNode each : ReferenceData.cases().filter(any -> !any.get("adam").isEmpty()).toList()) {
            HttpResponse<String> answer = training(query(key, each, "torch.adam(lr=0.05)"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode points = JsonMapper.shared().readTree(answer.body()).get("runs").get(0).get("points");
            assertThat(points.size()).isEqualTo(5);
            for (int epoch = 1; epoch < 5; epoch++) {
                double theirs = each.get("adam").get(epoch - 1).asDouble();
                assertThat(points.get(epoch).get("loss").asDouble()).isCloseTo(theirs, within(1e-9 * Math.max(1, theirs)));
                assertThat(points.get(epoch).get("test").asDouble()).isPositive();
            }
        }
        HttpResponse<String> taken = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/progress.json"))
                        .header("Cookie", "learner=" + learner.secret().value())
                        .build(),
                BodyHandlers.ofString());
        assertThat(taken.body()).contains("\"files\":[{", "my flats.csv", "own-data/" + key);
        files.delete(learner, key);
        HttpResponse<String> gone = training(query(key, ReferenceData.cases().findFirst().orElseThrow(), "sgd(lr=0.1)"));
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.body()).contains("not on this server", "give it here again");
        assertThat(store.knows(key)).isFalse();
    }

    @Test
    void aFileStaysForItsOtherOwnerAndGoesUnused() throws Exception {
        byte[] content = "x,y\n1,2\n2,3\n3,5\n".getBytes(StandardCharsets.UTF_8);
        String key = key(content);
        LearnerToken other = LearnerToken.random();
        files.keep(other, "theirs.csv", content);
        files.delete(learner, key);
        assertThat(files.bytes(key)).contains(content.length);
        assertThat(files.content(key, content.length)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        store.sweep(Instant.now().minus(Duration.ofDays(30)), Instant.now().minus(Duration.ofHours(1)));
        assertThat(files.bytes(key)).isPresent();
        store.sweep(Instant.now().plusSeconds(1), Instant.now());
        assertThat(files.bytes(key)).isEmpty();
        assertThat(files.of(other)).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefusedAndNothingKept() throws Exception {
        for (List<String> each : List.of(
                List.of("", "nothing"),
                List.of("a,b\n1,2\n3\n", "Line 3"),
                List.of("a,b\n1,2\n3,\0\n", "NUL"),
                List.of("1,".repeat(500_000) + "1\n", "1000 columns"),
                List.of("PK\u0003\u0004 and so on", "zip archive"))) {
            HttpResponse<String> answer = give(each.getFirst().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains(each.getLast());
            named(answer, "body");
        }
        assertThat(files.of(learner)).isEmpty();
    }

    @Test
    void whoPostsWhereNothingIsIsToldWhatThereIs() throws Exception {
        HttpResponse<String> answer = send(request("/api/owndata", "text/csv", BodyPublishers.ofString("a,b\n1,2\n2,3\n")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        named(answer, "path");
        assertThat(answer.body()).contains("/api/surface.csv", "/api/data").doesNotContain("_csrf");
    }

    @Test
    void onlyOnesOwnTextIsTaken() throws Exception {
        assertThat(send(request("/api/own-data", "text/plain", BodyPublishers.ofString("a\n1\n2\n"))).statusCode())
                .isEqualTo(415);
        HttpResponse<String> nobody = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/own-data"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("a,b\n1,2\n2,3\n"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isEqualTo(403);
    }

    /** Two gigabytes: refused by what they say, and in chunks once they are more than can be. */
    @Test
    void aStreamIsCutOff() throws Exception {
        HttpURLConnection said = open();
        said.setFixedLengthStreamingMode(2_000_000_000L);
        said.getOutputStream().write(new byte[1000]);
        assertThat(status(said)).isIn(413, -1);
        HttpURLConnection chunked = open();
        chunked.setChunkedStreamingMode(1 << 16);
        long sent = 0;
        try {
            for (byte[] line = "1,2\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII); sent < 2_000_000_000L; sent += line.length) {
                chunked.getOutputStream().write(line);
            }
        } catch (java.io.IOException cutOff) {
            // as it should be
        }
        assertThat(sent).isLessThan(200_000_000L);
        assertThat(status(chunked)).isIn(413, -1);
    }

    private HttpURLConnection open() throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + "/api/own-data").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "text/csv");
        connection.setRequestProperty("Cookie", "learner=" + learner.secret().value());
        return connection;
    }

    /** -1 where the connection was closed before its answer could be read. */
    private static int status(HttpURLConnection connection) {
        try (InputStream error = connection.getErrorStream()) {
            return connection.getResponseCode();
        } catch (java.io.IOException closed) {
            return -1;
        }
    }

    @Test
    void aTrainingThatCannotBeIsRefusedInASentence() throws Exception {
        String key = key("x,c,y\n1,a,2\n2,b,3\n3,a,5\n4,b,6\n5,a,9\n".getBytes(StandardCharsets.UTF_8));
        String begin = "data=own:" + key + "&test=0&run=sgd(lr=0.1)";
        refused(begin + "&target=y", 400, "rows");
        refused(begin + "&rows=5", 400, "target");
        refused(begin + "&target=z&rows=5", 422, "no column");
        refused(begin + "&target=y&rows=6", 422, "rows=5");
        refused(begin + "&target=c&rows=5", 422, "is no number");
        refused(begin + "&target=y&model=logistic&rows=5", 422, "two classes");
        refused(begin + "&target=y&model=lenet&rows=5", 400, "linear, ridge");
        refused(begin + "&target=y&rows=200001", 422, "at most 200000");
        refused(begin + "&target=y&rows=5&pictures=3", 400, "pictures");
        refused("data=own:../../etc&target=y&rows=5&run=sgd(lr=0.1)", 400, "hexadecimal");
        refused("data=airfoil&target=y&run=sgd(lr=0.1)", 400, "target");
        refused("data=own:" + "0".repeat(40) + "&target=y&rows=5&run=sgd(lr=0.1)", 422, "not on this server");
    }

    private void refused(String query, int status, String words) throws Exception {
        HttpResponse<String> answer = training(query);
        assertThat(answer.statusCode()).as(query + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        named(answer, "(data|target|rows|model|pictures)");
    }

    /** A program reads what is at fault, what it held and what it may hold, whatever is refused. */
    private static void named(HttpResponse<String> answer, String parameter) {
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("parameter").asString("")).as(answer.body()).matches(parameter);
        assertThat(problem.has("came")).as(answer.body()).isTrue();
        assertThat(problem.path("allowed").asString("")).as(answer.body()).isNotBlank();
    }
}
