package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A run is gone on from with something else, and a race is pinned under the next. */
class BranchIT extends BrowserTest {

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Object path(int series) {
        return page.evaluate("i => { const s = document.querySelector('descent-race').model.trace.series[i];"
                + " return Array.from({ length: s.rows }, (_, k) => s.at(k, 'x1')); }", series);
    }

    @Test
    void aRaceGoesOnFromAStepAtAnotherRate() {
        reducedMotion();
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&noise=0.2&run=adagrad(lr=0.4)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        page.getByLabel("Shown step").fill("8");
        button("Go on from here with…").click();
        assertThat(page.getByLabel("Go on from", new Page.GetByLabelOptions().setExact(true))).hasValue("8");
        page.getByLabel("Learning rate from there on").fill("2");
        button("Go on").click();

        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=0\\.4\\)&run=adagrad\\(lr=0\\.4\\)~8~adagrad\\(lr=2,keep=true\\)"));
        page.waitForFunction("() => document.querySelector('descent-race').model.trace.series.length === 2");
        List<?> parent = (List<?>) path(0);
        List<?> branch = (List<?>) path(1);
        assertThat(branch.subList(0, 9)).isEqualTo(parent.subList(0, 9));
        assertThat(branch.get(9)).isNotEqualTo(parent.get(9));
        assertThat(page.getByLabel("Optimizers of this race")).containsText("from 8");

        page.goBack();
        page.waitForFunction("() => document.querySelector('descent-race').model.trace.series.length === 1");
    }

    @Test
    void aPointOfAPathOffersToGoOnFromThere() {
        reducedMotion();
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)&run=momentum(lr=0.1)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        List<?> at = (List<?>) page.evaluate("""
                () => {
                  const surface = document.querySelector('race-surface');
                  const { width, height, window: [l, r, b, t] } = surface.view.viewport;
                  const series = document.querySelector('descent-race').model.trace.series[1];
                  return [(series.at(4, 'x1') - l) / (r - l) * width, (t - series.at(4, 'x2')) / (t - b) * height];
                }""");
        page.locator("race-surface canvas")
                .click(new Locator.ClickOptions()
                        .setPosition(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()));
        assertThat(page.locator("race-timeline")).containsText("step 4 of 20");
        button("Go on from step 4 with…").click();
        assertThat(page.getByLabel("Go on from", new Page.GetByLabelOptions().setExact(true))).hasValue("4");
        assertThat(page.getByLabel("Whose way")).containsText("Momentum");
        button("Go on").click();
        assertThat(page).hasURL(Pattern.compile("~4~momentum\\(lr=0\\.05,keep=true\\)"));
        // The ring at the handover, in the ink's color.
        page.getByLabel("Shown step").fill("20");
        page.waitForFunction("() => document.querySelector('descent-race').model.trace.series.length === 3");
    }

    @Test
    void aBranchThatCannotBeIsRefusedWithTheLimit() {
        reducedMotion();
        open("/lab/surface?objective=ellipse&steps=20&run=adagrad(lr=0.4)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        page.getByLabel("Shown step").fill("8");
        button("Go on from here with…").click();
        page.getByLabel("Go on from", new Page.GetByLabelOptions().setExact(true)).fill("20");
        button("Go on").click();
        assertThat(page.locator(".branch-form [role=alert]")).containsText("before the end, which is at 20 steps");
        page.getByLabel("Go on from", new Page.GetByLabelOptions().setExact(true)).fill("here");
        button("Go on").click();
        assertThat(page.locator(".branch-form [role=alert]")).containsText("a whole number above 0");
    }

    @Test
    void aPausedNetworkGoesOnAtASmallerRateBesideTheOneThatItHad() {
        open("/lab/training?data=silhouettes&model=lenet&batch=64&epochs=6&run=adagrad(lr=0.05)");
        page.waitForFunction("() => document.querySelector('training-chart')?.shadowRoot?.textContent.match(/epoch/i)");
        if (!button("Pause").isVisible()) {
            button("Run").click();
        }
        button("Pause").click();
        assertThat(button("Continue")).isVisible();
        button("Go on with…").click();
        String at = page.getByLabel("Go on from", new Page.GetByLabelOptions().setExact(true)).inputValue();
        page.getByLabel("Learning rate from there on").fill("0.01");
        button("Go on").click();
        if (Long.parseLong(at) > 0) {
            assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=0\\.05\\)&run=adagrad\\(lr=0\\.05\\)~" + at + "~adagrad\\(lr=0\\.01,keep=true\\)"));
            assertThat(button("Pause")).isVisible();
        }
        button("Stop").click();
    }

    @Test
    void aPinnedRaceStaysUnderTheNextAndComesBackAfterAReload() {
        reducedMotion();
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        button("Pin this race").click();
        Locator rate = page.getByLabel("Learning rate of Adagrad").first();
        rate.fill("2");
        rate.press("Enter");
        assertThat(page).hasURL(Pattern.compile("lr=2\\)"));
        Locator legend = page.getByLabel("Optimizers of this race");
        assertThat(legend).containsText("Pinned: Adagrad 0.4");
        page.reload();
        assertThat(legend).containsText("Pinned: Adagrad 0.4");
        button("Pin this race").click();
        assertThat(legend).not().containsText("Pinned");
    }
}
