package descentlab.exercise;

import descentlab.notation.ExpressionException;
import descentlab.notation.Typed;
import descentlab.objective.TypedObjective;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a student types it: 0.4, 2/5, 2^-3, sqrt(2)/2, 4e-1, ¾, eta = 0.4, 40 %. Read with the grammar of typed
 * objectives, without its variables, so that long or deep texts are refused there.
 *
 * @param value of the text
 * @param digits how many significant digits were given
 * @param unit of the last of them
 * @param bound whether it was given as a bound, as in "&lt; 0.4"
 */
record TypedNumber(double value, int digits, double unit, boolean bound) {

    /** Fewer are enough only where they are the whole number. */
    static final int FEWEST_DIGITS = 3;

    private static final int WHOLE = 15;

    /** From so many digits on the last ones do not count: an error this small is less than that of four digits. */
    private static final int MANY = 5;

    private static final double SLIGHT = 1e-4;
    private static final double ROUNDING = 1e-9;
    private static final double SMALL = 1e-3;

    private static final Pattern NAME = Pattern.compile("^[\\p{L}][\\p{L}\\d_]{0,12}\\s*(?=[=<\u2264\u2248~])");
    private static final Pattern RELATION = Pattern.compile("^(<=|<|\u2264|=|\u2248|~)\\s*");
    private static final Map<String, String> FRACTIONS = Map.ofEntries(
            Map.entry("\u00bc", "1/4"),
            Map.entry("\u00bd", "1/2"),
            Map.entry("\u00be", "3/4"),
            Map.entry("\u2153", "1/3"),
            Map.entry("\u2154", "2/3"),
            Map.entry("\u2155", "1/5"),
            Map.entry("\u2156", "2/5"),
            Map.entry("\u2157", "3/5"),
            Map.entry("\u2158", "4/5"),
            Map.entry("\u2159", "1/6"),
            Map.entry("\u215a", "5/6"),
            Map.entry("\u215b", "1/8"),
            Map.entry("\u215c", "3/8"),
            Map.entry("\u215d", "5/8"),
            Map.entry("\u215e", "7/8"));
    private static final Pattern FRACTION = Pattern.compile("(\\d*)\\s*([\u00bc-\u00be\u2153-\u215e])");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?<digits>\\d+(?:\\.\\d*)?|\\.\\d+)(?:(?:[eE]|\\s*\\*\\s*10\\^)\\(?[+-]?\\d{1,5}\\)?)?");
    private static final Pattern POINTED = Pattern.compile("\\d*\\.\\d+|\\d+\\.");

    /**
     * The number of a text.
     *
     * @throws IllegalArgumentException with a sentence to be shown, if it is no finite number
     */
    static TypedNumber read(String text) {
        String plain = text.strip()
                .replace('\u2212', '-')
                .replace('\u00b7', '*')
                .replace('\u00d7', '*')
                .replace("\u03c0", "pi")
                .replaceAll("\u221a\\s*(\\d+(?:\\.\\d+)?)", "sqrt($1)")
                .replace("\u221a", "sqrt");
        plain = NAME.matcher(plain).replaceFirst("");
        Matcher relation = RELATION.matcher(plain);
        boolean bound = relation.find() && "<\u2264".indexOf(relation.group(1).charAt(0)) >= 0;
        plain = FRACTION.matcher(relation.replaceFirst(""))
                .replaceAll(found -> "(" + (found.group(1).isEmpty() ? "" : found.group(1) + "+") + FRACTIONS.get(found.group(2))
                        + ")");
        boolean percent = plain.endsWith("%");
        if (percent) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("Type a number, such as 0.4, 2/5 or sqrt(2).");
        }
        if (plain.matches("[+-]?\\d{1,9},\\d{1,9}")) {
            if (!Typed.number(plain).equals(plain)) {
                return read(text.replace(',', '.'));
            }
            throw new IllegalArgumentException("Write a decimal point, not a comma: " + plain.replace(',', '.') + ".");
        }
        double value = value(plain);
        TypedNumber number = given(plain, value, bound);
        return percent ? new TypedNumber(value / 100, number.digits, number.unit / 100, bound) : number;
    }

    private static double value(String plain) {
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

    private static TypedNumber given(String plain, double value, boolean bound) {
        Matcher decimal = DECIMAL.matcher(plain);
        if (decimal.matches()) {
            return withDigits(value, significant(decimal.group("digits")), bound);
        }
        // A computation is as exact as the least exact decimal in it; without one it is what it is.
        int least = POINTED.matcher(plain).results().mapToInt(found -> significant(found.group())).min().orElse(WHOLE);
        return withDigits(
                value,
                least < WHOLE
                        ? least
                        : Math.max(
                                FEWEST_DIGITS,
                                new BigDecimal(Double.toString(value)).stripTrailingZeros().precision()),
                bound);
    }

    /** Zeros at the end of a whole number may only fill it up, as in 1230 for 1234. */
    private static int significant(String digits) {
        String all = digits.replace(".", "").replaceFirst("^0+", "");
        return digits.contains(".")
                ? all.length()
                : Math.min(all.length(), Math.max(FEWEST_DIGITS, all.replaceFirst("0+$", "").length()));
    }

    private static TypedNumber withDigits(double value, int digits, boolean bound) {
        double unit = value == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(Math.abs(value)) + 1e-12) - digits + 1);
        return new TypedNumber(value, digits, unit, bound);
    }

    /**
     * Whether this is the other number: itself, or rounded to the digits given, which are three or more. From four
     * digits on the rest may also be cut off, and from five on an error below that of four digits does not matter.
     */
    boolean is(double other) {
        double off = Math.abs(value - other);
        if (off <= ROUNDING * Math.max(Math.abs(other), SMALL)) {
            return true;
        }
        boolean cut = digits > FEWEST_DIGITS && Math.abs(value) < Math.abs(other) && off < unit;
        boolean slight = digits >= MANY && off <= SLIGHT * Math.abs(other);
        return digits >= FEWEST_DIGITS && (rounded(other) || cut || slight);
    }

    /** Whether it is the other number rounded, to however few digits. */
    boolean rounded(double other) {
        return Math.abs(value - other) <= unit / 2 * (1 + ROUNDING);
    }

    /** Whether this is what somebody would type who means the other number, not over-exactly. */
    boolean means(double other) {
        return is(other) || near(value, other, 2e-3);
    }

    static boolean near(double given, double value, double tolerance) {
        return Math.abs(given - value) <= tolerance * Math.max(Math.abs(value), SMALL);
    }
}
