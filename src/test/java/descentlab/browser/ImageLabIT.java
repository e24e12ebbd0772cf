package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The training lab on pictures, by hand. */
class ImageLabIT extends BrowserTest {

    private static final String QUICK = "/lab/training?data=silhouettes&model=softmax&pictures=2000&batch=64&epochs=2"
            + "&seed=0&shuffle=true&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";
    private static final double PATIENCE = 60_000;

    @Test
    void aNetworkLearnsAndShowsWhatItTakesForWhat() {
        open(QUICK);
        assertThat(page.locator("training-chart"))
                .containsText("finished", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        Locator accuracy = page.locator("image-insight table.accuracy tbody tr").first();
        assertThat(accuracy.locator("td")).hasCount(4);
        assertThat(Double.parseDouble(accuracy.locator("td").nth(2).innerText().replace(" %", ""))).isGreaterThan(60);
        assertThat(page.locator("image-insight table.confusion tbody tr")).hasCount(10);
        assertThat(page.locator("image-insight")).containsText("Most often wrong:");
        assertThat(page.locator("image-insight .filters canvas")).hasCount(10);
        assertThat(page.locator("image-insight .mistakes figure").first()).containsText("taken for");
        page.getByLabel("Adagrad (lr=0.05)", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.locator("image-insight table.layers tbody tr").first()).containsText("dense");
        assertThat(page).hasURL(Pattern.compile("lab/training\\?data=silhouettes&model=softmax&pictures=2000"));
    }

    @Test
    void aTrainingIsPausedContinuedAndStopped() {
        open("/lab/training?data=silhouettes&model=lenet&pictures=2000&batch=256&epochs=250&landscape=path&slice=20&run=sgd(lr=0.1)");
        assertThat(page.locator("image-insight table.accuracy tbody tr")).hasCount(1);
        Locator landscape = page.locator("landscape-panel");
        assertThat(landscape.locator(".state").first()).containsText("while the training is paused, that of the paths so far");
        // Until it has gone somewhere there is nothing to draw a landscape around.
        assertThat(page.locator("training-chart .standings")).containsText(Pattern.compile("epoch [1-9]"));
        button("Pause").click();
        assertThat(page.locator("training-chart")).containsText("Paused for now; it goes on from here.");
        assertThat(page.locator("training-chart .standings")).containsText("paused at epoch");
        assertThat(page.locator("training-chart .standings")).not().containsText("left");
        Pattern soFar = Pattern.compile("Of the paths up to epoch [0-9.]+(, as far as it was drawn)?; drawn anew once all have arrived");
        assertThat(landscape.locator(".state").first()).hasText(soFar);
        assertThat(landscape.locator("#plane")).isVisible();
        String waits = page.locator("training-chart .standings").innerText();
        button("Continue").click();
        assertThat(page.locator("training-chart .standings")).not().hasText(waits);
        assertThat(page.locator("training-chart")).not().containsText("Paused");
        assertThat(landscape.locator(".state").first()).hasText(soFar);
        button("Stop").click();
        assertThat(button("Run again")).isVisible();
        assertThat(page.locator("training-chart")).containsText("cancelled");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void fitsAPhone() {
        screen(Screen.PHONE);
        open(QUICK);
        assertThat(page.locator("image-insight table.confusion")).isVisible();
        assertNothingSticksOut();
    }
}
