package descentlab.objective;

/** A point of the plane. */
public record Point(double x1, double x2) {}
