package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rates looked for in the training lab, and trained with. */
class RateFinderIT extends BrowserTest {

    private Locator found(String link) {
        open(link);
        Locator finder = page.locator("rate-finder");
        assertThat(finder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look again")))
                .isVisible();
        return finder;
    }

    @Test
    void aRateThatWasFoundIsTrainedWith() {
        Locator finder = found("/lab/training?data=airfoil&search=test&run=sgd(lr=0.001)&run=adagrad(lr=0.001)");
        assertThat(finder).containsText("Gradient descent: the loss falls fastest at");
        assertThat(finder).containsText("Adagrad: the loss falls fastest at");
        Canvases.awaitDrawn(finder.locator("line-diagram canvas").first());
        Locator pick = finder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Train Adagrad with .+, steepest fall")));
        String rate = pick.textContent().strip().split(" ")[0];
        pick.focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("adagrad(lr=" + rate + ")"));
        page.waitForURL(url -> url.contains("search=test") && url.contains("sgd(lr=0.001)"));
        // What was looked for is the same as before: nothing is computed anew.
        assertThat(finder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look again"))).isVisible();
        assertThat(finder.locator("tbody tr").nth(1)).containsText(rate);
        assertThat(page.locator("training-chart")).containsText("finished");
        assertNothingSticksOut();
    }

    @Test
    void aFieldAsksForASweepOfPictures() {
        open("/lab/training?data=silhouettes&model=softmax&pictures=500&batch=50&epochs=1&run=adagrad(lr=0.05)");
        assertThat(page.locator("rate-finder")).isHidden();
        page.getByLabel("Look for a rate", new Page.GetByLabelOptions().setExact(true)).press("ArrowDown");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("sweep of short trainings")).click();
        page.waitForURL(url -> url.contains("search=sweep"));
        page.locator("rate-finder").scrollIntoViewIfNeeded();
        assertThat(page.locator("rate-finder")).containsText("Adagrad: the least loss");
        assertThat(page.getByLabel("Rates tried", new Page.GetByLabelOptions().setExact(true))).isVisible();
    }

    @Test
    void aStudySaysWhoLeadsAndWhetherItMayBeSaid() {
        Locator finder = found("/lab/training?data=airfoil&epochs=1&search=study&trials=6&run=sgd(lr=0.01)&run=adagrad(lr=0.1)");
        assertThat(finder).containsText(Pattern.compile("(leads, and the spread allows to say so|but the spread does not allow to say|but not of .+ in the test)"));
        assertThat(finder).containsText("1200 examples train, 150 others choose, and 150 others test, once");
        assertThat(finder.getByLabel("The study in numbers").locator("tbody tr")).hasCount(2);
        assertThat(finder.getByLabel("The study in numbers")).containsText(Pattern.compile("[0-6] of 6"));
        Canvases.awaitDrawn(finder.locator("line-diagram canvas").first());
        assertNothingSticksOut();
    }

    @Test
    void whatIsLookedForCanBeStopped() {
        open("/lab/training?data=silhouettes&model=lenet&pictures=5000&batch=200&epochs=1&search=sweep&batches=300&trials=15&run=adagrad(lr=0.05)");
        Locator finder = page.locator("rate-finder");
        finder.scrollIntoViewIfNeeded();
        finder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stop looking"))
                .click();
        assertThat(finder).containsText("Stopped");
        assertThat(finder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look again"))).isVisible();
    }
}
