package descentlab.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.SurfaceExperiment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of /api says all that there is, and its page lives with the policy of all others. */
@SpringBootTest(classes = OpenApiEndpointTest.Endpoints.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiEndpointTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({
        "descentlab.openapi", "descentlab.api", "descentlab.spectrum", "descentlab.run", "descentlab.cluster",
        "descentlab.client", "descentlab.shell"
    })
    static class Endpoints {}

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
    }

    private JsonNode document() throws Exception {
        return JsonMapper.shared().readTree(get("/api/openapi").body());
    }

    /** Each address that a handler of ours answers, with what its path leaves open filled in. */
    private Set<String> answered() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("descentlab."))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .flatMap(OpenApiEndpointTest::filled)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> filled(String path) {
        int open = path.indexOf('{');
        if (path.indexOf(':') < 0) { // anything may stand there
            return Stream.of(path);
        }
        int close = path.indexOf('}');
        return Stream.of(path.substring(path.indexOf(':', open) + 1, close).split("\\|"))
                .map(each -> path.substring(0, open) + each + path.substring(close + 1));
    }

    @Test
    void everyAddressOfDataIsDescribedAndNoOther() throws Exception {
        Set<String> described = new TreeSet<>(document().get("paths").propertyNames());
        assertThat(described).hasSizeGreaterThan(15).isEqualTo(answered());
    }

    @Test
    void parametersAreThoseThatAreDeclared() throws Exception {
        JsonNode get = document().get("paths").get("/api/surface.csv").get("get");
        assertThat(get.get("parameters").valueStream().map(each -> each.get("name").asString()))
                .containsExactlyElementsOf(Stream.concat(
                                SurfaceExperiment.PARAMETERS.stream().map(LinkParameter::name), Stream.of("run"))
                        .toList());
        JsonNode steps = get.get("parameters").valueStream()
                .filter(each -> each.get("name").asString().equals("steps"))
                .findFirst()
                .orElseThrow()
                .get("schema");
        assertThat(steps.get("type").asString()).isEqualTo("integer");
        assertThat(steps.get("maximum").asInt()).isEqualTo(20_000);
        assertThat(steps.get("default").asInt()).isEqualTo(20);
    }

    @Test
    void theSameGoesAsAForm() throws Exception {
        JsonNode form = document()
                .get("paths")
                .get("/api/training.json")
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/x-www-form-urlencoded")
                .get("schema")
                .get("properties");
        assertThat(form.propertyNames()).contains("data", "epochs", "run");
    }

    @Test
    void itsPageIsOursAndRunsNoInlineScript() throws Exception {
        HttpResponse<String> page = get("/api/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("script-src 'self'"));
        assertThat(Jsoup.parse(page.body()).select("script"))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.attr("src")).isNotEmpty().doesNotContain("//"));
    }
}
