package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The loss around the paths of a training, looked at in the training lab. */
class LandscapeIT extends BrowserTest {

    private static final String PLAN = "/lab/training?data=silhouettes&model=mlp&hidden=8&halved=true&pictures=400&batch=40&epochs=2";
    private static final String TWO = PLAN + "&landscape=path&slice=200&run=adagrad(lr=0.05)&run=sgd(lr=0.2)";
    private static final double PATIENCE = 120_000;

    private Locator drawn(String link) {
        open(link);
        Locator panel = page.locator("landscape-panel");
        assertThat(panel.locator(".readout")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(page.locator("training-chart"))
                .containsText("finished", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(panel.locator(".state").first()).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        return panel;
    }

    @Test
    void pathsStandOnTheirPlaneAndInATable() {
        Locator panel = drawn(TWO);
        assertThat(panel).containsText(Pattern.compile("Of all that the paths vary, [0-9.]+\\s% lies along the first direction"));
        assertThat(panel).containsText("A random walk of");
        assertThat(panel.getByLabel("The paths in numbers").locator("tbody tr")).hasCount(3);
        assertThat(panel.getByLabel("The paths in numbers").locator("tbody tr").first()).containsText("±");
        assertThat(panel.locator("line-diagram")).containsText("hidden units in a random order");
        assertThat(panel.locator(".owns figure")).hasCount(3);
        assertNothingSticksOut();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction("""
                () => {
                  const plane = document.querySelector('landscape-panel').shadowRoot.querySelector('#plane');
                  const one = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
                  one.drawImage(plane, 0, 0, 1, 1);
                  return one.getImageData(0, 0, 1, 1).data[0] < 100;
                }""");
    }

    @Test
    void thePointerAndTheKeysReadTheLoss() {
        Locator panel = drawn(TWO);
        panel.locator("#plane").hover(new Locator.HoverOptions().setPosition(1, 1));
        assertThat(panel.locator(".readout")).containsText(Pattern.compile("At .+, .+: loss [0-9.]+ ± [0-9.]+ \\(200 pictures\\)"));
        String before = panel.locator(".readout").textContent();
        panel.locator("#plane").press("ArrowRight");
        assertThat(panel.locator(".readout")).not().hasText(before);
    }

    /** What a training took differs from one to another. */
    @Test
    void anotherPlaneIsDrawnOfTheSameTraining() {
        Locator panel = drawn(TWO);
        String took = page.locator("training-chart table").first().textContent();
        page.getByLabel("Landscape", new Page.GetByLabelOptions().setExact(true)).press("ArrowDown");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("through their ends")).click();
        assertThat(panel).containsText("in a plane through three points", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("training-chart table").first()).hasText(took);
        page.waitForURL(url -> url.contains("landscape=ends"));
    }

    /** As of one that has ended. */
    @Test
    void whileItIsPausedAnotherPlaneIsDrawnAndItStaysPaused() {
        open("/lab/training?data=silhouettes&model=lenet&epochs=50&landscape=path&slice=20&run=adagrad(lr=0.02)&run=sgd(lr=0.2)");
        Locator standings = page.locator("training-chart .standings");
        assertThat(standings).containsText(Pattern.compile("epoch [1-9]"));
        button("Pause").click();
        Locator panel = page.locator("landscape-panel");
        assertThat(panel).containsText("in the plane of the paths’ two main directions", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(standings).containsText("paused at epoch");
        page.getByLabel("Landscape", new Page.GetByLabelOptions().setExact(true)).press("ArrowDown");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("through their ends")).click();
        assertThat(panel).containsText("in a plane through three points", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(panel.locator(".state").first()).containsText("Of the paths up to epoch");
        assertThat(standings).containsText("paused at epoch");
        assertThat(button("Continue")).isVisible();
        assertThat(page.getByText("Settings changed since this run.")).isHidden();
        button("Continue").click();
        assertThat(standings).not().containsText("paused");
        button("Stop").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aFieldAsksForIt() {
        open(PLAN + "&run=adagrad(lr=0.05)");
        assertThat(page.locator("landscape-panel")).isHidden();
        assertThat(page.getByLabel("Landscape", new Page.GetByLabelOptions().setExact(true))).isVisible();
    }
}
