package descentlab.plot;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Positive numbers as people type and read them: 0.4, 1e-3. What is written reads back as the same double. */
final class RateText {

    private static final Pattern NUMBER = Pattern.compile("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final double LEAST_PLAIN = 1e-4;
    private static final double GREATEST_PLAIN = 1e6;

    private RateText() {
    }

    /** The finite number above zero that the text is, if any. A comma is no point: "1,000" has two readings. */
    static OptionalDouble parse(String text) {
        String trimmed = text.strip();
        if (!NUMBER.matcher(trimmed).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(trimmed);
        return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static String format(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (value >= LEAST_PLAIN && value < GREATEST_PLAIN) {
            return shortest.toPlainString();
        }
        int exponent = shortest.precision() - shortest.scale() - 1;
        return shortest.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
