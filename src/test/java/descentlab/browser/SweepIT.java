package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rates in the surface lab: the sweep of all of them, and a better one after a divergence. */
class SweepIT extends BrowserTest {

    private Locator canvas() {
        return page.locator("sweep-chart canvas").first();
    }

    private Locator bestOf(String optimizer) {
        return page.locator("sweep-chart .best tbody tr").filter(new Locator.FilterOptions().setHasText(optimizer));
    }

    @Test
    void aPointOfTheSweepSetsTheRate() {
        reducedMotion();
        open("/lab/surface?steps=100&run=sgd(lr=0.1)&run=adagrad(lr=0.4)");
        canvas().scrollIntoViewIfNeeded();
        assertThat(bestOf("Adagrad")).isVisible();
        Canvases.awaitDrawn(canvas());

        // Gradient descent is best just under its bound, 2/4; the button races at that rate.
        Locator rate = bestOf("Gradient descent").getByRole(AriaRole.BUTTON);
        String best = rate.innerText();
        assertThat(Double.parseDouble(best)).isBetween(0.3, 0.5);
        rate.click();
        assertThat(page)
                .hasURL(Pattern.compile("run=sgd\\(lr=" + best.replace(".", "\\.") + "\\)&run=adagrad\\(lr=0\\.4\\)"));
        assertThat(page.getByLabel("Learning rate of Gradient descent").first()).hasValue(best);

        // The keys walk along the curve; Enter takes the rate.
        canvas().focus();
        page.keyboard().press("End");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("sweep-chart [role=status]").last()).containsText("Adagrad at 10: f =");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=10\\)"));
        assertThat(page.locator("race-inspector tbody tr")).hasCount(2);

        // The mouse finds the left end of a curve, which is the smallest rate, somewhere down the axis.
        BoundingBox box = canvas().boundingBox();
        Locator tip = page.locator("sweep-chart .tip");
        page.mouse().move(box.x + 46, box.y + 2);
        assertThat(tip).hasCount(0);
        double y = 10;
        while (y < box.height && !tip.isVisible()) {
            y += 8;
            page.mouse().move(box.x + 46, box.y + y);
        }
        page.mouse().move(box.x + 46, box.y + y + 4); // off the edge of its reach: a click has no fractions of a pixel
        assertThat(tip).containsText("lr = 0.001");
        page.mouse().down();
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("\\(lr=0\\.001\\)"));
    }

    @Test
    void theSweepFollowsTheExperimentButNotTheRates() {
        reducedMotion();
        open("/lab/surface?run=adagrad(lr=0.4)");
        canvas().scrollIntoViewIfNeeded();
        assertThat(page.locator("sweep-chart p")).containsText("after 20 steps, at 41 rates");
        String before = bestOf("Adagrad").innerText();
        Locator steps = page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true));
        steps.fill("200");
        steps.press("Enter");
        canvas().scrollIntoViewIfNeeded(); // what nobody sees is not computed
        assertThat(page.locator("sweep-chart p")).containsText("after 200 steps");
        assertThat(bestOf("Adagrad")).not().hasText(before);
        page.getByText("All points as a table").click();
        assertThat(page.locator("sweep-chart .scroll tbody tr")).hasCount(41);
    }

    @Test
    void aDivergedRunComesWithARateThatWorks() {
        reducedMotion();
        open("/lab/surface?steps=60&run=sgd(lr=1)");
        assertThat(page.locator("race-inspector")).containsText("is above 2/λₘₐₓ = 0.5");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Use rate 0.25 for Gradient descent"))
                .click();
        assertThat(page).hasURL(Pattern.compile("run=sgd\\(lr=0\\.25\\)"));
        assertThat(page.locator("race-inspector")).not().containsText("diverged");
        assertThat(page.locator("race-inspector .offer")).hasCount(0);
    }
}
