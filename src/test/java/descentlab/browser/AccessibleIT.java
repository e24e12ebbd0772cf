package descentlab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** axe-core finds nothing on any page, light and dark. */
class AccessibleIT extends BrowserTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/lab/surface",
            "/lab/surface#basins",
            "/lab/surface#heat",
            "/lab/surface?noise=1#cloud",
            "/lab/training",
            "/lab/training?data=digits&model=softmax&epochs=1&search=study&trials=2&run=adagrad(lr=0.05)&run=sgd(lr=0.1)",
            "/lab/spectrum",
            "/lesson",
            "/lesson/adagrad",
            "/lesson/quadratic",
            "/exercises",
            "/exercises/distances",
            "/exercises/turned-objective",
            "/exercises/gerschgorin",
            "/exercises/rescaled",
            "/exercises/real-training",
            "/exercises/gentler-decay",
            "/exercises/real-network",
            "/data",
            "/data/digits",
            "/class",
            "/login",
            "/licences",
            "/nowhere");

    /** What comes only when one comes near it is looked at too, and what is in what came. */
    private static final String THROUGH_THE_PAGE = """
            async () => {
              const rest = (millis) => new Promise((done) => setTimeout(done, millis));
              for (let round = 0; round < 8 && document.querySelector('when-near:empty'); round++) {
                for (const room of document.querySelectorAll('when-near:empty')) {
                  room.scrollIntoView();
                  await rest(60);
                }
                await rest(400);
              }
              scrollTo(0, 0);
            }""";

    /** What can differ between the schemes: nothing but colors does. */
    private static final List<String> OF_COLORS = List.of("color-contrast", "link-in-text-block");

    static List<String> pages() {
        return PAGES;
    }

    /** In both schemes without coming anew: a page that is open when the evening comes turns dark as well. */
    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsFound(String path) {
        reducedMotion();
        open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => document.querySelector('h1')");
        page.evaluate(THROUGH_THE_PAGE);
        page.waitForFunction("() => document.querySelectorAll('when-near:empty').length === 0");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            colors(scheme);
            page.waitForTimeout(600); // what is drawn once it is seen, or anew
            assertThat(found(page, scheme == ColorScheme.DARK)).as("%s, %s", path, scheme).isEmpty();
        }
        forgive("404");
    }

    /** What axe finds on a page; in dark, only of its colors. */
    static List<String> found(Page page, boolean dark) {
        // Without a second page for the report, which only pages with frames need.
        AxeBuilder axe = new AxeBuilder(page)
                .setLegacyMode(true)
                .exclude("vaadin-connection-indicator")
                .exclude("vaadin-tabs"); // within it, the library's own, a part that scrolls stands between list and tabs
        if (dark) {
            axe.withRules(OF_COLORS);
        }
        return axe.analyze().getViolations().stream().map(AccessibleIT::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().limit(4).map(CheckedNode::getTarget).toList();
    }
}
