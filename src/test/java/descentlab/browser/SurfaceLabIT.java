package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The surface lab, by hand. */
class SurfaceLabIT extends BrowserTest {

    private static final int ADAGRAD = 0xcc5500;

    private Locator canvas() {
        return page.locator("race-surface canvas").first();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void awaitStep(int step, int of) {
        assertThat(page.locator("race-timeline")).containsText("step " + step + " of " + of);
    }

    @Test
    void theChaptersAdagradByHand() {
        reducedMotion(); // shows the last step at once
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)");
        awaitStep(20, 20);
        Canvases.awaitDrawn(canvas());
        Locator row = page.locator("race-inspector tbody tr").first();
        assertThat(row).containsText("−2.383");
        assertThat(row).containsText("−0.159");
        assertThat(Canvases.pixels(canvas(), ADAGRAD)).isGreaterThan(200);

        Locator rate = page.getByLabel("Learning rate of Adagrad").first();
        rate.fill("2");
        rate.press("Enter");
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=2\\)"));
        assertThat(row).containsText("−0.002");
        assertThat(page.locator("race-chart svg").first()).isVisible();
    }

    @Test
    void aLegendStaysAndTheSweepIsInSight() {
        page.setViewportSize(1440, 900);
        reducedMotion();
        open("/lab/surface?objective=ellipse&run=sgd(lr=0.4)&run=sgd(lr=0.1)&run=adagrad(lr=2)");
        assertThat(page.locator("race-surface .runs li"))
                .hasText(new String[] {"Gradient descent 0.4", "Gradient descent 0.1", "Adagrad 2"});
        Locator marks = page.locator("race-surface .runs descent-marker path:last-child");
        assertThat(marks.nth(0).getAttribute("d")).isNotEqualTo(marks.nth(1).getAttribute("d"));
        assertThat(page.locator("sweep-chart .best tbody tr")).hasCount(3);
        BoundingBox sweep = page.locator("sweep-chart canvas").first().boundingBox();
        assertThat(sweep.y + sweep.height).isLessThan(900);
    }

    /** Turned by 45 degrees the race leaves the objective's own window, whose lower edge is -3. */
    @Test
    void aRaceThatLeavesTheViewTakesItAlongUntilTheReaderMovesIt() {
        open("/lab/surface?objective=ellipse&start=-5,-2&run=sgd(lr=0.4)&run=adagrad(lr=2)");
        awaitHeld(true);
        Locator turn = page.getByLabel("Turned by, in degrees");
        turn.fill("45");
        assertThat(page).hasURL(Pattern.compile("rotate=45"));
        awaitHeld(true);

        turn.fill("0");
        assertThat(page).hasURL(Pattern.compile("rotate=0"));
        button("Zoom in").click();
        turn.fill("45");
        assertThat(page).hasURL(Pattern.compile("rotate=45"));
        page.waitForTimeout(1_000);
        awaitHeld(false);
        button("Show all").click();
        awaitHeld(true);
    }

    /** Waits until the view holds all points of the race, or does not. */
    private void awaitHeld(boolean held) {
        page.waitForFunction("""
                (held) => {
                  const surface = document.querySelector('race-surface');
                  const trace = surface?.link?.model?.trace;
                  const window = surface?.view?.viewport?.window;
                  return trace && window && held === trace.series.every((one) =>
                    Array.from({ length: one.rows }, (_, i) => [one.at(i, 'x1'), one.at(i, 'x2')]).every(([x1, x2]) =>
                      x1 >= window[0] && x1 <= window[1] && x2 >= window[2] && x2 <= window[3]));
                }""", held);
    }

    @Test
    void anotherObjectiveLowersTheRatesThatNobodySet() {
        reducedMotion();
        open("/lab/surface");
        awaitStep(20, 20);
        page.getByLabel("Learning rate of Adagrad").first().fill("3");
        page.getByLabel("Learning rate of Adagrad").first().press("Enter");
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=3\\)"));
        page.locator("vaadin-select").first().click();
        page.getByRole(AriaRole.OPTION, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Rosenbrock")).click();
        assertThat(page.getByText("Lowered to rates that do not run away here: ")).isVisible();
        assertThat(page).hasURL(Pattern.compile("objective=rosenbrock.*run=adagrad\\(lr=3\\)"));
        assertThat(page.locator("race-inspector")).not().containsText("diverged");
    }

    @Test
    void whileItPlaysTheWordsSpeakOfTheRowsBesideThem() {
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=200&run=adagrad(lr=0.4)&run=rmsprop(lr=0.4)&run=adam(lr=0.4)");
        awaitStep(200, 200);
        page.getByText("Play", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        // Each time the words say who is lowest, the lowest f in the table is that row's.
        Object seen = page.evaluate("""
                () => new Promise((resolve) => {
                  const root = document.querySelector('race-inspector').shadowRoot;
                  const steps = new Set();
                  const wrong = [];
                  const until = performance.now() + 4000;
                  const look = () => {
                    const said = /([^.;\\s][^.;]*) is lowest/.exec(root.querySelector('.words').textContent);
                    const head = [...root.querySelectorAll('thead th')].map((cell) => cell.textContent.trim());
                    const f = (row) => Number([...row.children][head.indexOf('f')].textContent.trim()
                      .replace('\u2212', '-').replace(/\\s|\u00a0/g, ''));
                    const rows = [...root.querySelectorAll('tbody tr')];
                    if (said && rows.every((row) => Number.isFinite(f(row)))) {
                      const lowest = Math.min(...rows.map(f));
                      const told = rows.find((row) => row.querySelector('.name').textContent.trim() === said[1].trim());
                      steps.add(root.querySelector('h2').textContent);
                      if (!told || f(told) > lowest) wrong.push(root.querySelector('h2').textContent + ': ' + said[0]);
                    }
                    if (performance.now() < until) requestAnimationFrame(look);
                    else resolve({ steps: steps.size, wrong });
                  };
                  look();
                })
                """);
        Map<?, ?> found = (Map<?, ?>) seen;
        assertThat((List<?>) found.get("wrong")).isEmpty();
        assertThat((Integer) found.get("steps")).isGreaterThan(2);
    }

    @Test
    void playPauseStepAndRewind() {
        open("/lab/surface");
        Canvases.awaitDrawn(canvas());
        button("To the start").click();
        awaitStep(0, 20);
        button("One step forward").click();
        button("One step forward").click();
        awaitStep(2, 20);
        button("One step back").click();
        awaitStep(1, 20);
        page.getByLabel("Shown step").fill("13");
        awaitStep(13, 20);
        assertThat(page.locator("race-inspector")).containsText("At step 13");
        page.getByText("Play", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        awaitStep(20, 20);
    }

    @Test
    void theStartIsMovedByClickAndByArrowKeys() {
        reducedMotion();
        open("/lab/surface?run=sgd(lr=0.4)");
        Canvases.awaitDrawn(canvas());
        page.waitForURL(url -> url.contains("start=-5,-2"));
        BoundingBox box = canvas().boundingBox();
        canvas().click(new Locator.ClickOptions().setPosition(box.width * 0.75, box.height * 0.25));
        page.waitForURL(url -> !url.contains("start=-5,-2"));
        String clicked = page.url();
        assertThat(clicked).matches(".*start=[\\d.]+,[\\d.]+&.*");

        canvas().focus();
        page.keyboard().press("ArrowLeft");
        page.waitForURL(url -> !url.equals(clicked));

        // What the page shows is what the link gives as data.
        String query = page.url().substring(page.url().indexOf('?'));
        String csv = page.request().get(address("/api/surface.csv" + query)).text();
        double x1 = Double.parseDouble(csv.lines().toList().getLast().split(",")[2]);
        assertThat(page.locator("race-inspector tbody tr").first())
                .containsText(String.format(java.util.Locale.ROOT, "%.3f", x1).replace('-', '−'));
    }

    @Test
    void anOptimizerIsAddedAndChangedAndRemoved() {
        reducedMotion();
        open("/lab/surface?run=adagrad(lr=0.4)");
        awaitStep(20, 20);
        page.locator(".add-optimizer").click();
        page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Momentum")).first().click();
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=0\\.4\\)&run=momentum\\(lr=0\\.1\\)"));
        assertThat(page.locator("race-inspector tbody tr")).hasCount(2);

        button("Settings of Momentum").click();
        Locator beta = page.getByLabel("beta", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        beta.fill("1");
        beta.press("Enter");
        assertThat(page.locator(".optimizer-settings")).hasText(Pattern.compile("to below 1 for beta"));
        beta.fill("0.5");
        beta.press("Enter");
        assertThat(page).hasURL(Pattern.compile("momentum\\(lr=0\\.1,beta=0\\.5\\)"));

        button("Remove Adagrad").click();
        assertThat(page.locator("race-inspector tbody tr")).hasCount(1);
    }

    @Test
    void theKeyboardKeepsItsPlaceWhereSomethingGoes() {
        reducedMotion();
        open("/lab/surface?run=adagrad(lr=0.4)&run=sgd(lr=0.1)");
        awaitStep(20, 20);
        button("Remove Adagrad").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Optimizers of this race").getByRole(AriaRole.LISTITEM)).hasCount(1);
        page.waitForFunction("() => document.activeElement !== document.body && document.activeElement.closest('.optimizer-row, .optimizers, section.card') !== null");

        page.getByLabel("Shown step").fill("1");
        awaitStep(1, 20);
        button("One step back").focus();
        page.keyboard().press("Enter");
        awaitStep(0, 20);
        page.waitForFunction("() => document.activeElement.localName === 'race-timeline'");
        page.keyboard().press("Tab");
        page.waitForFunction("() => document.activeElement.localName === 'race-timeline'");
    }

    @Test
    void aRunThatDivergesIsExplained() {
        reducedMotion();
        open("/lab/surface?steps=40&run=sgd(lr=1)");
        awaitStep(40, 40);
        assertThat(page.locator("race-inspector")).containsText(Pattern.compile("diverge|passed", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("race-inspector")).not().containsText("NaN");
    }

    @Test
    void aBrokenLinkOpensOnWhatCouldBeReadAndSaysWhatNot() {
        open("/lab/surface?objective=nowhere&steps=1e9&run=adagrad(lr=0.4");
        assertThat(page.locator("[role=alert]").first()).containsText("objective was 'nowhere'");
        assertThat(page.locator("[role=alert]").first()).containsText("steps was '1e9'");
        Canvases.awaitDrawn(canvas());
    }

    @Test
    void aTypedObjectiveIsRacedOn() {
        reducedMotion();
        open("/lab/surface?run=adagrad(lr=0.4)");
        awaitStep(20, 20);
        Locator typed = page.getByLabel("f(x₁, x₂), typed");
        typed.fill("sin(x1");
        typed.press("Enter");
        assertThat(page.getByText(Pattern.compile("at character 7")).first()).isVisible();
        typed.fill("sin(x1)*cos(x2)");
        typed.press("Enter");
        assertThat(page).hasURL(Pattern.compile("f=sin\\(x1\\)\\*cos\\(x2\\)"));
    }
}
