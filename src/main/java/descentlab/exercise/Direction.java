package descentlab.exercise;

import descentlab.exercise.EntriesPart.Rule;
import java.util.List;

/**
 * A vector's direction, whatever its length and sign.
 *
 * @param first entry of a vector of that direction
 * @param second its other entry
 * @param traps vectors of other directions that say what went wrong
 */
record Direction(double first, double second, List<Rules.Trap> traps) implements Rule {

    /** Of about three digits. */
    private static final double TOLERANCE = 4e-3;

    /** Below it an angle is told with its tenths. */
    private static final double FEW_DEGREES = 10;

    @Override
    public Verdict judge(List<TypedNumber> entries) {
        double x = entries.getFirst().value();
        double y = entries.getLast().value();
        if (!(x * x + y * y > 0) || !Double.isFinite(x * x + y * y)) {
            return Verdict.wrong("The zero vector has no direction; nor has one whose length is no number.");
        }
        double off = angle(x, y, first, second);
        if (off <= TOLERANCE) {
            return Verdict.right("Right. Any multiple of it would be, too.");
        }
        double degrees = Math.toDegrees(off);
        String count = "That vector points elsewhere: it is "
                + (degrees < FEW_DEGREES ? Terms.rounded(Math.max(0.1, Math.rint(degrees * 10) / 10)) : Math.round(degrees))
                + "° off.";
        List<String> reasons = traps.stream()
                .filter(trap -> angle(x, y, trap.entries()[0], trap.entries()[1]) <= TOLERANCE)
                .map(Rules.Trap::message)
                .toList();
        return Verdict.wrong((count + " " + Reasons.joined(reasons)).strip());
    }

    /** Between two lines, from 0 to a right angle; exact where it is small. */
    private static double angle(double x, double y, double u, double v) {
        double length = Math.hypot(x, y) * Math.hypot(u, v);
        return Math.atan2(Math.abs(x / length * v - y / length * u), Math.abs(x / length * u + y / length * v));
    }

    @Override
    public boolean unclear() {
        return traps.stream().anyMatch(trap -> angle(first, second, trap.entries()[0], trap.entries()[1]) <= Drawn.APART);
    }
}
