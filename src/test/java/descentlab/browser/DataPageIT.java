package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the training lab to the page on its data, and back. */
class DataPageIT extends BrowserTest {

    @Test
    void theLabLeadsToItsDataAndBack() {
        open("/lab/training?data=silhouettes&model=softmax&pictures=500&batch=50&epochs=1&run=sgd(lr=0.1)");
        page.getByText("See the data").click();
        assertThat(page).hasURL(Pattern.compile("/data/silhouettes$"));
        assertThat(page).hasTitle("Silhouettes (synthetic), the data · Descent Lab");
        assertThat(page.getByText("Synthetic: made by a program")).isVisible();
        assertThat(page.locator("[role=img][aria-label^='The first 10 training pictures of class']")).hasCount(10);
        page.getByText("Airfoil self-noise").first().click();
        assertThat(page.locator(".data-table tbody tr")).hasCount(10);
        page.getByText("Train on it").click();
        assertThat(page).hasURL(Pattern.compile("/lab/training\\?data=airfoil"));
        assertThat(page.locator("training-chart")).containsText("finished");
    }

    @Test
    void everyDataSetFitsAPhone() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        for (String name : new String[] {"airfoil", "zipf-text", "fashion-mnist", "silhouettes"}) {
            open("/data/" + name);
            assertThat(page.locator(".examples .strip, .examples table, .examples vaadin-button").first()).isVisible();
            assertNothingSticksOut();
        }
    }
}
