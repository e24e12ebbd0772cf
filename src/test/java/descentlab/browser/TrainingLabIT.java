package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The training lab, by hand. */
class TrainingLabIT extends BrowserTest {

    private static final String CHAPTER = "/lab/training?data=airfoil&model=linear&batch=10&epochs=2&run=adagrad(lr=0.1)";

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private double loss() {
        return Double.parseDouble(
                page.locator("training-chart table").first().locator("tbody tr").first().locator("td").nth(1).innerText());
    }

    @Test
    void adagradLearnsFromTheAirfoilData() {
        open(CHAPTER);
        assertThat(page.locator("training-chart")).containsText("finished");
        assertThat(loss()).isBetween(0.235, 0.25);
        // The curve is really there: a path with more than a start, in Adagrad's own color.
        Locator curve = page.locator("training-chart path.apexcharts-line[stroke*='204,85,0']").first();
        curve.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(curve.getAttribute("d").split("[LC]").length).isGreaterThan(5);
        assertThat(page.locator("training-chart")).containsText(Pattern.compile("[\\d.]+ (µs|ms|s)"));
    }

    @Test
    void aLongRunIsStoppedByHand() {
        // By itself it would go on for half a minute and more: 20,000 times the loss on all texts, for each of eight.
        open("/lab/training?data=zipf-text&model=logistic&epochs=1000&every=400"
                + "&run=sgd(lr=0.1)&run=sgd(lr=0.2)&run=sgd(lr=0.3)&run=sgd(lr=0.4)"
                + "&run=adagrad(lr=0.1)&run=adagrad(lr=0.2)&run=adagrad(lr=0.3)&run=adagrad(lr=0.4)");
        assertThat(page.locator("training-chart")).containsText("left");
        button("Stop").click();
        assertThat(button("Run again")).isVisible();
        assertThat(page.locator("training-chart .standings")).containsText("cancelled");
        assertThat(page.locator("training-chart .standings")).not().containsText("finished");
    }

    @Test
    void aReloadTakesUpTheSameRun() {
        open(CHAPTER);
        assertThat(page.locator("training-chart")).containsText("finished");
        String before = (String) page.evaluate("document.querySelector('training-chart').getAttribute('run')");
        page.reload();
        assertThat(page.locator("training-chart")).containsText("finished");
        assertThat(page.evaluate("document.querySelector('training-chart').getAttribute('run')")).isEqualTo(before);
    }

    @Test
    void aSettingThatCannotBeIsRefusedAndTheOldOneKept() {
        open(CHAPTER);
        page.getByLabel("Batch size").fill("0");
        page.getByLabel("Batch size").press("Enter");
        assertThat(page.getByText("Please give a whole number from 1 to 1500").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile("batch=10"));
    }

    @Test
    void aTrainingThatDivergesIsExplained() {
        open("/lab/training?epochs=2&run=sgd(lr=10)");
        assertThat(page.locator("training-chart")).containsText("diverged");
        assertThat(page.locator("training-chart")).containsText("no longer a finite number");
        assertThat(page.locator("training-chart")).not().containsText("NaN");
    }

    private void choose(String label, String item) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(item)).click();
    }

    @Test
    void rareWordsAreLearntBetterWithAClockForEachWord() {
        open("/lab/training");
        choose("Worked examples", "Rare words");
        assertThat(page).hasURL(Pattern.compile("data=zipf-text&model=logistic"));
        assertThat(page.getByText("from the most frequent to the rarest words")).isVisible();

        Locator panels = page.locator("training-chart figure");
        assertThat(panels).hasCount(5);
        assertThat(panels.last()).containsText("words 201 to 500");
        Locator errors = panels.last().locator("li");
        assertThat(errors).containsText(new String[] {"0.66", "0.66", "0.49", "0.48"});
        Locator line = panels.last().locator("path.line[stroke='#0072b2']").first();
        assertThat(line.getAttribute("d").split("L").length).isGreaterThan(20);

        // Under a pointer the panels tell of an earlier moment.
        panels.last().locator(".frame").hover();
        assertThat(page.locator("training-chart .bands h3")).containsText("read at epoch 0.5");
        assertThat(errors.first()).containsText(Pattern.compile("0\\.[78]\\d"));

        screen(Screen.PHONE);
        assertNothingSticksOut();
    }

    @Test
    void theConciseAdagradIsTheOneFromScratch() {
        open("/lab/training");
        choose("Worked examples", "From scratch and concise");
        assertThat(page.locator("training-chart .standings tbody")).hasCount(2);
        assertThat(page.locator("training-chart .standings tbody"))
                .containsText(new String[] {"0.2421", "0.2421"});
        assertThat(page.getByText("MSELoss leaves out the ½")).isVisible();
    }
}
