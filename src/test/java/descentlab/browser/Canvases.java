package descentlab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What a canvas shows, as a picture of it has it. */
final class Canvases {

    private static final int DRAWN = 12;
    private static final int EVERY = 100;

    private Canvases() {}

    /** Waits until a picture, not a blank, is on the canvas. */
    static void awaitDrawn(Locator canvas) {
        canvas.waitFor();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Chromium.PATIENCE_MILLISECONDS);
        long colors = colors(canvas);
        while (colors < DRAWN && System.nanoTime() < end) {
            canvas.page().waitForTimeout(EVERY);
            colors = colors(canvas);
        }
        assertThat(colors).as("colors on the canvas").isGreaterThanOrEqualTo(DRAWN);
    }

    /** Number of pixels of about that color, 0xRRGGBB. */
    static long pixels(Locator canvas, int color) {
        BufferedImage picture = picture(canvas);
        return all(picture).filter(pixel -> near(pixel, color)).count();
    }

    private static long colors(Locator canvas) {
        return all(picture(canvas)).distinct().count();
    }

    private static IntStream all(BufferedImage picture) {
        int width = picture.getWidth();
        return IntStream.range(0, width * picture.getHeight())
                .map(i -> picture.getRGB(i % width, i / width) & 0xffffff);
    }

    private static boolean near(int pixel, int color) {
        return Math.abs((pixel >> 16) - (color >> 16))
                        + Math.abs((pixel >> 8 & 0xff) - (color >> 8 & 0xff))
                        + Math.abs((pixel & 0xff) - (color & 0xff))
                < 24;
    }

    private static BufferedImage picture(Locator canvas) {
        try {
            return ImageIO.read(new ByteArrayInputStream(canvas.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
