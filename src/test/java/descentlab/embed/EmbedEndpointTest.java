package descentlab.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other sites' frames and servers are answered, over real HTTP. */
@SpringBootTest(
        classes = EmbedEndpointTest.Endpoints.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "descentlab.embed=https://lms.example.org,http://localhost:8000")
class EmbedEndpointTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({
        "descentlab.embed", "descentlab.api", "descentlab.run", "descentlab.cluster", "descentlab.client", "descentlab.shell"
    })
    static class Endpoints {}

    @LocalServerPort
    private int port;

    @Autowired
    private LinkTags tags;

    private final HttpClient client = HttpClient.newHttpClient();

    private String root() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root() + path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void onlyFramesPagesMayStandInFramesOfAllowedSites() throws Exception {
        assertThat(policy(get("/embed/lab/surface")))
                .contains("frame-ancestors 'self' https://lms.example.org http://localhost:8000;")
                .endsWith("script-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(policy(get("/api/optimizers"))).contains("frame-ancestors 'self';");
        assertThat(policy(get("/oembed"))).contains("frame-ancestors 'self';");
    }

    @Test
    void noneOfThemMakesASession() throws Exception {
        for (String path : new String[] {"/embed/lab/surface", "/embed/nothing", "/oembed?url=" + root() + "/lab/surface"}) {
            assertThat(get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void aPageThatIsNotAllowedIsToldSoInWordsThatRunNothing() throws Exception {
        HttpResponse<String> answer = get(
                "/embed/lab/surface", "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "cross-site", "Referer", "https://evil.example/x");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Pages of https://evil.example may not show").contains("DESCENTLAB_EMBED");
        assertThat(Jsoup.parse(answer.body()).select("script, a, img, form")).isEmpty();
        assertThat(policy(answer)).startsWith("default-src 'none'").endsWith("frame-ancestors *");
    }

    @ParameterizedTest
    @CsvSource({
        "iframe, cross-site, https://lms.example.org/course",
        "document, cross-site, https://evil.example/",
        "iframe, same-origin, https://evil.example/"
    })
    void whoIsAllowedOrNoFrameIsNotRefused(String destination, String site, String referer) throws Exception {
        assertThat(get("/embed/lab/surface", "Sec-Fetch-Dest", destination, "Sec-Fetch-Site", site, "Referer", referer)
                        .statusCode())
                .isNotEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/embed/lab/surface?theme=pink | theme | pink",
                "/embed/lab/surface?objective=nosuch | objective | nosuch",
                "/embed/lab/surface?nosuch=1 | nosuch | 1",
                "/embed/lab/spectrum?matrix=1,2 | matrix | 1,2",
                "/embed/lab/training?data=nosuch | data | nosuch"
            })
    void whatIsWrongIsNamed(String path, String parameter, String came) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
        assertThat(json(answer).get("came").asString()).isEqualTo(came);
        assertThat(json(answer).get("allowed").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed/", "/embed/lab/nosuch", "/embed/lab/surface/1", "/embed/..%2fapi", "/embed/class"})
    void whereNothingIsTheSentenceSaysWhatThereIs(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        if (answer.statusCode() == 404) {
            assertThat(json(answer).get("detail").asString()).contains("/embed/lab/surface");
        }
    }

    private HttpResponse<String> oembed(String url, String more) throws Exception {
        return get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    @Test
    void aLinkIsAFrameWithATitleAndAPicture() throws Exception {
        String link = root() + "/lab/surface?objective=booth&steps=30&run=adagrad(lr=0.4)";
        JsonNode answer = json(oembed(link, "&format=json&maxwidth=600&maxheight=400"));
        assertThat(answer.get("type").asString()).isEqualTo("rich");
        assertThat(answer.get("version").asString()).isEqualTo("1.0");
        assertThat(answer.get("title").asString()).isEqualTo("Adagrad 0.4 on Booth");
        assertThat(answer.get("width").asInt()).isEqualTo(600);
        assertThat(answer.get("height").asInt()).isEqualTo(400);
        assertThat(answer.get("thumbnail_url").asString())
                .startsWith(root() + "/preview/lab/surface.png?objective=booth")
                .contains("run=adagrad(lr=0.4)");
        Document html = Jsoup.parse(answer.get("html").asString());
        assertThat(html.selectFirst("iframe").attr("src")).startsWith(root() + "/embed/lab/surface?objective=booth");
        assertThat(get(html.selectFirst("iframe").attr("src").substring(root().length())).statusCode()).isIn(200, 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "yaml", "JSON"})
    void otherFormatsAreNotImplementedAsTheStandardSays(String format) throws Exception {
        HttpResponse<String> answer = oembed(root() + "/lab/surface", "&format=" + format);
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(json(answer).get("detail").asString()).contains("'" + format + "'").contains("format=json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/lab/surface",
                "nonsense",
                "",
                "javascript:alert(1)",
                "http://localhost/lab/surface"
            })
    void linksOfOthersAreNotKnown(String url) throws Exception {
        HttpResponse<String> answer = oembed(url, "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asString()).contains("url was '" + url + "'");
    }

    @ParameterizedTest
    @CsvSource({"&maxwidth=0, maxwidth", "&maxwidth=-5, maxwidth", "&maxheight=1e3, maxheight", "&maxheight=99999999999, maxheight"})
    void sizesAreWholeNumbers(String more, String parameter) throws Exception {
        HttpResponse<String> answer = oembed(root() + "/lab/surface", more);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void withoutAUrlItIsAskedFor() throws Exception {
        HttpResponse<String> answer = get("/oembed");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo("url");
    }

    @Test
    void aPagesHeadSaysWhatItsLinkShows() {
        Document page = Document.createShell("");
        tags.write(
                page.head(),
                "lab/spectrum",
                "matrix=2,1;1,3",
                "https://lab.example.org",
                java.util.Map.of("matrix", java.util.List.of("2,1;1,3")));
        assertThat(page.selectFirst("meta[property=og:title]").attr("content")).contains("2×2 matrix");
        assertThat(page.selectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://lab.example.org/preview/lab/spectrum.png?matrix=2,1;1,3");
        assertThat(page.selectFirst("link[type=application/json+oembed]").attr("href"))
                .isEqualTo("https://lab.example.org/oembed?format=json&url=https%3A%2F%2Flab.example.org%2Flab%2Fspectrum"
                        + "%3Fmatrix%3D2%2C1%3B1%2C3");
    }

    @Test
    void aLinkThatCannotBeReadHasAPictureAllTheSame() {
        Document page = Document.createShell("");
        tags.write(page.head(), "lab/surface", "steps=x", "https://l.example", java.util.Map.of("steps", java.util.List.of("x")));
        assertThat(page.selectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://l.example/preview/lab/surface.png");
        assertThat(page.select("link")).isEmpty();
    }
}
