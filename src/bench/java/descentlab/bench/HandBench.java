package descentlab.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a picture follows the hand, in Chromium: pictures drawn a second while something is dragged for some seconds, and the time
 * from the movement of the hand to the drawing that shows it, where the network takes no time and where it takes some.
 */
final class HandBench {

    private static final int[] ROUND_TRIPS = {0, 80};
    private static final int MOVES = 240;
    private static final int ONE_MOVE_MILLIS = 13;

    /** Notes movements and, once a canvas is drawn, what it shows; {@code shown} says what that is. */
    private static final String WATCH =
            """
            (shown) => {
              const moves = new Map(), log = [];
              const show = new Function('return ' + shown);
              let first = 0, last;
              const note = (event) => { if (!first) first = event.timeStamp; window.handAt = event.timeStamp; };
              let current;
              window.handMoved = (value) => { if (value !== current) moves.set(current = value, window.handAt); };
              addEventListener('pointermove', note, true);
              const draw = CanvasRenderingContext2D.prototype.%s;
              CanvasRenderingContext2D.prototype.%s = function (...given) {
                const value = show();
                if (first && value !== last) {
                  last = value;
                  log.push({ at: performance.now(), since: moves.get(value) });
                }
                return draw.apply(this, given);
              };
              last = show();
              window.handLog = () => ({ first, log });
            }""";

    private record Drag(String name, String path, String element, String grip, String moved, String shown, String drawing) {}

    private static final String TRACE = "document.querySelector('descent-race').model.trace.header";

    private static final List<Drag> DRAGS = List.of(
            new Drag(
                    "a rate",
                    "lab/surface",
                    "descent-log-range",
                    "input",
                    "document.querySelector('descent-log-range').value",
                    TRACE + ".series[0].lr",
                    "drawImage"),
            new Drag(
                    "the start",
                    "lab/surface",
                    "race-surface",
                    "start",
                    "document.querySelector('race-surface').start.moved.join()",
                    TRACE + ".start.join()",
                    "drawImage"),
            new Drag(
                    "the angle",
                    "lab/surface",
                    "angle-slider",
                    "input",
                    "String(document.querySelector('angle-slider').degrees)",
                    "/rotate=([^&]*)/.exec(document.querySelector('descent-race').model.field)[1]",
                    "drawImage"),
            new Drag(
                    "a matrix entry",
                    "lab/spectrum?matrix=2,1;1,3",
                    "matrix-editor",
                    "input",
                    "document.querySelector('spectrum-lab').model.cells[0][0]",
                    "document.querySelector('spectrum-lab').model.portrait.cells[0][0]",
                    "clearRect"));

    private final URI address;

    HandBench(URI address) {
        this.address = address;
    }

    void measure() throws Exception {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(System.getenv("CHROMIUM")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            for (int roundTrip : ROUND_TRIPS) {
                try (DelayProxy proxy = new DelayProxy(address.getPort(), roundTrip / 2)) {
                    for (Drag drag : DRAGS) {
                        try (Page page = browser.newPage()) {
                            measure(page, "http://localhost:" + proxy.port() + "/", drag, roundTrip);
                        }
                    }
                }
            }
        }
    }

    private static void measure(Page page, String site, Drag drag, int roundTrip) throws InterruptedException {
        page.setViewportSize(1440, 900);
        page.navigate(site + drag.path());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Thread.sleep(4000); // the first race plays
        Locator element = page.locator(drag.element()).first();
        Locator grip = drag.grip().equals("start") ? element : element.locator("input").first();
        grip.scrollIntoViewIfNeeded();
        BoundingBox box = grip.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        if (drag.grip().equals("start")) {
            double[] at = ((List<?>) element.evaluate(
                            "e => { const {width, height, window: [l, r, b, t]} = e.view.viewport;"
                                    + " const [x1, x2] = e.link.model.trace.header.start;"
                                    + " return [(x1 - l) / (r - l) * width, (t - x2) / (t - b) * height] }"))
                    .stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
            x = box.x + at[0];
            y = box.y + at[1];
        } else if (drag.element().equals("descent-log-range")) {
            double part = ((Number) grip.evaluate("e => Number(e.value)")).doubleValue();
            x = box.x + 9 + part * (box.width - 18);
        }
        page.evaluate(WATCH.formatted(drag.drawing(), drag.drawing()), drag.shown());
        page.evaluate("(value) => { const read = new Function('return ' + value);"
                + " const tick = () => { try { window.handMoved(read()); } catch (e) {} requestAnimationFrame(tick); };"
                + " for (const type of ['input', 'pointermove']) addEventListener(type, () => setTimeout(() => {"
                + " try { window.handMoved(read()); } catch (e) {} }), false); tick(); }", drag.moved());
        page.mouse().move(x, y);
        page.mouse().down();
        long begun = System.nanoTime();
        for (int i = 1; i <= MOVES; i++) {
            double way = Math.sin(2 * Math.PI * i / MOVES);
            page.mouse().move(x + 60 * way, y - (drag.grip().equals("start") ? 40 * way : 0));
            long left = begun + i * ONE_MOVE_MILLIS * 1_000_000L - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        page.waitForTimeout(300);
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.handLog()");
        page.mouse().up();
        report(drag, roundTrip, seconds, seen);
    }

    private static void report(Drag drag, int roundTrip, double seconds, Map<?, ?> seen) {
        double first = ((Number) seen.get("first")).doubleValue();
        List<?> log = (List<?>) seen.get("log");
        double[] late = log.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> each.get("since") != null)
                .mapToDouble(each -> ((Number) each.get("at")).doubleValue() - ((Number) each.get("since")).doubleValue())
                .sorted()
                .toArray();
        double toFirst = log.isEmpty() ? Double.NaN : ((Number) ((Map<?, ?>) log.getFirst()).get("at")).doubleValue() - first;
        System.out.printf(
                "dragging %s, network %d ms there and back: %.1f pictures a second, first after %.0f ms; from hand to picture"
                        + " p50 %.0f, p95 %.0f, most %.0f ms (%d of %d)%n",
                drag.name(),
                roundTrip,
                log.size() / seconds,
                toFirst,
                at(late, 0.5),
                at(late, 0.95),
                at(late, 1),
                late.length,
                log.size());
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    public static void main(String[] arguments) throws Exception {
        new HandBench(URI.create(arguments[0])).measure();
    }
}
