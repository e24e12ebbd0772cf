package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Why a step went where it went, as the surface lab tells it. */
class AnatomyIT extends BrowserTest {

    private static final int ADAGRAD = 0xcc5500;
    private static final String RACE = "steps=20&run=adagrad(lr=0.4)&run=momentum(lr=0.1,beta=0.8)";

    private Locator canvas() {
        return page.locator("race-surface canvas").first();
    }

    private void openAt(String query) {
        reducedMotion();
        open("/lab/surface?" + query);
        Canvases.awaitDrawn(canvas());
    }

    private void awaitAnatomy(String optimizer, int step) {
        page.locator("step-anatomy").scrollIntoViewIfNeeded();
        assertThat(page.locator("step-anatomy h2")).hasText("Anatomy of step " + step);
        assertThat(page.locator(".anatomy-way")).containsText(Pattern.compile(optimizer + ", step " + step + ":"));
        page.waitForFunction("() => document.querySelector('descent-race').model.anatomy !== undefined");
    }

    private double[] values(String role) {
        String text = page.locator(".anatomy-lines li[data-role=" + role + "]").last().getAttribute("data-values");
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private List<String[]> rows(int run) {
        String query = page.url().substring(page.url().indexOf('?'));
        List<String> lines = page.request().get(address("/api/surface.csv" + query)).text().lines().skip(1).toList();
        return lines.subList(21 * run, 21 * (run + 1)).stream()
                .map(line -> line.replaceAll("^(\"[^\"]*\"|[^,]*),", "").split(","))
                .toList();
    }

    private double[] cells(int run, int step, int first) {
        String[] row = rows(run).get(step);
        return new double[] {Double.parseDouble(row[first]), Double.parseDouble(row[first + 1])};
    }

    /** Where a point of a path lies on the page. */
    private double[] placeOf(int run, int step) {
        BoundingBox box = canvas().boundingBox();
        List<?> at = (List<?>) page.evaluate("""
                ([run, step]) => {
                  const { width, height, window: [l, r, b, t] } = document.querySelector('race-surface').view.viewport;
                  const series = document.querySelector('descent-race').model.trace.series[run];
                  return [(series.at(step, 'x1') - l) / (r - l) * width, (t - series.at(step, 'x2')) / (t - b) * height];
                }""", List.of(run, step));
        return new double[] {
            box.x + ((Number) at.get(0)).doubleValue(), box.y + ((Number) at.get(1)).doubleValue()
        };
    }

    @Test
    void theLinesHoldTheNumbersOfTheRows() {
        openAt(RACE);
        page.getByLabel("Shown step").fill("7");
        awaitAnatomy("Adagrad", 7);
        assertThat(values("point")).containsExactly(cells(0, 6, 1));
        assertThat(values("gradient")).containsExactly(cells(0, 6, 4));
        assertThat(values("rate")).containsExactly(cells(0, 7, 6));
        assertThat(values("next")).containsExactly(cells(0, 7, 1));
        assertThat(page.locator(".anatomy-lines .katex").first()).isVisible();
        assertThat(page.locator("step-anatomy .say").filter(new Locator.FilterOptions().setHasText("has shrunk to")))
                .containsText(Pattern.compile("as the sum of squared gradients there has grown from"));
    }

    @Test
    void atTheStartTheFirstStepIsExplained() {
        openAt(RACE);
        page.getByLabel("Shown step").fill("0");
        awaitAnatomy("Adagrad", 1);
        assertThat(values("point")).containsExactly(-5, -2);
    }

    @Test
    void momentumsPastIsDrawnAsAChain() {
        openAt(RACE);
        page.getByLabel("Shown step").fill("4");
        awaitAnatomy("Adagrad", 4);
        page.locator(".anatomy-choice button").filter(new Locator.FilterOptions().setHasText("Momentum")).click();
        awaitAnatomy("Momentum", 4);
        double[] sum = {0, 0};
        List<?> chain = (List<?>) page.evaluate("document.querySelector('descent-race').model.anatomy.chain.map((link) => link.values)");
        assertThat(chain).hasSize(4);
        for (Object link : chain) {
            sum[0] += ((Number) ((List<?>) link).get(0)).doubleValue();
            sum[1] += ((Number) ((List<?>) link).get(1)).doubleValue();
        }
        assertThat(sum).containsExactly(values("step"), within(1e-12));
        assertThat(page.locator(".anatomy-key")).containsText("what each gradient adds");
    }

    /** With the arrows there is more of Adagrad's color on the plot than without. */
    @Test
    void arrowsAreDrawnAtRest() {
        openAt(RACE);
        page.getByLabel("Shown step").fill("3");
        awaitAnatomy("Adagrad", 3);
        page.waitForTimeout(300);
        long with = Canvases.pixels(canvas(), ADAGRAD);
        page.evaluate("document.querySelector('descent-race').model.explained = undefined;"
                + "document.querySelector('race-surface').redraw(false)");
        page.waitForTimeout(300);
        assertThat(Canvases.pixels(canvas(), ADAGRAD)).isLessThan(with - 100);
    }

    @Test
    void aPointUnderThePointerIsExplainedAndAClickGoesThere() {
        openAt(RACE);
        awaitAnatomy("Adagrad", 20);
        String before = page.url();
        double[] at = placeOf(1, 3);
        page.mouse().move(at[0], at[1]);
        awaitAnatomy("Momentum", 3);
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        page.mouse().click(at[0], at[1]);
        assertThat(page.locator("race-timeline")).containsText("step 3 of 20");
        assertThat(page.url()).as("the start stays").isEqualTo(before);
        page.mouse().move(at[0], at[1] + 200);
        awaitAnatomy("Momentum", 3);
    }

    @Test
    void keysWalkAlongAPathAndToTheNext() {
        openAt(RACE);
        awaitAnatomy("Adagrad", 20);
        canvas().focus();
        page.keyboard().press(",");
        page.keyboard().press(",");
        awaitAnatomy("Adagrad", 18);
        page.keyboard().press(".");
        page.keyboard().press("n");
        awaitAnatomy("Momentum", 19);
        assertThat(page.locator("race-surface [role=status]").last()).containsText("Momentum, step 19: from (");
        page.keyboard().press("Shift+N");
        awaitAnatomy("Adagrad", 19);
    }

    @Test
    void itFollowsADraggedRate() {
        openAt("steps=20&run=adagrad(lr=0.4)");
        awaitAnatomy("Adagrad", 20);
        double step = values("step")[0];
        Locator thumb = page.locator("descent-log-range input").first();
        thumb.focus();
        thumb.press("ArrowRight");
        thumb.press("ArrowRight");
        page.waitForFunction("(before) => Number(document.querySelector('.anatomy-lines li[data-role=step]')"
                + ".dataset.values.split(' ')[0]) !== before", step);
        assertThat(page).not().hasURL(Pattern.compile("lr=0\\.4\\)"));
        page.waitForTimeout(500);
        awaitAnatomy("Adagrad", 20);
        assertThat(values("next")).containsExactly(cells(0, 20, 1));
    }

    @Test
    void onAPhoneNothingSticksOut() {
        screen(Screen.PHONE);
        openAt("steps=20&run=torch.nadam(lr=0.1)&run=torch.radam(lr=0.1)");
        awaitAnatomy("NAdam \\(PyTorch\\)", 20);
        assertNothingSticksOut();
        page.locator(".anatomy-choice button").last().click();
        awaitAnatomy("RAdam \\(PyTorch\\)", 20);
        assertNothingSticksOut();
    }
}
