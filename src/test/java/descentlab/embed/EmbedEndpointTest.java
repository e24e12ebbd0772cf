package descentlab.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.experiment.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
import org.springframework.context.annotation.Bean;
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
    static class Endpoints {

        /** Has figures, of which none is of the name that is asked for. */
        @Bean
        EmbedSource figures() {
            return new EmbedSource() {
                @Override
                public Optional<Embed> at(String path, Map<String, List<String>> query) {
                    if (path.startsWith("figure/")) {
                        throw new NothingThere(new Problem("figure", path.substring(7), "a number from 1 to 3", false));
                    }
                    return Optional.empty();
                }

                @Override
                public Optional<String> forPage(String path, Map<String, List<String>> query) {
                    return path.startsWith("figure/") ? Optional.of(path) : Optional.empty();
                }

                @Override
                public String examples() {
                    return "/embed/figure/1";
                }
            };
        }
    }

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

    @Test
    void aFigureThatThereIsNotIsNotFoundAndSaysWhichThereAre() throws Exception {
        HttpResponse<String> answer = get("/embed/figure/9");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asString()).isEqualTo("figure was '9'. Please give a number from 1 to 3.");
        assertThat(get("/embed/figure/9", "Accept", "text/html").body()).contains("a number from 1 to 3");
        assertThat(oembed(root() + "/embed/figure/9", "").statusCode()).isEqualTo(404);
        assertThat(sentence("figure/9", Map.of())).isNotBlank();
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
                Map.of("matrix", List.of("2,1;1,3")));
        assertThat(page.selectFirst("meta[property=og:title]").attr("content")).contains("2×2 matrix");
        assertThat(page.selectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://lab.example.org/preview/lab/spectrum.png?matrix=2,1;1,3");
        assertThat(page.selectFirst("link[type=application/json+oembed]").attr("href"))
                .isEqualTo("https://lab.example.org/oembed?format=json&url=https%3A%2F%2Flab.example.org%2Flab%2Fspectrum"
                        + "%3Fmatrix%3D2%2C1%3B1%2C3");
    }

    private Document head(String path, String query, Map<String, List<String>> said) {
        Document page = Document.createShell("");
        tags.write(page.head(), path, query, "https://l.example", said);
        return Jsoup.parse(page.outerHtml()); // as who reads it
    }

    private String sentence(String path, Map<String, List<String>> said) {
        Document page = head(path, null, said);
        String sentence = page.selectFirst("meta[property=og:description]").attr("content");
        assertThat(page.selectFirst("meta[name=description]").attr("content")).isEqualTo(sentence);
        return sentence;
    }

    @Test
    void aLabsLinkIsSaidInWords() {
        assertThat(sentence("lab/surface", Map.of(
                        "objective", List.of("booth"),
                        "start", List.of("1,-2"),
                        "steps", List.of("30"),
                        "run", List.of("adagrad(lr=0.4)", "sgd(lr=0.01)"))))
                .isEqualTo("Adagrad 0.4, Gradient descent 0.01 on Booth: 30 steps from (1, -2)."
                        + " Play it, step through it, change anything.");
        assertThat(sentence("lab/training", Map.of(
                        "epochs", List.of("1"), "run", List.of("sgd(lr=0.1)"))))
                .startsWith("Gradient descent 0.1 on ")
                .contains("1 epoch in batches of 10");
        assertThat(sentence("lab/spectrum", Map.of("matrix", List.of("2,1;1,3")))).startsWith("Matrix 2,1;1,3:");
    }

    @Test
    void ofOwnDataNothingIsSaidButThatItIs() {
        String key = "0123456789".repeat(4);
        String sentence = sentence("lab/training", Map.of(
                "data", List.of("own:" + key),
                "model", List.of("linear"),
                "target", List.of("salary of Ada"),
                "rows", List.of("1234"),
                "run", List.of("sgd(lr=0.1)")));
        assertThat(sentence).contains("Your own data").doesNotContain("salary", "Ada", "1234", key);
    }

    @ParameterizedTest
    @CsvSource({"'', races", "lesson, dragged", "exercises, wrong answer", "class/ABC, room for a class", "licences, licences", "nowhere, races"})
    void otherPagesSayTheirOwn(String path, String words) {
        assertThat(sentence(path, Map.of())).contains(words);
    }

    @Test
    void whatStandsInALinkNeitherBreaksOutNorGrows() {
        String f = "x1^2+x2^2" + "+0*x1".repeat(200);
        Document page = head("lab/surface", "f", Map.of("f", List.of(f), "run", List.of(
                "rule(lr=0.1,do=x=x-lr*g)", "sgd(lr=0.1)")));
        assertThat(page.selectFirst("meta[property=og:description]").attr("content").length()).isBetween(40, 241);
        assertThat(page.select("script")).isEmpty();
        assertThat(LinkTags.shortened("a \n\t\u0000 b", 9)).isEqualTo("a b");
        assertThat(LinkTags.shortened("one two, three", 9)).isEqualTo("one two…");
        assertThat(LinkTags.shortened("x".repeat(20), 9)).isEqualTo("x".repeat(9) + "…");
        assertThat(LinkTags.shortened("𝑥".repeat(9), 9)).isEqualTo("𝑥".repeat(9));
        Element head = Document.createShell("").head();
        tags.write(head, "lab/surface", null, "https://l.example", Map.of("f", List.of("\"><script>alert(1)</script>")));
        assertThat(Jsoup.parse(head.outerHtml()).select("script")).isEmpty();
    }

    @Test
    void aLinkThatCannotBeReadHasAPictureAllTheSame() {
        Document page = Document.createShell("");
        tags.write(page.head(), "lab/surface", "steps=x", "https://l.example", Map.of("steps", List.of("x")));
        assertThat(page.selectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://l.example/preview/lab/surface.png");
        assertThat(page.select("link")).isEmpty();
    }
}
