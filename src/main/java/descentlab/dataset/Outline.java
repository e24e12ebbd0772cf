package descentlab.dataset;

import java.util.List;

/**
 * A polygon of a garment.
 *
 * @param shade of gray, as a share of the garment's; 0 cuts a hole
 * @param corners x and y in turn, the picture being -1 to 1 both ways, y downwards
 */
record Outline(double shade, double... corners) {

    private static final double SEAM = 0.35;

    private static final List<List<Outline>> GARMENTS = List.of(
            List.of(body(0.5, 0.85, -0.75, 0.85, 0.95, -0.15, 0.72, 0.0)),
            List.of(new Outline(
                    1, -0.4, -0.9, 0.4, -0.9, 0.5, 0.9, 0.15, 0.9, 0.0, -0.35, -0.15, 0.9, -0.5, 0.9)),
            List.of(body(0.5, 0.8, -0.75, 0.8, 0.95, 0.75, 0.72, 0.8)),
            List.of(new Outline(
                    1, -0.3, -0.9, -0.15, -0.9, -0.1, -0.7, 0.1, -0.7, 0.15, -0.9, 0.3, -0.9, 0.25, -0.2, 0.55, 0.9,
                    -0.55, 0.9, -0.25, -0.2)),
            List.of(
                    body(0.52, 0.95, -0.8, 0.85, 0.92, 0.6, 0.7, 0.65),
                    new Outline(SEAM, -0.03, -0.7, 0.03, -0.7, 0.03, 0.95, -0.03, 0.95)),
            List.of(
                    new Outline(1, -0.9, 0.35, 0.9, 0.3, 0.9, 0.45, -0.9, 0.5),
                    new Outline(1, 0.1, 0.35, 0.35, -0.15, 0.5, -0.15, 0.75, 0.35, 0.6, 0.35, 0.42, 0.0, 0.25, 0.35),
                    new Outline(1, -0.8, 0.38, -0.75, -0.25, -0.6, -0.25, -0.4, 0.38, -0.55, 0.38, -0.65, 0.05)),
            List.of(
                    body(0.45, 0.8, -0.75, 0.8, 0.9, 0.55, 0.7, 0.6),
                    new Outline(SEAM, -0.2, -0.85, 0.0, -0.55, 0.2, -0.85, 0.12, -0.85, 0.0, -0.68, -0.12, -0.85)),
            List.of(
                    new Outline(
                            1, -0.9, -0.1, -0.7, -0.15, -0.45, 0.0, -0.1, -0.1, 0.15, 0.1, 0.8, 0.2, 0.92, 0.4, -0.9,
                            0.4),
                    new Outline(0.6, -0.92, 0.38, 0.92, 0.38, 0.9, 0.5, -0.9, 0.5)),
            List.of(
                    new Outline(0.8, -0.5, -0.1, -0.35, -0.75, 0.35, -0.75, 0.5, -0.1),
                    new Outline(0, -0.36, -0.1, -0.25, -0.6, 0.25, -0.6, 0.36, -0.1),
                    new Outline(1, -0.8, -0.2, 0.8, -0.2, 0.88, 0.75, -0.88, 0.75)),
            List.of(
                    new Outline(
                            1, -0.75, -0.85, -0.1, -0.85, -0.05, -0.05, 0.75, 0.2, 0.85, 0.6, -0.8, 0.6),
                    new Outline(0.6, -0.82, 0.58, 0.87, 0.58, 0.85, 0.75, 0.0, 0.7, -0.4, 0.8, -0.82, 0.8)));

    /** What a garment of that class is made of, drawn one over the other. */
    static List<Outline> ofGarment(int label) {
        return GARMENTS.get(label);
    }

    /** A top: half its width, its hem, the shoulders' height and half their width, and where a sleeve ends. */
    private static Outline body(
            double half, double hem, double top, double shoulder, double cuffX, double cuffY, double innerX,
            double innerY) {
        double slope = shoulder - 0.35;
        return new Outline(
                1,
                -0.2, top - 0.1, 0.2, top - 0.1, slope, top, cuffX, cuffY, innerX, innerY, half, -0.25, half, hem,
                -half, hem, -half, -0.25, -innerX, innerY, -cuffX, cuffY, -slope, top);
    }
}
