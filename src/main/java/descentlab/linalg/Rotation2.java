package descentlab.linalg;

/**
 * Rotation of the plane by an angle counter-clockwise: (x1, x2) to (cos x1 - sin x2, sin x1 + cos x2).
 *
 * @param cos cosine of the angle
 * @param sin sine of the angle
 */
public record Rotation2(double cos, double sin) {

    /** Rotation by an angle in degrees, exact at whole multiples of 90. */
    public static Rotation2 byDegrees(double degrees) {
        double turn = degrees % 360;
        double quarter = turn < 0 ? turn + 360 : turn;
        if (quarter % 90 == 0) {
            return switch ((int) (quarter / 90) % 4) {
                case 0 -> new Rotation2(1, 0);
                case 1 -> new Rotation2(0, 1);
                case 2 -> new Rotation2(-1, 0);
                default -> new Rotation2(0, -1);
            };
        }
        double radians = quarter * StrictMath.PI / 180;
        return new Rotation2(StrictMath.cos(radians), StrictMath.sin(radians));
    }

    /** First coordinate of the turned point. */
    public double first(double x1, double x2) {
        return cos * x1 - sin * x2;
    }

    /** Second coordinate of the turned point. */
    public double second(double x1, double x2) {
        return sin * x1 + cos * x2;
    }

    /** The rotation back. */
    public Rotation2 inverse() {
        return new Rotation2(cos, -sin);
    }
}
