package descentlab.exercise;

import java.util.function.DoubleUnaryOperator;

/** A slip that may happen with any number; what is said of it is true whatever led there. */
enum Slip {
    SIGN("The size is right, the sign is not.", "their sizes are right, their signs are not", v -> -v),
    TWICE("That is twice what is asked for: a factor of 2 too much.", "it is twice what is asked for", v -> 2 * v),
    HALF("That is half of what is asked for: a factor of 2 is missing.", "it is half of what is asked for", v -> v / 2),
    UPSIDE_DOWN("That is the answer upside down, one over it.", "it is upside down, one over what is asked for", v -> 1 / v),
    SQUARE("That is the square of the answer: a root is missing.", "it is the square, a root is missing", v -> v * v),
    ROOT("That is the root of the answer: one root too many.", "it is the root, one too many", v -> Math.sqrt(Math.abs(v))),
    TENTH("Look at the decimal point: that is a tenth of the answer.", "it is a tenth of what is asked for", v -> v / 10),
    TENFOLD("Look at the decimal point: that is ten times the answer.", "it is ten times what is asked for", v -> v * 10);

    private final String said;
    private final String saidOfEntries;
    private final DoubleUnaryOperator made;

    Slip(String said, String saidOfEntries, DoubleUnaryOperator made) {
        this.said = said;
        this.saidOfEntries = saidOfEntries;
        this.made = made;
    }

    /** What the slip makes of a number. */
    double of(double value) {
        return made.applyAsDouble(value);
    }

    /** What to say of a number that is wrong by it. */
    String said() {
        return said;
    }

    /** What to say of entries that all are wrong by it. */
    String saidOfEntries() {
        return "Of what is wrong, " + saidOfEntries + ".";
    }
}
