package descentlab.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture under the pencil. It holds no letters: fonts differ from server to server, and the same link is to be the same
 * picture everywhere.
 */
final class Sheet {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    static final Color CARD = new Color(0xffffff);
    static final Color LINE = new Color(0xe1e5ea);
    static final Color SOFT = new Color(0x5c6675);
    static final Color INK = new Color(0x1b2330);

    private static final float HALO = 4;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen;

    Sheet() {
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(CARD);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    void pixel(int x, int y, int rgb) {
        image.setRGB(x, y, rgb);
    }

    void line(double x1, double y1, double x2, double y2, Color color, float width) {
        stroke(new Line2D.Double(x1, y1, x2, y2), color, width);
    }

    void stroke(Shape shape, Color color, float width) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    /** A line with a border of the sheet's own color, so that it is seen on any ground. */
    void trail(Path2D path, Color color, float width) {
        stroke(path, CARD, width + HALO);
        stroke(path, color, width);
    }

    void fill(Shape shape, Color color) {
        pen.setColor(color);
        pen.fill(shape);
    }

    void dot(double x, double y, double radius, Color color) {
        fill(circle(x, y, radius + HALO / 2), CARD);
        fill(circle(x, y, radius), color);
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** The picture as PNG. */
    byte[] png() {
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is written into memory
        }
        return out.toByteArray();
    }
}
