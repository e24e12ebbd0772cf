package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Figures in frames of another site's page: another port under another host, so that the browser takes it for another site and
 * sends it no cookie.
 */
class EmbedIT extends BrowserTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>A course</title><link rel="icon" href="data:,"></head>
            <body><iframe title="figure" width="800" height="200"></iframe><script>
            window.told = [];
            addEventListener('message', (event) => window.told.push([event.origin, event.data.type, event.data.height]));
            </script></body></html>
            """;

    private static final HttpServer SITE = site();

    private static HttpServer site() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
            server.createContext("/", exchange -> {
                byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @DynamicPropertySource
    static void allowed(DynamicPropertyRegistry registry) {
        registry.add("descentlab.embed", () -> origin("127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        SITE.stop(0);
    }

    private static String origin(String host) {
        return "http://" + host + ":" + SITE.getAddress().getPort();
    }

    private FrameLocator embed(String host, String path) {
        page.navigate(origin(host));
        page.evaluate("address => { document.querySelector('iframe').src = address; }", address(path));
        return page.frameLocator("iframe");
    }

    @Test
    void aRaceIsDrawnAndMovedWithoutACookie() {
        FrameLocator frame = embed("127.0.0.1", "/embed/lab/surface?objective=ellipse&steps=20&run=adagrad(lr=0.4)&theme=dark");
        assertThat(frame.locator("race-surface .runs")).containsText("Adagrad");
        assertThat(frame.locator("race-timeline output")).containsText("of 20");
        assertThat(frame.locator("html")).hasCSS("color-scheme", "dark");
        Locator open = frame.locator(".embed-open");
        assertThat(open).hasAttribute("href", Pattern.compile("start=-5,-2"));
        frame.locator("race-surface canvas").press("ArrowRight");
        assertThat(open).hasAttribute("href", Pattern.compile("^lab/surface\\?objective=ellipse.*start=-4\\."));
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void aFrameTellsItsHeightToThePageAroundIt() {
        embed("127.0.0.1", "/embed/lab/training?data=airfoil&epochs=1&run=adagrad(lr=0.1)");
        page.waitForFunction("() => window.told.length > 0");
        assertThat(page.evaluate("told[0][0] + ' ' + told[0][1]")).isEqualTo(address("") + " descentlab:size");
        assertThat(((Number) page.evaluate("told.at(-1)[2]")).intValue()).isGreaterThan(200);
    }

    @Test
    void whatATrainingMeasuresIsInItsFrame() {
        FrameLocator frame = embed(
                "127.0.0.1",
                "/embed/lab/training?data=silhouettes&model=mlp&hidden=4&halved=true&pictures=200&batch=200&epochs=60&curvature=edge&looks=20"
                        + "&landscape=path&slice=50&run=sgd(lr=0.1)");
        assertThat(frame.locator("landscape-panel #plane")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(frame.locator("curvature-panel line-diagram").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/lab/spectrum?matrix=2,1;1,3",
                "/embed/lesson/adagrad/1",
                "/embed/lesson/quadratic/1",
                "/embed/diagram/steps-by-condition"
            })
    void everythingElseIsDrawnToo(String path) {
        FrameLocator frame = embed("127.0.0.1", path);
        Locator canvas = frame.locator("canvas").first();
        assertThat(canvas).isVisible();
        assertThat(frame.locator(".embed-open")).isVisible();
    }

    @Test
    void aQuestionIsAnsweredInTheFrame() {
        FrameLocator frame = embed("127.0.0.1", "/embed/exercises/distances/1");
        frame.locator("button").click();
        Locator verdict = frame.locator(".verdict");
        assertThat(verdict).not().isEmpty();
        assertThat(verdict).hasClass(Pattern.compile("unreadable"));
        for (Locator field : frame.locator("input[name=field]").all()) {
            field.fill("1000");
        }
        frame.locator("button").click();
        assertThat(verdict).hasClass(Pattern.compile("wrong"));
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void aSiteThatIsNotAllowedIsToldSo() {
        FrameLocator frame = embed("localhost", "/embed/lab/surface");
        assertThat(frame.locator("p")).containsText("Pages of " + origin("localhost") + " may not show");
        forgive("403");
    }

    @Test
    void everyOtherPageStaysOutOfItsFrames() {
        page.navigate(origin("127.0.0.1"));
        page.evaluate("address => { document.querySelector('iframe').src = address; }", address("/lab/surface"));
        page.waitForTimeout(1500);
        assertThat(page.frameLocator("iframe").locator(".shell").count()).isZero();
        forgive("frame-ancestors");
        forgive("Refused to frame");
        forgive("Framing");
    }

    @Test
    void thePageOfTheDataLivesWithItsPolicy() {
        page.navigate(address("/api/docs"));
        assertThat(page.getByText("/api/surface.csv").first()).isVisible();
        assertThat(page.locator(".opblock")).not().hasCount(0);
    }
}
