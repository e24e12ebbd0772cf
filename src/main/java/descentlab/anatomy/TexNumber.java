package descentlab.anatomy;

import java.math.BigDecimal;
import java.math.MathContext;

/** How a number is written into a formula: four significant digits at most, a power of ten where it is tiny or huge. */
final class TexNumber {

    private static final MathContext DIGITS = new MathContext(4);
    private static final double TINY = 1e-3;
    private static final double HUGE = 1e5;

    private TexNumber() {}

    /** The number in TeX. */
    static String write(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\\text{none}" : value > 0 ? "\\infty" : "-\\infty";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        if (!hasPower(value)) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        String power = "10^{" + exponent + "}";
        return switch (mantissa) {
            case "1" -> power;
            case "-1" -> "-" + power;
            default -> mantissa + " \\cdot " + power;
        };
    }

    /** Whether it is written with a power of ten. */
    static boolean hasPower(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < TINY || size >= HUGE) && Double.isFinite(value);
    }
}
