package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class OperatorTest {

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) throws IOException {
        Path home = Files.createTempDirectory("descentlab-operator");
        registry.add("DESCENTLAB_HOME", home::toString);
    }

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private List<Watch> watches;

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
        assertThat(get(port, path).body()).doesNotContain("status", "jvm_", "_links");
    }

    @Test
    void theManagementPortSaysWhyAndOfWhat() throws Exception {
        watches.forEach(Watch::look);

        assertThat(health("").get("components").propertyNames()).contains("connector", "database", "disk");
        JsonNode writing = health("/writing");
        assertThat(writing.get("status").asString()).isEqualTo("UP");
        assertThat(writing.get("components").propertyNames()).containsExactlyInAnyOrder("database", "disk");
        assertThat(writing.get("components").get("disk").get("details").get("leastBytes").asLong())
                .isEqualTo(Writing.LEAST_FREE);
        assertThat(health("/liveness")).hasToString("{\"status\":\"UP\"}");
    }

    @Test
    void metricsAreOnTheManagementPort() throws Exception {
        assertThat(get(managementPort, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }
}
