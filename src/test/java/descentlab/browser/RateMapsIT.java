package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The learning rates of a first layer, looked at as pictures in the training lab. */
class RateMapsIT extends BrowserTest {

    private static final String PLAN = "&pictures=200&batch=20&epochs=2&seed=0&shuffle=true&ratemaps=true";
    private static final String SOFTMAX = "/lab/training?data=silhouettes&model=softmax" + PLAN
            + "&run=adagrad(lr=0.05)&run=sgd(lr=0.5,schedule=invsqrt(1))";
    private static final double PATIENCE = 120_000;

    private Locator trained(String link) {
        open(link);
        Locator panel = page.locator("rate-maps");
        assertThat(panel.locator(".when"))
                .containsText("epoch 2.00", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        return panel;
    }

    @Test
    void eachClassHasAPictureAndOneClockHasOne() {
        Locator panel = trained(SOFTMAX);
        assertThat(panel.locator("canvas.map")).hasCount(11);
        assertThat(panel).containsText("all alike: 0.1");
        assertThat(panel.locator("line-diagram")).containsText("have a correlation of −0.");
        assertThat(panel.getByLabel("Rates in numbers").locator("tbody tr")).hasCount(2);
        panel.getByText("sum of squared gradients").click();
        assertThat(panel.locator("canvas.map")).hasCount(20);
    }

    @Test
    void theSliderAndTheKeysSayWhatIsThere() {
        Locator panel = trained(SOFTMAX);
        panel.locator("input[type=range]").fill("0");
        assertThat(panel.locator(".when")).containsText("epoch 0.1");
        panel.locator(".maps").press("ArrowLeft");
        assertThat(panel.locator(".readout"))
                .containsText(Pattern.compile("Row 15, column 14, lit in [0-9.]+ %: Adagrad \\(lr=0.05\\) [0-9.]+ to [0-9.]+.*; Gradient"));
        panel.locator("canvas.map").first().hover(new Locator.HoverOptions().setPosition(1, 1));
        assertThat(panel.locator(".readout")).containsText("Row 1, column 1, lit in");
    }

    @Test
    void leNetHasFiltersAndBandsOfItsLayers() {
        screen(Screen.PHONE);
        Locator panel = trained("/lab/training?data=silhouettes&model=lenet" + PLAN + "&run=adagrad(lr=0.05)&run=adam(lr=0.003)");
        assertThat(panel.locator("canvas.map")).hasCount(12);
        assertThat(panel.locator("figcaption").first()).hasText("filter 1");
        assertThat(panel.locator("#bands")).isVisible();
        assertThat(panel.locator("line-diagram")).hasCount(0);
        assertNothingSticksOut();
    }

    @Test
    void withoutBeingAskedNothingIsThere() {
        open("/lab/training?data=silhouettes&model=softmax&pictures=200&batch=20&epochs=1&run=sgd(lr=0.1)");
        assertThat(page.locator("training-chart"))
                .containsText("finished", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("rate-maps")).isHidden();
    }
}
