package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was changed in a lab is in the notebook, with a picture; it is noted there, and two are put side by side. */
class NotebookIT extends BrowserTest {

    private static final String RACE = "/lab/surface?objective=ellipse&rotate=0&start=-5,-2&steps=20&noise=0&seed=0&run=";

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator cards() {
        return page.locator(".kept");
    }

    private void pictured(Locator card) {
        Locator image = card.locator("img");
        assertThat(image).isVisible();
        page.waitForFunction("image => image.complete && image.naturalWidth >= 96", image.elementHandle());
    }

    private void keepAs(String name) {
        button("Keep").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(name);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep").setExact(true)).click();
        assertThat(dialog).containsText("Kept as “" + name + "”.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close").setExact(true)).click();
    }

    @Test
    void whatWasChangedIsKeptNotedAndCompared() {
        reducedMotion();
        open(RACE + "adagrad(lr=0.4)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        keepAs("the chapter's");
        Locator rate = page.getByLabel("Learning rate of Adagrad").first();
        rate.fill("2");
        rate.press("Enter");
        assertThat(page).hasURL(Pattern.compile("lr=2"));
        Locator steps = page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true));
        steps.fill("30");
        steps.press("Enter");
        assertThat(page.locator("race-timeline")).containsText("of 30");
        // It is kept by itself once it has rested.
        page.waitForTimeout(5500);

        open("/notebook");
        assertThat(cards()).hasCount(2);
        pictured(cards().nth(0));
        pictured(cards().nth(1));
        assertThat(cards().nth(0)).containsText("Adagrad 2 on Ellipse");
        assertThat(cards().nth(1)).containsText("the chapter's");
        cards().nth(0).getByLabel("Note").fill("five times the rate");
        assertThat(cards().nth(0)).containsText("Kept.");
        page.reload();
        assertThat(cards().nth(0).getByLabel("Note")).hasValue("five times the rate");
        screenshot("notebook-light");
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        assertNothingSticksOut();
        screenshot("notebook-phone-dark");
        screen(Screen.LAPTOP);

        cards().nth(0).getByLabel(Pattern.compile("^Select")).check();
        cards().nth(1).getByLabel(Pattern.compile("^Select")).check();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare")).click();
        compares();
    }

    private void compares() {
        assertThat(page.locator(".differences")).containsText("Steps: 30 in the first, 20 in the second.");
        assertThat(page.locator("race-pair tbody tr")).hasCount(2);
        assertThat(page.locator("race-pair tbody tr").nth(0)).containsText("30");
        Locator timeline = page.locator("race-timeline");
        assertThat(timeline).hasCount(1);
        assertThat(timeline).containsText("of 30");
        Locator step = page.getByLabel("Shown step");
        step.fill("12");
        shows(12, 12);
        step.fill("27");
        shows(27, 20);
        button("One step back").click();
        shows(26, 20);
        button("To the start").click();
        shows(0, 0);
        screenshot("compare-dark");
        button("Play").click();
        page.waitForFunction("() => [...document.querySelectorAll('descent-race')].every(race => race.model.step > 0)");
        assertThat(button("Play")).isVisible();
        shows(30, 20);
        screen(Screen.PHONE);
        assertNothingSticksOut();
        screenshot("compare-phone-dark");
    }

    private void shows(int first, int second) {
        page.waitForFunction(
                "([first, second]) => { const steps = [...document.querySelectorAll('descent-race')].map(race =>"
                        + " race.model.step); return steps[0] === first && steps[1] === second; }",
                new Object[] {first, second});
    }

    @Test
    void aTrainingAndAMatrixHavePicturesToo() {
        open("/lab/training?data=airfoil&epochs=1&run=adagrad(lr=0.1)");
        assertThat(button("Run again")).isVisible();
        assertThat(page.locator("training-chart svg.apexcharts-svg")).isVisible();
        keepAs("a training");
        open("/lab/spectrum?matrix=2,1;1,3");
        assertThat(page.locator("spectrum-plane canvas").first()).isVisible();
        keepAs("a matrix");
        open("/notebook");
        assertThat(cards()).hasCount(2);
        pictured(cards().nth(0));
        pictured(cards().nth(1));
        screenshot("notebook-others");
        screen(Screen.PHONE);
        open("/lab/surface");
        assertThat(button("Keep")).isVisible();
        assertNothingSticksOut();
        screenshot("lab-phone-keep");
    }

    @Test
    void aSetIsSharedAsALink() {
        open("/lab/spectrum?matrix=2,1;1,3");
        assertThat(page.locator("spectrum-plane canvas").first()).isVisible();
        keepAs("one");
        open("/lab/spectrum?matrix=2,0;0,3");
        assertThat(page.locator("spectrum-plane canvas").first()).isVisible();
        keepAs("two");
        open("/notebook");
        cards().nth(0).getByLabel(Pattern.compile("^Select")).check();
        cards().nth(1).getByLabel(Pattern.compile("^Select")).check();
        page.getByLabel("Name of the set").fill("Matrices & more");
        Locator share = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open as a set to share"));
        assertThat(share).hasAttribute("href", Pattern.compile("name=Matrices%20%26%20more"));
        share.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Matrices & more"))).isVisible();
        // Whoever gets the link has another browser, which keeps nothing yet.
        page.context().clearCookies();
        page.reload();
        assertThat(cards()).hasCount(2);
        button("Keep all in my notebook").click();
        assertThat(page.locator(".keep-all")).containsText("All 2 are kept.");
        screenshot("set");
        open("/notebook");
        assertThat(cards()).hasCount(2);
        assertThat(cards().nth(0)).containsText("Matrix 2,0;0,3");
    }

    @Test
    void twoTrainingsHaveTheSameAxes() {
        open("/compare?one=lab%2Ftraining%3Fdata%3Dairfoil%26epochs%3D1%26run%3Dadagrad(lr%3D0.1)"
                + "&two=lab%2Ftraining%3Fdata%3Dairfoil%26epochs%3D4%26run%3Dsgd(lr%3D0.01)");
        assertThat(page.locator(".differences")).containsText("Epochs: 1 in the first, 4 in the second.");
        // Each has ended, and yet the axis of the shorter goes as far as that of the longer.
        page.waitForFunction("() => [...document.querySelectorAll('training-chart')].every(chart => chart.shown.over)");
        page.waitForFunction("() => { const axes = [...document.querySelectorAll('training-chart')].map(chart =>"
                + " [...chart.shadowRoot.querySelectorAll('.apexcharts-xaxis-label, .apexcharts-yaxis-label')].map(label =>"
                + " label.querySelector('title')?.textContent ?? label.textContent));"
                + " return axes.every(labels => labels.includes('4')) && axes[0].join() === axes[1].join(); }");
        screenshot("compare-trainings");
    }

    @Test
    void aMatrixIsComparedWithAnother() {
        open("/compare?one=lab%2Fspectrum%3Fmatrix%3D2%2C1%3B1%2C3&two=lab%2Fspectrum%3Fmatrix%3D2%2C0%3B0%2C3");
        assertThat(page.locator(".differences")).containsText("Matrix: 2,1;1,3 in the first, 2,0;0,3 in the second.");
        assertThat(page.locator("spectrum-plane canvas")).hasCount(2);
        assertThat(page.locator("spectrum-facts").first()).containsText("κ");
        screenshot("compare-matrices");
        assertThat(page.title()).startsWith("Compare");
    }
}
