package descentlab.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How a picture follows the hand, in Chromium: pictures drawn a second while something is dragged for some seconds, and the time
 * from the movement of the hand to the drawing that shows it, where the network takes no time and where it takes some.
 */
final class HandBench {

    private static final int[] ROUND_TRIPS = {0, 80};
    private static final int MOVES = 240;
    private static final int ONE_MOVE_MILLIS = 13;

    /** Pixels to each side, twice within some four seconds, as far as there are any: as a hand that looks for something. */
    private static final int WAY = 60;

    /** Notes movements and, once a canvas is drawn, what it shows; {@code shown} says what that is. */
    private static final String WATCH =
            """
            (() => {
              const moves = new Map(), log = [];
              const show = () => %s, moved = () => %s;
              let first = 0, last, made = 0;
              const note = (event) => { if (!first) first = event.timeStamp; window.handAt = event.timeStamp; };
              let current;
              const look = () => {
                try {
                  const value = moved();
                  if (value !== current) {
                    moves.set(current = value, window.handAt);
                    made++;
                  }
                } catch (nothingMoved) { /* not yet */ }
              };
              for (const type of ['input', 'pointermove', 'pointerrawupdate']) addEventListener(type, look);
              for (const type of ['pointermove', 'pointerrawupdate']) addEventListener(type, note, true);
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
              window.handLog = () => ({ first, log, made });
            })()""";

    /**
     * Something to drag.
     *
     * @param at where its grip is, an expression worth [x, y] in the page, and of a slider also between which x it can go
     * @param moved what the hand has made of it
     * @param shown what the picture shows of it
     * @param drawing the call by which its canvas is drawn
     * @param slants whether the hand goes up and down too
     */
    private record Drag(String name, String path, String at, String moved, String shown, String drawing, boolean slants) {}

    private static final String TRACE = "document.querySelector('descent-race').model.trace.header";

    private static String middle(String element) {
        return "(() => { const e = " + element + "; e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect();"
                + " const part = e.type === 'range' ? (e.value - e.min) / (e.max - e.min) : 0.5;"
                + " return [b.x + 9 + part * (b.width - 18), b.y + b.height / 2].concat(e.type === 'range' ? [b.x + 9, b.right - 9] : []); })()";
    }

    private static final List<Drag> DRAGS = List.of(
            new Drag(
                    "a rate",
                    "lab/surface",
                    middle("document.querySelector('descent-log-range').shadowRoot.querySelector('input')"),
                    "document.querySelector('descent-log-range').value",
                    TRACE + ".series[0].lr",
                    "drawImage",
                    false),
            new Drag(
                    "the start",
                    "lab/surface",
                    "(() => { const e = document.querySelector('race-surface'), b = e.getBoundingClientRect(), [x, y] = e.startPixel();"
                            + " return [b.x + x, b.y + y]; })()",
                    "document.querySelector('race-surface').start.moved.join()",
                    TRACE + ".start.join()",
                    "drawImage",
                    true),
            new Drag(
                    "the angle",
                    "lab/surface",
                    middle("document.querySelector('angle-slider').shadowRoot.querySelector('input')"),
                    "String(document.querySelector('angle-slider').degrees)",
                    "/rotate=([^&]*)/.exec(document.querySelector('descent-race').model.field)[1]",
                    "drawImage",
                    false),
            new Drag(
                    "a matrix entry",
                    "lab/spectrum?matrix=2,1;1,3",
                    middle("document.querySelector('matrix-editor').shadowRoot.querySelector('.grid input')"),
                    "document.querySelector('spectrum-lab').model.cells[0][0]",
                    "document.querySelector('spectrum-lab').model.portrait.cells[0][0]",
                    "clearRect",
                    false));

    private final URI address;

    HandBench(URI address) {
        this.address = address;
    }

    void measure() throws Exception {
        // Once for the server to warm up.
        for (Drag drag : DRAGS) {
            try (Devtools page = new Devtools(1440, 900)) {
                seen(page, address.toString(), drag);
            }
        }
        for (int roundTrip : ROUND_TRIPS) {
            try (DelayProxy proxy = new DelayProxy(address.getPort(), roundTrip / 2)) {
                for (Drag drag : DRAGS) {
                    try (Devtools page = new Devtools(1440, 900)) {
                        measure(page, "http://localhost:" + proxy.port() + "/", drag, roundTrip);
                    }
                }
            }
        }
    }

    private static void measure(Devtools page, String site, Drag drag, int roundTrip) throws Exception {
        Seen seen = seen(page, site, drag);
        report(drag, roundTrip, seen.seconds(), seen.log());
    }

    private record Seen(double seconds, JsonNode log) {}

    private static Seen seen(Devtools page, String site, Drag drag) throws Exception {
        page.open(site + drag.path());
        Thread.sleep(9000); // it is loaded, and the first race plays to its end
        JsonNode at = page.evaluate(drag.at());
        double x = at.get(0).asDouble();
        double y = at.get(1).asDouble();
        double reach = at.has(2) ? Math.min(WAY, (at.get(3).asDouble() - at.get(2).asDouble()) / 2) : WAY;
        double middle = at.has(2) ? Math.clamp(x, at.get(2).asDouble() + reach, at.get(3).asDouble() - reach) : x;
        page.evaluate(WATCH.formatted(drag.shown(), drag.moved(), drag.drawing(), drag.drawing()));
        page.mouse("mouseMoved", x, y);
        page.mouse("mousePressed", x, y);
        long begun = System.nanoTime();
        for (int i = 1; i <= MOVES; i++) {
            double way = reach * Math.sin(4 * Math.PI * i / MOVES);
            page.mouse("mouseMoved", middle + way, y - (drag.slants() ? way / 2 : 0));
            long left = begun + i * ONE_MOVE_MILLIS * 1_000_000L - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(400);
        JsonNode seen = page.evaluate("window.handLog()");
        page.mouse("mouseReleased", x, y);
        return new Seen(seconds, seen);
    }

    private static void report(Drag drag, int roundTrip, double seconds, JsonNode seen) {
        List<Double> late = new ArrayList<>();
        seen.get("log").forEach(each -> {
            if (each.has("since")) {
                late.add(each.get("at").asDouble() - each.get("since").asDouble());
            }
        });
        late.sort(null);
        int pictures = seen.get("log").size();
        System.out.printf(
                "dragging %s, network %d ms there and back: %.1f pictures a second of %.1f values that the hand made, first after"
                        + " %.0f ms; from hand to picture p50 %.0f, p95 %.0f, most %.0f ms (%d of %d)%n",
                drag.name(),
                roundTrip,
                pictures / seconds,
                seen.get("made").asInt() / seconds,
                pictures == 0 ? Double.NaN : seen.get("log").get(0).get("at").asDouble() - seen.get("first").asDouble(),
                at(late, 0.5),
                at(late, 0.95),
                at(late, 1),
                late.size(),
                pictures);
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }

    public static void main(String[] arguments) throws Exception {
        new HandBench(URI.create(arguments[0])).measure();
    }
}
