package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Many races at once in the surface lab: basins under the paths, a heat map whose cells set two settings, and a cloud. */
class MapsIT extends BrowserTest {

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    /** A sum over the pixels of the plot, read from a copy, which is made for that. */
    private Object plotPixels() {
        return page.locator("race-surface canvas")
                .first()
                .evaluate("canvas => { const copy = new OffscreenCanvas(canvas.width, canvas.height)"
                        + ".getContext('2d', {willReadFrequently: true}); copy.drawImage(canvas, 0, 0);"
                        + " return copy.getImageData(0, 0, canvas.width, canvas.height).data"
                        + ".reduce((sum, part, i) => sum + part * (i % 4 + 1), 0); }");
    }

    @Test
    void basinsAreLaidUnderThePathsAndToldInWords() {
        reducedMotion();
        open("/lab/surface?objective=himmelblau&steps=40&run=adagrad(lr=0.8)&run=momentum(lr=0.01)");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        page.waitForTimeout(600); // contours
        Object bare = plotPixels();
        tab("Basins").click();
        assertThat(page).hasURL(Pattern.compile("#basins$"));
        Locator says = page.locator("basin-map .says");
        assertThat(says).containsText(Pattern.compile("Of 40,000 starts, \\d+"));
        assertThat(page.locator("basin-map tbody tr")).hasCount(5); // four minima, and none of them
        assertThat(plotPixels()).isNotEqualTo(bare);

        // Momentum's is another map; so is how long it takes.
        String adagrad = says.innerText();
        page.getByLabel("Of", new Page.GetByLabelOptions().setExact(true)).selectOption("1");
        assertThat(says).not().hasText(adagrad);
        page.getByLabel("Colored by").selectOption("time");
        assertThat(says).containsText("within 0.01 of the lowest f, 0");

        // It can be taken off the plot, and a click there still sets the start, in one step that leaves the map open.
        Object laid = plotPixels();
        page.getByLabel("Lay over the plot").uncheck();
        page.waitForTimeout(300);
        assertThat(plotPixels()).isNotEqualTo(laid);
        BoundingBox box = page.locator("race-surface canvas").first().boundingBox();
        page.mouse().click(box.x + box.width / 4, box.y + box.height / 4);
        assertThat(page).hasURL(Pattern.compile("start=-[0-9.]+,[0-9.]+&.*#basins$"));

        // Another tab takes it away, and a link brings it back.
        tab("Basins").press("ArrowLeft");
        assertThat(tab("Sweep")).isFocused();
        assertThat(page.locator("sweep-chart canvas")).isVisible();
        assertThat(page.locator("basin-map")).isHidden();
        open("/lab/surface?run=sgd(lr=0.1)#basins");
        assertThat(page.getByLabel("Colored by")).hasValue("time"); // all of them end at the one minimum
        page.getByLabel("Colored by").selectOption("end");
        assertThat(says).containsText("end near (0, 0)");
    }

    @Test
    void aCellOfTheHeatMapSetsBothSettingsAndIsUndoneAsOne() {
        reducedMotion();
        open("/lab/surface?steps=40&run=momentum(lr=0.1,beta=0.8)#heat");
        Locator canvas = page.locator("heat-map canvas");
        assertThat(page.locator("heat-map .says")).containsText("Of 961 pairs of settings, f after 40 steps is lowest at lr = ");
        canvas.focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("heat-map [role=status]").last()).containsText("lr = 0.001, beta = ");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("run=momentum\\(lr=0\\.001,beta=0\\.8[0-9]*\\)#heat$"));
        page.getByLabel("Undo").click();
        assertThat(page).hasURL(Pattern.compile("run=momentum\\(lr=0\\.1,beta=0\\.8\\)#heat$"));

        BoundingBox box = canvas.boundingBox();
        canvas.hover(new Locator.HoverOptions().setPosition(54, box.height - 42));
        assertThat(page.locator("heat-map .tip")).containsText("lr = 0.001, beta = 0");
        canvas.click(new Locator.ClickOptions().setPosition(54, box.height - 42));
        assertThat(page).hasURL(Pattern.compile("run=momentum\\(lr=0\\.001,beta=0\\)#heat$"));
        page.getByText("All cells as a table").click();
        assertThat(page.locator("heat-map .scroll tbody tr")).hasCount(31);
    }

    @Test
    void aCloudNeedsNoiseAndOffersIt() {
        reducedMotion();
        open("/lab/surface?steps=40&run=sgd(lr=0.1)&run=adagrad(lr=2)#cloud");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the noise to 0.5")).click();
        assertThat(page).hasURL(Pattern.compile("noise=0\\.5&.*#cloud$"));
        Locator rows = page.locator("noise-cloud tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("Gradient descent");
        assertThat(page.locator("noise-cloud canvas"))
                .hasAttribute("aria-label", Pattern.compile("Adagrad: f ends at .* by the median of 50 noises, eight of ten between"));
        Canvases.awaitDrawn(page.locator("noise-cloud canvas"));
    }
}
