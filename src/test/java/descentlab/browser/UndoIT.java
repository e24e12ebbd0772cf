package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was changed is undone and redone, by buttons, by keys, and by the browser's Back. */
class UndoIT extends BrowserTest {

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Pattern rate(String rate) {
        return Pattern.compile("run=adagrad\\(lr=" + rate.replace(".", "\\.") + "\\)");
    }

    private void setRate(String rate) {
        Locator field = page.getByLabel("Learning rate of Adagrad").first();
        field.fill(rate);
        field.press("Enter");
        assertThat(page).hasURL(rate(rate));
    }

    @Test
    void aRaceGoesBackThroughItsChangesWithoutBeginningAnew() {
        reducedMotion();
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        assertThat(button("Undo")).isDisabled();
        page.getByLabel("Shown step").fill("13");
        setRate("0.5");
        setRate("0.6");
        page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true)).fill("30");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("steps=30"));

        page.goBack();
        assertThat(page).hasURL(Pattern.compile("steps=20"));
        assertThat(page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true))).hasValue("20");
        assertThat(page.locator("race-timeline")).containsText("step 13 of 20");
        button("Undo").click();
        assertThat(page).hasURL(rate("0.5"));
        assertThat(page.getByLabel("Learning rate of Adagrad").first()).hasValue("0.5");
        page.locator("race-surface canvas").first().focus();
        page.keyboard().press("Control+z");
        assertThat(page).hasURL(rate("0.4"));
        assertThat(button("Undo")).isDisabled();
        page.waitForFunction("() => document.querySelector('descent-race').model.trace.header.series[0].lr === 0.4");
        assertThat(page.locator("race-timeline")).containsText("step 13 of 20");

        button("Redo").click();
        assertThat(page).hasURL(rate("0.5"));
        page.keyboard().press("Control+Shift+Z");
        assertThat(page).hasURL(rate("0.6"));
        assertThat(page.getByLabel("Learning rate of Adagrad").first()).hasValue("0.6");
        setRate("0.7");
        assertThat(button("Redo")).isDisabled();

        page.reload();
        button("Undo").click();
        assertThat(page).hasURL(rate("0.6"));
    }

    @Test
    void aFieldKeepsItsOwnUndoWhileItIsTypedIn() {
        open("/lab/surface?objective=ellipse&steps=20&run=adagrad(lr=0.4)");
        setRate("0.5");
        Locator steps = page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true));
        steps.focus();
        page.keyboard().type("9");
        page.keyboard().press("Control+z");
        page.waitForTimeout(500);
        assertThat(page.url()).matches(".*" + rate("0.5").pattern() + ".*");
        assertThat(steps).hasValue("20");
    }

    @Test
    void aTrainingIsNotBegunAnewByBack() {
        open("/lab/training?data=airfoil&epochs=1&run=adagrad(lr=0.1)");
        assertThat(button("Run again")).isVisible();
        setRate("0.2");
        assertThat(button("Run again")).isVisible();
        page.goBack();
        assertThat(page).hasURL(rate("0.1"));
        assertThat(page.getByLabel("Learning rate of Adagrad").first()).hasValue("0.1");
        assertThat(button("Run again")).isVisible();
    }

    @Test
    void aMatrixGoesBackThroughItsChanges() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Locator cell = page.getByLabel("Row 1, column 1");
        assertThat(cell).hasValue("2");
        for (String entry : new String[] {"5", "7"}) {
            cell.fill(entry);
            cell.press("Tab");
            assertThat(page).hasURL(Pattern.compile("matrix=" + entry + ",1;1,3"));
        }
        page.goBack();
        assertThat(cell).hasValue("5");
        button("Undo").click();
        assertThat(cell).hasValue("2");
        assertThat(page).hasURL(Pattern.compile("matrix=2,1;1,3"));
        assertThat(button("Undo")).isDisabled();
        button("Redo").click();
        assertThat(cell).hasValue("5");
    }
}
