package descentlab.browser;

import com.microsoft.playwright.Locator;
import java.util.Map;

/** What a canvas shows. */
final class Canvases {

    /** Number of distinct colors among some thousand pixels spread over the canvas. */
    private static final String COLORS = """
            canvas => {
              const { width, height } = canvas;
              if (!width || !height) return 0;
              const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
              const seen = new Set();
              for (let i = 0; i < pixels.length; i += 4 * 97) {
                seen.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
              }
              return seen.size;
            }""";

    private static final int DRAWN = 12;

    private Canvases() {}

    /** Waits until a picture, not a blank, is on the canvas. */
    static void awaitDrawn(Locator canvas) {
        canvas.waitFor();
        canvas.page()
                .waitForFunction(
                        "([canvas, least]) => (" + COLORS + ")(canvas) >= least",
                        java.util.List.of(canvas.elementHandle(), DRAWN));
    }

    /** Whether a pixel near that place, in CSS pixels, has about that color. */
    static boolean hasColorNear(Locator canvas, double x, double y, int red, int green, int blue) {
        return (Boolean) canvas.evaluate(
                """
                (canvas, { x, y, red, green, blue }) => {
                  const scale = canvas.width / canvas.clientWidth;
                  const reach = Math.round(10 * scale);
                  const data = canvas.getContext('2d')
                      .getImageData(x * scale - reach, y * scale - reach, 2 * reach, 2 * reach).data;
                  for (let i = 0; i < data.length; i += 4) {
                    if (Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue) < 24) {
                      return true;
                    }
                  }
                  return false;
                }""",
                Map.of("x", x, "y", y, "red", red, "green", green, "blue", blue));
    }
}
