package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.account.Teachers;
import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with its management port, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0", "vaadin.productionMode=true"})
class OperatorTest {

    private static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) throws IOException {
        home = Files.createTempDirectory("descentlab-operator");
        registry.add("DESCENTLAB_HOME", home::toString);
    }

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private List<RepeatedCheck> watches;

    @Autowired
    private RunService runs;

    @Autowired
    private Teachers teachers;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
    }

    private JsonNode health(String path) throws Exception {
        return JsonMapper.shared().readTree(get(managementPort, "/actuator/health" + path).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void theMainPortSaysWhetherItIsWellAndNothingMore(String path) throws Exception {
        HttpResponse<String> answer = get(port, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/writing", "/actuator/prometheus"})
    void theMainPortHasNothingElse(String path) throws Exception {
        assertThat(get(port, path).body()).doesNotContain("\"UP\"", "jvm_memory", "_links");
    }

    @Test
    void theManagementPortSaysWhyAndOfWhat() throws Exception {
        watches.forEach(RepeatedCheck::look);

        assertThat(health("").get("components").propertyNames()).contains("connector", "database", "disk");
        JsonNode writing = health("/writing");
        assertThat(writing.get("status").asString()).isEqualTo("UP");
        assertThat(writing.get("components").propertyNames()).containsExactlyInAnyOrder("database", "disk");
        assertThat(writing.get("components").get("disk").get("details").get("leastBytes").asLong())
                .isEqualTo(Writing.LEAST_FREE);
        assertThat(health("/liveness")).hasToString("{\"status\":\"UP\"}");
    }

    /** A row of the page's table: a metric's name, or how some begin; its type; its unit. */
    private record Row(String name, String type, String unit) {

        private static final Pattern SYNTAX = Pattern.compile("\\| `([a-z_]+\\*?)` \\| ([a-z, ]+) \\| ([^|]+) \\|.*");

        static Optional<Row> of(String line) {
            Matcher row = SYNTAX.matcher(line);
            return row.matches() ? Optional.of(new Row(row.group(1), row.group(2), row.group(3))) : Optional.empty();
        }

        boolean isFor(String metric) {
            return name.endsWith("*") ? metric.startsWith(name.substring(0, name.length() - 1)) : metric.equals(name);
        }
    }

    @Test
    void eachMetricIsOnThePageOnRunningItAndEachOfThePageIsThere() throws Exception {
        get(port, "/api/surface.csv?objective=ellipse&run=sgd(lr=0.1)");
        List<Row> page = Files.readAllLines(Path.of("docs", "running.md")).stream()
                .flatMap(line -> Row.of(line).stream())
                .toList();

        Map<String, String> types = new TreeMap<>();
        get(managementPort, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" "))
                .forEach(words -> types.put(words[2], words[3]));

        assertThat(types.keySet()).allSatisfy(metric -> assertThat(page)
                .as("the page says what %s is", metric)
                .anyMatch(row -> row.isFor(metric)));
        assertThat(page).isNotEmpty().allSatisfy(row -> assertThat(types.keySet())
                .as("%s is there", row.name())
                .anyMatch(row::isFor));
        assertThat(page).filteredOn(row -> row.name().startsWith("descentlab_")).allSatisfy(row -> assertThat(
                        types.get(row.name()))
                .as("the type of %s", row.name())
                .isEqualTo(row.type()));
        assertThat(page).filteredOn(row -> row.name().matches("descentlab_.*_(bytes|seconds)"))
                .allSatisfy(row -> assertThat(row.name()).endsWith(row.unit()));
    }

    @Test
    void aPathIsCountedByItsPatternAndAGuessedOneByNone() throws Exception {
        for (int i = 0; i < 20; i++) {
            get(port, "/guess/" + i);
            get(port, "/stream/runs/guess" + i);
            get(port, "/exercises/guess" + i);
            get(port, "/room/GUESS" + i);
        }
        assertThat(get(managementPort, "/actuator/prometheus").body().lines())
                .filteredOn(line -> line.startsWith("http_server_requests"))
                .isNotEmpty()
                .noneMatch(line -> line.toLowerCase().contains("guess"));
    }

    @Test
    void aRaceCounts() throws Exception {
        double before = metric("descentlab_runs_started_total{kind=\"race\"}");
        runs.start(Requester.named("test"), SurfaceExperiment.initial());
        assertThat(metric("descentlab_runs_started_total{kind=\"race\"}")).isEqualTo(before + 1);
        assertThat(metric("descentlab_runs_kept")).isPositive();
    }

    @Test
    void aCommitCounts() throws Exception {
        double before = metric("descentlab_commit_seconds_count{outcome=\"kept\"}");
        teachers.setup();
        assertThat(metric("descentlab_commit_seconds_count{outcome=\"kept\"}")).isEqualTo(before + 1);
    }

    private double metric(String name) throws Exception {
        return get(managementPort, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private HttpResponse<String> post(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + managementPort + "/actuator/backup"))
                .POST(BodyPublishers.noBody());
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void anOperatorMakesABackupAndNoPageDoes() throws Exception {
        HttpResponse<String> made = post();

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        Path file = Path.of(JsonMapper.shared().readTree(made.body()).get("file").asString());
        assertThat(file).isRegularFile().hasParent(home.resolve("backups"));
        assertThat(Files.readString(home.resolve("audit.log")))
                .contains("\"what\":\"backup-made\",\"from\":\"127.0.0.1\",\"file\":\"" + file.getFileName() + "\"");
        HttpResponse<String> refused = post("Origin", "https://elsewhere.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("No web page may ask this");
        assertThat(Files.list(file.getParent())).hasSize(1);
    }
}
