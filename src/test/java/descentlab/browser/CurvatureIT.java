package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The curvature of a network's loss, looked at in the training lab. */
class CurvatureIT extends BrowserTest {

    private static final String LOOKED = "/lab/training?data=silhouettes&model=mlp&pictures=200&batch=100&epochs=40&seed=0"
            + "&shuffle=true&hidden=4&activation=tanh&loss=squared&halved=true&curvature=spectrum&looks=20"
            + "&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";
    private static final double PATIENCE = 120_000;

    @Test
    void theLineAndTheSpectrumAreDrawnAndSaid() {
        open(LOOKED);
        Locator panel = page.locator("curvature-panel");
        assertThat(panel.locator("table").last())
                .containsText("its rates permuted", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(panel.locator("line-diagram").first()).containsText(Pattern.compile("Gradient descent \\(lr=0.1\\) is at \\d"));
        assertThat(panel.locator("line-diagram").first()).containsText("by 100 of 200 pictures: their noise");
        assertThat(panel.locator("line-diagram").first().locator("canvas")).hasCount(2);
        assertThat(panel.locator("line-diagram").last()).containsText("goes with the power");
        // The Hessian, with the optimizer's own rates, with them permuted three times, and with the exact diagonal.
        assertThat(panel.getByLabel("The spectrum in numbers").last().locator("tbody tr")).hasCount(6);
    }

    @Test
    void withoutBeingAskedNothingIsThere() {
        open("/lab/training?data=silhouettes&model=mlp&pictures=200&batch=100&epochs=2&run=sgd(lr=0.1)");
        assertThat(page.locator("training-chart"))
                .containsText("finished", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("curvature-panel")).isHidden();
    }

    @Test
    void fitsAPhone() {
        screen(Screen.PHONE);
        open(LOOKED);
        assertThat(page.locator("curvature-panel line-diagram").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertNothingSticksOut();
    }
}
