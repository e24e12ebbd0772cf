package descentlab.anatomy;

import java.util.List;

/**
 * A line of a derivation.
 *
 * @param role what the line is for
 * @param symbol its name in later lines, in TeX
 * @param meaning its name for people
 * @param formula in symbols, in TeX; empty if it is given and not computed
 * @param updates whether the symbol stands in the formula for what it was before
 * @param numbers the formula with the numbers put in and what comes of it, in TeX, one for each value; rounded
 * @param values in each coordinate, or one if it is the same in both
 */
public record Term(
        Role role, String symbol, String meaning, String formula, boolean updates, List<String> numbers, double[] values) {

    /** What a line is for. */
    public enum Role {
        /** Where the step begins. */
        POINT,
        /** The gradient there, as it is or with weight decay. */
        GRADIENT,
        /** The learning rate of this step, by its schedule. */
        SCHEDULE,
        /** What the optimizer remembers from now on. */
        MEMORY,
        /** What makes up for an average that began at 0. */
        CORRECTION,
        /** What the gradient is divided by. */
        DIVISOR,
        /** The learning rate of a coordinate. */
        RATE,
        /** What is multiplied by the rate. */
        DIRECTION,
        /** Second derivatives. */
        CURVATURE,
        /** What is added to x. */
        STEP,
        /** Where the step leads. */
        NEXT
    }
}
