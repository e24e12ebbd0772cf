package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A student at the lesson. */
class LessonIT extends BrowserTest {

    @Test
    void itIsReadTriedAndChecked() {
        reducedMotion();
        open("/lesson/adagrad");
        assertThat(page.locator("h1")).hasText("Adagrad");
        assertThat(page.locator(".contents li")).hasCount(13);
        assertThat(page.locator(".katex").first()).isVisible();
        assertThat(page.locator(".lesson-source code")).containsText("memory * s[i] + g[i] * g[i]");

        Locator section = page.locator("section").filter(new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The algorithm"))));
        assertThat(section.locator("race-surface")).hasCount(0); // far down it is not there yet
        section.locator(".lesson-figure").first().scrollIntoViewIfNeeded();
        Canvases.awaitDrawn(section.locator("race-surface canvas").first());
        section.getByText("It stays the same").click();
        assertThat(section.locator(".verdict")).containsText("the quotient stays");
        assertThat(page.locator(".contents li").nth(2)).containsText("✓");
        page.reload();
        assertThat(page.locator(".contents li").nth(2)).containsText("✓");

        section.locator("h2").scrollIntoViewIfNeeded();
        section.getByText("Open in the lab").click();
        assertThat(page).hasURL(Pattern.compile("/lab/surface\\?objective=ellipse.*run=adagrad\\(lr=2\\)"));
    }

    @Test
    void theContentsLeadToTheirSections() {
        open("/lesson/adagrad");
        assertThat(page.locator(".contents li")).hasCount(13);
        assertThat(page.locator(".contents [aria-current]")).hasText("Sparse features and learning rates");
        page.locator(".contents").getByText("What came after").click();
        assertThat(page.locator("#what-came-after")).isInViewport();
        assertThat(page.locator(".contents [aria-current]")).hasText("What came after");
        page.mouse().wheel(0, -50); // a reader's own: the place that the contents led to is held no longer
        page.locator("#preconditioning").scrollIntoViewIfNeeded();
        assertThat(page.locator(".contents [aria-current]")).not().hasText("What came after");
        assertThat(page).hasURL(Pattern.compile("/lesson/adagrad#what-came-after$"));
    }

    @Test
    void aLinkLeadsToItsSection() {
        open("/lesson/adagrad#what-came-after");
        assertThat(page.locator("#what-came-after")).isInViewport();
        assertThat(page.locator(".contents [aria-current]")).hasText("What came after");
    }

    @Test
    void itFitsAPhoneAndPaper() {
        screen(Screen.PHONE);
        open("/lesson/adagrad");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".katex").first()).isVisible();
        assertNothingSticksOut();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".contents")).isHidden();
        assertThat(page.locator("h1")).isVisible();
    }

    private Locator number(String figure, String name) {
        return page.locator("text-number[figure='" + figure + "'][name='" + name + "'] span").first();
    }

    /** A number is one to be moved once it has found its figure. */
    private static void held(Locator number) {
        assertThat(number).hasClass("held");
    }

    private Locator figure(String name) {
        return page.locator("[data-figure='" + name + "']");
    }

    @Test
    void aNumberInTheTextMovesItsFigureAndWhatIsReadOffIt() {
        reducedMotion();
        open("/lesson/adagrad");
        Locator first = figure("first");
        Canvases.awaitDrawn(first.locator("race-surface canvas").first());
        assertThat(number("first", "x1")).hasText("\u22122.4");
        assertThat(first.getByText("As printed")).isHidden();

        Locator eta = number("first", "eta");
        eta.focus();
        held(eta);
        eta.press("ArrowRight");
        assertThat(eta).hasText("0.45");
        assertThat(number("first", "x1")).hasText("\u22122.1");
        assertThat(first.locator("race-inspector")).containsText("\u22122.124");
        assertThat(first.locator(".into-lab")).hasAttribute("href", Pattern.compile("run=adagrad\\(lr=0.45\\)"));

        eta.hover();
        page.mouse().down();
        page.mouse().move(eta.boundingBox().x + 400, eta.boundingBox().y + 4);
        page.mouse().up();
        assertThat(eta).hasText("5");

        first.getByText("As printed").click();
        assertThat(eta).hasText("0.4");
        assertThat(number("first", "x1")).hasText("\u22122.4");
        assertThat(first.getByText("As printed")).isHidden();
    }

    @Test
    void aReadingIsDraggedAlongTheSteps() {
        reducedMotion();
        open("/lesson/adagrad");
        assertThat(number("first", "x1")).hasText("\u22122.4");
        Locator step = number("first", "step");
        assertThat(step).hasText("20");
        assertThat(figure("first").locator("race-timeline")).containsText("step 20 of 20");
        held(step);
        step.press("Home");
        assertThat(number("first", "x1")).hasText("\u22125.0");
        step.press("ArrowUp");
        assertThat(number("first", "x1")).hasText("\u22124.6");
        assertThat(figure("first").locator("race-timeline")).containsText("step 1 of 20");
    }

    @Test
    void aPredictionComesBeforeItsFigureAndIsRemembered() {
        reducedMotion();
        open("/lesson/adagrad");
        Locator section = page.locator("section").filter(new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Blind to curvature"))));
        assertThat(figure("blind")).hasCount(0);
        section.getByText("Predict", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(section.locator(".verdict").first()).hasText("Choose one first: a guess will do.");
        section.getByText("It is the mirror image").click();
        section.getByText("Predict", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(section.locator(".verdict").first()).containsText("Not what happens.");
        Canvases.awaitDrawn(figure("blind").locator("race-surface canvas").first());

        page.reload();
        assertThat(section.locator(".verdict").first()).containsText("You predicted this before.");
        assertThat(section.getByText("Predict", new Locator.GetByTextOptions().setExact(true))).isHidden();
        assertThat(figure("blind")).isVisible();
        assertThat(number("blind", "a")).hasText("0.2");
    }

    @Test
    void aDiagramIsDrawnAndFollowsItsHandle() {
        open("/lesson/quadratic");
        Locator diagram = figure("ball").locator("line-diagram");
        page.locator("#a-ball-with-a-memory").scrollIntoViewIfNeeded();
        page.locator("section").filter(new Locator.FilterOptions().setHas(page.locator("#a-ball-with-a-memory")))
                .getByText("Show me").click();
        Canvases.awaitDrawn(diagram.locator("canvas").first());
        assertThat(number("ball", "steep-factor")).hasText("0.63");
        Locator beta = number("ball", "beta");
        held(beta);
        beta.press("Home");
        assertThat(beta).hasText("0");
        assertThat(number("ball", "steep-factor")).hasText("0.60");
        assertThat(diagram).containsText("along the steep one by 0.6.");
        diagram.getByText("As a table").click();
        assertThat(diagram.locator("table").first()).isVisible();

        figure("ball").getByText("Take it away").click();
        assertThat(page.locator("vaadin-dialog").getByText("import numpy as np").first()).isVisible();
        assertThat(page.locator("vaadin-dialog pre").first()).containsText("eta, beta, flat, steep = 0.4, 0.0, 0.2, 4.0");
    }
}
