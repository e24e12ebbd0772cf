package descentlab.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a text prints it, with as many digits as it shows.
 *
 * @param digits value and last digit's place; its sign counts only where it is negative
 */
record Figure(BigDecimal digits) {

    private static final Pattern POWER_OF_TEN = Pattern.compile("\\\\cdot ?10\\^\\{?(-?\\d+)}?");
    private static final Pattern INDEX_OR_EXPONENT = Pattern.compile("[_^](\\{[^}]*}|\\\\?\\w)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:e-?\\d+)?");

    static Figure of(String text) {
        return new Figure(new BigDecimal(text.replace(",", "")));
    }

    /** All numbers of a text but indices and exponents; a power of ten behind a factor is part of the number. */
    static List<Figure> in(String text) {
        String plain = INDEX_OR_EXPONENT
                .matcher(POWER_OF_TEN.matcher(text).replaceAll("e$1"))
                .replaceAll("");
        List<Figure> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(plain);
        while (number.find()) {
            found.add(of(number.group()));
        }
        return found;
    }

    double value() {
        return digits.doubleValue();
    }

    /** Whether a value rounds to this. */
    boolean isRoundedFrom(double value) {
        double half = 0.5 * digits.ulp().doubleValue();
        return Math.abs(value - value()) <= half * (1 + 1e-9);
    }

    /** Whether this is that number, whichever its sign and however it is written. */
    boolean isSizeOf(Figure other) {
        return digits.abs().compareTo(other.digits.abs()) == 0;
    }

    @Override
    public String toString() {
        return digits.toString();
    }
}
