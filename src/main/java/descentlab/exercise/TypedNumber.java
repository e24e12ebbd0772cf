package descentlab.exercise;

import descentlab.objective.ExpressionException;
import descentlab.objective.TypedObjective;

/**
 * A number as a student types it: 0.4, 2/5, 2^-3, sqrt(2)/2, 4e-1. Read with the grammar of typed objectives, without
 * its variables, so that long or deep texts are refused there.
 */
final class TypedNumber {

    private TypedNumber() {}

    /**
     * The value of the text.
     *
     * @throws IllegalArgumentException with a sentence to be shown, if it is no finite number
     */
    static double read(String text) {
        String plain = text.strip()
                .replace('\u2212', '-')
                .replace('\u00b7', '*')
                .replace('\u00d7', '*')
                .replace("\u03c0", "pi")
                .replaceAll("\u221a\\s*(\\d+(?:\\.\\d+)?)", "sqrt($1)")
                .replace("\u221a", "sqrt");
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("Type a number, such as 0.4, 2/5 or sqrt(2).");
        }
        if (plain.matches("[+-]?\\d{1,9},\\d{1,9}")) {
            throw new IllegalArgumentException("Write a decimal point, not a comma: " + plain.replace(',', '.') + ".");
        }
        double value;
        try {
            value = TypedObjective.parse(plain).value(Double.NaN, Double.NaN);
        } catch (ExpressionException refused) {
            throw new IllegalArgumentException("This cannot be read as a number: " + refused.getMessage() + ".");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    plain.contains("x1") || plain.contains("x2")
                            ? "The answer is a number: x1 and x2 do not occur in it."
                            : "This is not a finite number.");
        }
        return value;
    }
}
