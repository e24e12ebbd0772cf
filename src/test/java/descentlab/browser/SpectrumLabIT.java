package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
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
        for (int i = 0; i < 6; i++) {
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
