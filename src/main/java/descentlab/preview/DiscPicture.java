package descentlab.preview;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.hipparchus.complex.Complex;

/** Eigenvalues in Gerschgorin's discs. */
final class DiscPicture {

    private static final double MARGIN = 60;
    private static final Color DISC = new Color(0x0072b2);
    private static final Color DISC_FILL = new Color(0, 0x72, 0xb2, 40);
    private static final Color EIGENVALUE = new Color(0xcc5500);

    private DiscPicture() {}

    static byte[] of(ComplexMatrix matrix) {
        List<GerschgorinDisc> discs = GerschgorinDisc.ofRows(matrix);
        List<Complex> values = Spectrum.of(matrix).values();
        double left = discs.stream().mapToDouble(d -> d.center().getRealPart() - d.radius()).min().orElse(-1);
        double right = discs.stream().mapToDouble(d -> d.center().getRealPart() + d.radius()).max().orElse(1);
        double low = discs.stream().mapToDouble(d -> d.center().getImaginaryPart() - d.radius()).min().orElse(-1);
        double high = discs.stream().mapToDouble(d -> d.center().getImaginaryPart() + d.radius()).max().orElse(1);
        double x = (left + right) / 2;
        double y = (low + high) / 2;
        double scale = Math.min(
                (Sheet.WIDTH - 2 * MARGIN) / positive(right - left), (Sheet.HEIGHT - 2 * MARGIN) / positive(high - low));
        Sheet sheet = new Sheet();
        double zeroX = Sheet.WIDTH / 2.0 - x * scale;
        double zeroY = Sheet.HEIGHT / 2.0 + y * scale;
        sheet.line(0, zeroY, Sheet.WIDTH, zeroY, Sheet.LINE, 3);
        sheet.line(zeroX, 0, zeroX, Sheet.HEIGHT, Sheet.LINE, 3);
        for (GerschgorinDisc disc : discs) {
            Ellipse2D circle = Sheet.circle(
                    zeroX + disc.center().getRealPart() * scale,
                    zeroY - disc.center().getImaginaryPart() * scale,
                    disc.radius() * scale);
            sheet.fill(circle, DISC_FILL);
            sheet.stroke(circle, DISC, 4);
        }
        for (GerschgorinDisc disc : discs) {
            double cx = zeroX + disc.center().getRealPart() * scale;
            double cy = zeroY - disc.center().getImaginaryPart() * scale;
            sheet.line(cx - 8, cy, cx + 8, cy, DISC, 3);
            sheet.line(cx, cy - 8, cx, cy + 8, DISC, 3);
        }
        values.forEach(value -> sheet.dot(
                zeroX + value.getRealPart() * scale, zeroY - value.getImaginaryPart() * scale, 11, EIGENVALUE));
        return sheet.png();
    }

    private static double positive(double length) {
        return length > 0 ? length : 2;
    }
}
