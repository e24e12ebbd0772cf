package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The spectrum lab, by hand. */
class SpectrumLabIT extends BrowserTest {

    private Locator plane() {
        return page.locator("spectrum-plane canvas").first();
    }

    private Locator cell(int row, int column) {
        return page.getByLabel("Row " + row + ", column " + column, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator mistake() {
        return page.locator("matrix-editor .mistake");
    }

    private void awaitMatrix(String link) {
        page.waitForURL(url -> url.endsWith("?matrix=" + link));
    }

    @Test
    void kappaOfTheChaptersQuadraticBeforeAndAfterRescaling() {
        open("/lab/spectrum?matrix=0.2,0;0,4");
        Canvases.awaitDrawn(plane());
        assertThat(page.locator("spectrum-facts td.big")).hasText(new String[] {"20", "1"});
        assertThat(page.locator("matrix-descent tbody tr").first()).containsText("0.9048");
        page.getByLabel("Preset").selectOption(new SelectOption().setLabel("Ellipse turned by 45°"));
        assertThat(page.locator("spectrum-facts td.big")).hasText(new String[] {"20", "20"});
        awaitMatrix("2.1,-1.9;-1.9,2.1");
    }

    @Test
    void aDraggedCenterChangesTheDiagonalAndIsUndone() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Canvases.awaitDrawn(plane());
        BoundingBox box = plane().boundingBox();
        List<?> at = (List<?>) plane().evaluate(
                "c => { const f = c.getRootNode().host.current; return [f.px(3), f.py(0), f.px(3.5)]; }");
        double y = box.y + number(at.get(1));
        page.mouse().move(box.x + number(at.get(0)), y);
        page.mouse().down();
        page.mouse().move(box.x + number(at.get(2)), y, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        assertThat(cell(2, 2)).hasValue("3.5");
        awaitMatrix("2,1;1,3.5");
        button("Undo").click();
        awaitMatrix("2,1;1,3");
        assertThat(cell(2, 2)).hasValue("3");
        button("Redo").click();
        awaitMatrix("2,1;1,3.5");
    }

    /** Where eigenvalue i of the plane is on the page. */
    private double[] eigenvalue(int i) {
        BoundingBox box = plane().boundingBox();
        List<?> at = (List<?>) plane().evaluate("(c, i) => { const p = c.getRootNode().host; const f = p.current;"
                + " const [re, im] = p.scene().eigenvalues[i]; return [f.px(re), f.py(im)]; }", i);
        return new double[] {box.x + number(at.get(0)), box.y + number(at.get(1))};
    }

    private void drag(double[] from, double dx, double dy) {
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] + dx, from[1] + dy, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
    }

    @Test
    void aDraggedEigenvalueTakesTheMatrixAlongAndIsUndone() {
        open("/lab/spectrum?matrix=2.1,-1.9;-1.9,2.1");
        Canvases.awaitDrawn(plane());
        double unit = eigenvalue(1)[0] - eigenvalue(0)[0];
        drag(eigenvalue(0), unit * 0.8 / 3.8, 30);
        assertThat(cell(1, 1)).hasValue("2.5");
        assertThat(cell(1, 2)).hasValue("-1.5");
        assertThat(page.locator("spectrum-plane .caption").first())
                .containsText("Eigenvalue 1: the matrix follows and keeps its eigenvectors. It stays on the real axis");
        assertThat(page).hasURL(Pattern.compile("matrix=2.1,-1.9;-1.9,2.1$"));
        page.mouse().up();
        awaitMatrix("2.5,-1.5;-1.5,2.5");
        assertThat(page.locator("spectrum-facts td.big").first()).hasText("4");
        button("Undo").click();
        awaitMatrix("2.1,-1.9;-1.9,2.1");
        assertThat(cell(1, 1)).hasValue("2.1");
    }

    @Test
    void aConjugatePairMovesTogetherAndStopsBeforeTheAxis() {
        open("/lab/spectrum?matrix=0,-1;1,0");
        Canvases.awaitDrawn(plane());
        drag(eigenvalue(1), 0, 400);
        assertThat(page.locator("spectrum-plane .caption").first()).containsText("Its conjugate goes along");
        page.mouse().up();
        page.waitForURL(Pattern.compile(".*matrix=0,-(0\\.\\d+);\\1,0$"));
    }

    @Test
    void aDefectiveMatrixIsNotMovedAndSaysWhy() {
        open("/lab/spectrum?matrix=2,1;0,2");
        Canvases.awaitDrawn(plane());
        drag(eigenvalue(0), 0, -40);
        page.mouse().up();
        // The center lies there as well, and can be moved by the keyboard.
        assertThat(page.locator("spectrum-plane .caption").first()).containsText("defective");
        awaitMatrix("2,1;0,2");
    }

    @Test
    void theKeyboardMovesAnEigenvalueAndTheFocusGoesWithIt() {
        open("/lab/spectrum?matrix=2,0;0,3");
        Canvases.awaitDrawn(plane());
        plane().focus();
        page.keyboard().press("Tab");
        Locator first = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Eigenvalue 1")));
        assertThat(first).isFocused();
        assertThat(page.locator("spectrum-plane .caption").first()).containsText("Eigenvalue 2: drag it");
        for (int i = 0; i < 14; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        Locator second = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Eigenvalue 2")));
        assertThat(second).isFocused();
        page.waitForURL(Pattern.compile(".*matrix=(3\\.\\d+|[4-9].*),0;0,3$"));
        button("Undo").click();
        awaitMatrix("2,0;0,3");
    }

    @Test
    void theKeyboardDoesTheSame() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Canvases.awaitDrawn(plane());
        plane().focus();
        page.keyboard().press("PageDown");
        assertThat(page.locator("spectrum-plane .caption").first()).containsText("Row 1");
        assertThat(cell(1, 2)).hasClass(Pattern.compile("lit"));
        page.keyboard().press("Shift+ArrowRight");
        assertThat(cell(1, 1)).not().hasValue("2");
    }

    @Test
    void aMistakeIsMarkedInItsCellAndTheLinkStays() {
        open("/lab/spectrum?matrix=2,1;1,3");
        for (String wrong : List.of("x", "NaN", "1e308", "1,5,2")) {
            cell(2, 1).fill(wrong);
            assertThat(cell(2, 1)).hasAttribute("aria-invalid", "true");
            assertThat(mistake()).containsText("Row 2, column 1");
        }
        awaitMatrix("2,1;1,3");
        cell(2, 1).fill("1-2i");
        cell(2, 1).press("Enter");
        assertThat(cell(2, 1)).hasAttribute("aria-invalid", "false");
        awaitMatrix("2,1;1-2i,3");
        assertThat(page.locator("spectrum-facts")).containsText("not Hermitian");
        cell(2, 1).fill("1,5");
        cell(2, 1).press("Enter");
        awaitMatrix("2,1;1.5,3");
    }

    @Test
    void readsPastedTextAndSaysWhyNot() {
        open("/lab/spectrum");
        page.locator("matrix-editor summary").click();
        Locator text = page.getByLabel("Matrix as text");
        text.fill("array([[1, 2, 0],\n       [-3, 4, 1],\n       [0.5, 0, -2]])");
        button("Use this text").click();
        awaitMatrix("1,2,0;-3,4,1;0.5,0,-2");
        assertThat(page.locator("spectrum-plane .none")).containsText("entry 3 is -2");
        text.fill("1 2 3; 4 5 6");
        button("Use this text").click();
        assertThat(mistake()).containsText("3 entries");
        text.fill(("1,".repeat(199) + "1;").repeat(200));
        button("Use this text").click();
        assertThat(mistake()).containsText("at most 8x8");
    }

    @Test
    void aLinkThatIsNoMatrixIsAnswered() {
        open("/lab/spectrum?matrix=1,2;3");
        assertThat(mistake()).containsText("Row 2: 1 entry");
        Canvases.awaitDrawn(plane());
    }

    @Test
    void oneAngleTurnsItAll() {
        open("/lab/spectrum");
        Locator shown = page.locator("turning-panel tbody tr").first();
        assertThat(shown).containsText("5.269·10⁻⁷");
        button("45°").click();
        assertThat(shown).containsText("0.2208");
        assertThat(shown.locator("td").nth(2)).hasText("20");
        button("as printed").click();
        assertThat(shown).containsText("0.4417");
        Canvases.awaitDrawn(page.locator("turning-panel canvas").first());
    }

    private Locator shown() {
        return page.locator("spectrum-iteration .step");
    }

    @Test
    void powerIterationIsWatchedStepByStep() {
        open("/lab/spectrum?matrix=2,1;1,3");
        assertThat(shown()).containsText("Step 0: Rayleigh quotient 3,");
        Canvases.awaitDrawn(page.locator("spectrum-iteration canvas").first());
        assertThat(page.locator("spectrum-iteration .say")).containsText("= 0.382 a step; measured over the last steps: 0.382.");
        button("One step forward").click();
        assertThat(shown()).containsText("Step 1: Rayleigh quotient 3.5,");
        button("To the start").focus();
        page.keyboard().press("Enter");
        assertThat(shown()).containsText("Step 0");
        assertThat(button("To the start")).isFocused();
        page.getByLabel("Shown step").fill("60");
        assertThat(shown()).containsText("Step 60: Rayleigh quotient 3.61803");
        page.getByLabel("start x").fill("0,0");
        page.getByLabel("start x").press("Enter");
        assertThat(page.locator("spectrum-iteration [role=alert]")).containsText("not all 0");
        forgive("400");
        page.getByLabel("start x").fill("-0.8507, 0.5257");
        page.getByLabel("start x").press("Enter");
        assertThat(page.locator("spectrum-iteration [role=alert]")).hasText("");
        page.getByLabel("Shown step").fill("0");
        assertThat(shown()).containsText("Step 0: Rayleigh quotient 1.38197");
    }

    @Test
    void theStartOfPowerIterationIsDragged() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Locator canvas = page.locator("spectrum-iteration canvas#vector");
        canvas.scrollIntoViewIfNeeded();
        Canvases.awaitDrawn(canvas);
        canvas.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.getByLabel("start x")).hasValue("0.848,0.5299");
        BoundingBox box = canvas.boundingBox();
        List<?> at = (List<?>) canvas.evaluate("c => { const p = c.getRootNode().host; const f = p.frame;"
                + " return [f.px(0.848), f.py(0.5299), f.px(-1), f.py(0)]; }");
        double[] from = {box.x + number(at.get(0)), box.y + number(at.get(1))};
        drag(from, number(at.get(2)) - number(at.get(0)), number(at.get(3)) - number(at.get(1)));
        assertThat(page.getByLabel("start x")).hasValue("-1,0");
        page.mouse().up();
        assertThat(shown()).containsText("Step 0: Rayleigh quotient 2,");
    }

    @Test
    void qrStepsMoveTheDiagonalToTheEigenvalues() {
        open("/lab/spectrum?matrix=2,1;1,3");
        button("QR steps").click();
        assertThat(shown()).containsText("At the start the diagonal is 2 and 3; below it is 1.");
        button("One step forward").click();
        assertThat(shown()).containsText("After 1 step the diagonal is 3 and 2; below it is 1.");
        page.getByLabel("Shown step").fill("60");
        assertThat(shown()).containsText("the diagonal is 3.618 and 1.382; below it is 0.");
        Canvases.awaitDrawn(page.locator("spectrum-iteration canvas#diagonal"));
        page.getByLabel("Shift", new Page.GetByLabelOptions().setExact(true)).selectOption("wilkinson");
        assertThat(page.locator("spectrum-iteration .say")).containsText("After 1 step the matrix is triangular");
        assertThat(page.locator("spectrum-iteration .say")).containsText("Without shifts that takes 24 steps.");
        page.getByLabel("Preset").selectOption(new SelectOption().setLabel("Non-symmetric"));
        page.getByLabel("Shift", new Page.GetByLabelOptions().setExact(true)).selectOption("none");
        assertThat(page.locator("spectrum-iteration .say")).containsText("a block of 2 × 2 in rows 1–2");
    }

    @Test
    void stepsAreOneAfterTheOtherAndWithoutMotionAtOnce() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Locator play = page.locator("spectrum-iteration .play");
        play.click();
        assertThat(play).containsText("Pause");
        assertThat(shown()).containsText(Pattern.compile("Step ([2-9]|[1-4]\\d):"));
        play.click();
        assertThat(play).containsText("Play");
        reducedMotion();
        play.click();
        assertThat(shown()).containsText("Step 60:");
        play.click();
        assertThat(shown()).containsText("Step 0:");
    }

    @Test
    void onAPhoneThereAreChaptersToOpen() {
        screen(Screen.PHONE);
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        open("/lab/spectrum?matrix=0.2,0;0,4");
        Canvases.awaitDrawn(plane());
        Locator condition = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Condition Condition number: 20"));
        assertThat(condition).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("spectrum-facts td")).hasCount(0);
        assertThat(page.locator("turning-panel canvas")).hasCount(0);
        Assertions.assertThat(requests).noneMatch(url -> url.matches(".*(iteration.json|turning).*"));
        Assertions.assertThat(number(page.evaluate("document.documentElement.scrollHeight"))).isLessThan(2200);
        condition.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("spectrum-facts td.big").first()).hasText("20");
        cell(1, 1).fill("0.4");
        cell(1, 1).press("Enter");
        assertThat(page.locator("spectrum-facts td.big").first()).hasText("10");
        Locator open = page.locator("spectrum-chapter[subject=condition] button");
        open.click();
        assertThat(open).hasAttribute("aria-expanded", "false");
        assertThat(open).containsText("Condition number: 10");
        assertNothingSticksOut();
    }

    @Test
    void focusNeverFallsToTheBody() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Canvases.awaitDrawn(plane());
        page.getByLabel("Size").selectOption("3");
        cell(3, 3).fill("5");
        cell(3, 3).press("Enter");
        page.waitForURL(Pattern.compile(".*,5$"));
        cell(3, 3).focus();
        page.evaluate("history.go(-2)");
        assertThat(cell(3, 3)).hasCount(0);
        page.waitForFunction("() => document.activeElement.tagName === 'MATRIX-EDITOR'");
        page.locator("spectrum-plane[side=rescaled] canvas").focus();
        page.evaluate("document.querySelector('spectrum-lab').model.replace('-2,1;1,3')");
        assertThat(page.locator("spectrum-plane .none")).isVisible();
        page.waitForFunction("() => document.activeElement !== document.body");
    }

    @Test
    void orthogonalMatricesKeepDistancesAndOthersDoNot() {
        open("/lab/spectrum");
        Locator distances = page.locator("distance-panel .distances");
        assertThat(distances.locator("b")).hasText("=");
        page.getByText("not orthogonal").click();
        assertThat(distances.locator("b")).hasText("≠");
    }

    @Test
    void itFitsAPhoneAndTheDarkAtEverySize() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        for (String matrix : List.of("2,1;1,3", "1,1,1,1,1,1,1,1;".repeat(8))) {
            open("/lab/spectrum?matrix=" + matrix);
            Canvases.awaitDrawn(plane());
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
