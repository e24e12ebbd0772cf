package descentlab.notation;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How a real number is read from and written into links: decimal notation, finite, and the same both ways. */
public final class Decimal {

    /** Longest text read as a number; a double needs 24 characters. */
    public static final int LONGEST = 40;

    private static final Pattern SYNTAX = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,5})?");
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_BELOW = 1e7;

    private Decimal() {}

    /**
     * Reads a finite number; empty for anything else: NaN, infinite, hexadecimal, a suffix, a value beyond the range
     * of a double.
     */
    public static OptionalDouble read(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST || !SYNTAX.matcher(trimmed).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(trimmed);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Writes a finite number as short as reads back exactly: {@code 2}, {@code 0.4}, {@code 1e-6}, {@code -1.5e20}. */
    public static String write(double value) {
        if (value == 0) {
            return "0"; // minus zero too: no formula here tells them apart
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (value < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
