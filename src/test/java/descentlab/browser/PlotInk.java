package descentlab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.function.DoublePredicate;

/** A pointer and a pen over plots that frame a surface each in its own way. */
final class PlotInk {

    /** The plot that is seen, which part of the plane it shows, and its canvas. */
    private static final String PLOT = """
            const surface = [...document.querySelectorAll('race-surface')].find((one) => one.checkVisibility());
            const viewport = surface?.closest('descent-race').model?.ink.viewport();
            if (!viewport) return null;
            const { width, height, window: [left, right, bottom, top] } = viewport;
            const canvas = surface.shadowRoot.querySelector('canvas');
            """;

    private PlotInk() {}

    /** Moves the mouse over the plot, to shares of its width and height; the place of the surface that is there. */
    @SuppressWarnings("unchecked")
    static List<Number> move(Page page, double across, double down) {
        BoundingBox box = Classroom.surface(page).boundingBox();
        page.mouse().move(box.x + across * box.width, box.y + down * box.height, new Mouse.MoveOptions().setSteps(12));
        return (List<Number>) page.evaluate(
                "([across, down]) => {" + PLOT + "return [left + across * (right - left), top - down * (top - bottom)]; }",
                List.of(across, down));
    }

    /** Waits until a place of the surface is yellow, as ink is, or is not. */
    static void await(Page page, List<Number> place, boolean there) {
        for (int i = 0; i < 100; i++) {
            if (Boolean.valueOf(there).equals(isAt(page, place))) {
                return;
            }
            page.waitForTimeout(100);
        }
        assertThat(isAt(page, place)).as("ink at %s of %s", place, page.url()).isEqualTo(there);
    }

    /** How long the shorter side of the part of the plane is that is seen; no number while no plot is there. */
    static double span(Page page) {
        Object span = page.evaluate("() => {" + PLOT + "return Math.min(right - left, top - bottom); }");
        return span == null ? Double.NaN : ((Number) span).doubleValue();
    }

    /** Waits until so much of the plane is seen. */
    static void awaitSpan(Page page, DoublePredicate enough) {
        for (int i = 0; i < 100 && !enough.test(span(page)); i++) {
            page.waitForTimeout(100);
        }
        assertThat(span(page)).as("what is seen of the plane at %s", page.url()).matches(enough::test);
    }

    /** Null while no plot is there. */
    private static Object isAt(Page page, List<Number> place) {
        return page.evaluate(
                "([x1, x2]) => {" + PLOT + """
                        const scale = canvas.width / width;
                        const x = (x1 - left) / (right - left) * width * scale;
                        const y = (top - x2) / (top - bottom) * height * scale;
                        // By another canvas: to read from the plot's own again and again would have the browser draw it otherwise.
                        const one = new OffscreenCanvas(1, 1).getContext('2d');
                        one.drawImage(canvas, Math.round(x), Math.round(y), 1, 1, 0, 0, 1, 1);
                        const [red, green, blue] = one.getImageData(0, 0, 1, 1).data;
                        return red > 230 && green > 210 && blue < 90;
                    }""",
                place);
    }
}
