package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures follow the hand, and the page is told once it rests. */
class HandIT extends BrowserTest {

    private final List<String> requests = new ArrayList<>();

    @BeforeEach
    void listen() {
        reducedMotion();
        page.onRequest(request -> requests.add(request.url()));
    }

    private void openSurface() {
        open("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)&run=sgd(lr=0.1)");
        assertThat(page.locator("race-timeline")).containsText("step 20 of 20");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        page.waitForTimeout(500);
    }

    private Object shown(String expression) {
        return page.evaluate("() => { const { header } = document.querySelector('descent-race').model.trace; return "
                + expression + "; }");
    }

    /** Presses at a place, moves in small steps, and is held down still. */
    private void drag(double x, double y, double dx, double dy) {
        page.mouse().move(x, y);
        page.mouse().down();
        for (int i = 1; i <= 20; i++) {
            page.mouse().move(x + dx * i / 20, y + dy * i / 20);
            page.waitForTimeout(10);
        }
    }

    private double[] thumb(Locator slider) {
        BoundingBox box = slider.boundingBox();
        double part = ((Number) slider.evaluate("e => (e.value - e.min) / (e.max - e.min)")).doubleValue();
        return new double[] {box.x + 9 + part * (box.width - 18), box.y + box.height / 2};
    }

    private long runsRead() {
        return requests.stream().filter(url -> url.contains("/stream/runs/")).count();
    }

    /** What the page shows is what its link gives as data. */
    private void assertShownAsLinked() {
        String query = page.url().substring(page.url().indexOf('?'));
        String csv = page.request().get(address("/api/surface.csv" + query)).text();
        String row = csv.lines().filter(line -> line.startsWith("\"adagrad") || line.startsWith("adagrad")).toList().getLast();
        String[] cells = row.replaceAll("^(\"[^\"]*\"|[^,]*),", "").split(",");
        assertThat(shown("document.querySelector('descent-race').model.trace.series[0].at(20, 'x1')"))
                .isEqualTo(Double.valueOf(cells[1]));
    }

    @Test
    void pathsFollowADraggedRate() {
        openSurface();
        String before = page.url();
        long read = runsRead();
        double[] at = thumb(page.locator("descent-log-range input").first());
        drag(at[0], at[1], 60, 0);

        page.waitForFunction("() => document.querySelector('descent-race').model.trace.header.series[0].lr > 0.6");
        assertThat(page.url()).as("the page is not told yet").isEqualTo(before);
        assertThat(runsRead()).as("no run is made of it").isEqualTo(read);
        page.waitForFunction("() => !document.querySelector('descent-race').model.behind");
        Object rate = shown("header.series[0].lr");
        assertThat(page.locator(".log-slider-text input").first()).hasValue(String.valueOf(rate));

        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=" + rate + "\\)"));
        page.waitForTimeout(500);
        assertThat(runsRead()).as("one run, at rest").isEqualTo(read + 1);
        assertShownAsLinked();
    }

    @Test
    void pathsFollowADraggedStart() {
        openSurface();
        String before = page.url();
        Locator canvas = page.locator("race-surface canvas").first();
        BoundingBox box = canvas.boundingBox();
        List<?> at = (List<?>) page.evaluate("() => { const { width, height, window: [l, r, b, t] } ="
                + " document.querySelector('race-surface').view.viewport;"
                + " return [(-5 - l) / (r - l) * width, (t + 2) / (t - b) * height]; }");
        drag(box.x + ((Number) at.get(0)).doubleValue(), box.y + ((Number) at.get(1)).doubleValue(), 80, -60);

        page.waitForFunction("() => document.querySelector('descent-race').model.trace.header.start[0] > -4.5");
        assertThat(page.url()).isEqualTo(before);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("start=-[34]\\.\\d+,-[01]\\.\\d+"));
        page.waitForTimeout(500);
        assertShownAsLinked();
    }

    @Test
    void pathsAndContoursFollowADraggedAngle() {
        openSurface();
        String before = page.url();
        double[] at = thumb(page.locator("angle-slider input").first());
        requests.clear();
        drag(at[0], at[1], 30, 0);

        page.waitForFunction("() => /rotate=[1-9]/.test(document.querySelector('descent-race').model.field)");
        page.waitForFunction("() => !document.querySelector('descent-race').model.behind");
        assertThat(page.url()).isEqualTo(before);
        assertThat(page.locator("angle-slider")).containsText(Pattern.compile("turned by [1-9]\\d*°"));
        assertThat(requests.stream().filter(url -> url.contains("/stream/field")).count())
                .as("contours come with their paths, and fine ones once it rests")
                .isLessThanOrEqualTo(1);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("rotate=[1-9]"));
        page.waitForTimeout(500);
        assertShownAsLinked();
    }

    @Test
    void aMatrixFollowsADraggedEntryAndStaysSymmetric() {
        open("/lab/spectrum?matrix=2,1;1,3");
        Locator cell = page.getByLabel("Row 1, column 2");
        assertThat(cell).hasValue("1");
        page.waitForTimeout(500);
        BoundingBox box = cell.boundingBox();
        requests.clear();
        drag(box.x + box.width / 2, box.y + box.height / 2, 50, 0);
        assertThat(cell).hasValue("1.5");
        assertThat(page.getByLabel("Row 2, column 1")).hasValue("1.5");
        page.waitForFunction("() => document.querySelector('spectrum-lab').model.portrait.text === '2,1.5;1.5,3'");
        assertThat(page.url()).contains("matrix=2,1;1,3");
        assertThat(requests).noneMatch(url -> url.contains("/stream/spectrum"));
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("matrix=2,1.5;1.5,3"));
    }

    @Test
    void aFigureOfALessonFollowsANumberOfItsText() {
        open("/lesson/adagrad");
        Locator number = page.locator("text-number .held[role=slider]").first();
        number.scrollIntoViewIfNeeded();
        page.waitForTimeout(1500);
        String before = number.getAttribute("aria-valuenow");
        BoundingBox box = number.boundingBox();
        long read = runsRead();
        drag(box.x + box.width / 2, box.y + box.height / 2, 40, 0);
        assertThat(number).not().hasAttribute("aria-valuenow", before);
        assertThat(runsRead()).isEqualTo(read);
        page.mouse().up();
        assertThat(page.getByText("As printed").locator("visible=true").first()).isVisible();
    }

    @Test
    void whereNoSocketCanBeHadThePageIsToldAsItMoves() {
        page.routeWebSocket(Pattern.compile(".*/stream/hand"), socket -> socket.close(new WebSocketRoute.CloseOptions().setCode(1011).setReason("none here")));
        openSurface();
        double[] at = thumb(page.locator("descent-log-range input").first());
        drag(at[0], at[1], 60, 0);
        assertThat(page).hasURL(Pattern.compile("run=adagrad\\(lr=(0\\.[5-9]|[1-9])"));
        page.mouse().up();
        page.waitForFunction("() => document.querySelector('descent-race').model.trace.header.series[0].lr > 0.6");
        page.waitForTimeout(800);
        assertShownAsLinked();
    }
}
