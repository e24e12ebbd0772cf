package descentlab.notation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people type for numbers, in the one spelling of links. {@link Decimal} and what reads links stay strict: a text
 * that they read is left as it is, and one that is not understood here is too, so that they refuse it.
 *
 * <p>Understood are a true minus, a decimal comma where one number is asked for, a fraction such as 1/4 or ¼, blanks
 * between thousands, and brackets about several numbers.
 */
public final class Typed {

    /** Longer texts are not looked at. */
    private static final int LONGEST = 1000;

    private static final Pattern MINUS = Pattern.compile("[\u2212\u2012\u2013\ufe63\uff0d]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u2007\u2009\u202f]+");
    private static final Pattern AFTER_SIGN = Pattern.compile("(?<=^[+-]) ");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}( \\d{3})+([.,]\\d*)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    /** 1,000 is a thousand to some and one to others. */
    private static final Pattern TWO_READINGS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern FRACTION = Pattern.compile("([^/]+)/([^/]+)");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*)\\)|\\[(.*)\\]");
    private static final String VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static final List<String> VULGAR_PARTS = List.of(
            "1/4", "1/2", "3/4", "1/3", "2/3", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8", "5/8", "7/8");

    private Typed() {}

    /** The text of one number as links have it: {@code 0.4} for {@code 0,4}, {@code 0.25} for {@code 1/4}. */
    public static String number(String typed) {
        if (typed.length() > LONGEST || Decimal.read(typed).isPresent()) {
            return typed;
        }
        OptionalDouble value = fraction(plain(typed));
        return value.isPresent() ? Decimal.write(value.getAsDouble()) : typed;
    }

    /**
     * The text of several numbers as links have it: {@code -5,-2} for {@code (−5, −2)}, {@code [-5; -2]} or
     * {@code -5 -2}. Commas part numbers here; a decimal comma has two readings, and is not taken for one.
     */
    public static String numbers(String typed) {
        boolean strict = Arrays.stream(typed.split("[,;]", -1)).allMatch(part -> Decimal.read(part).isPresent());
        if (strict || typed.length() > LONGEST) {
            return typed;
        }
        List<String> rows = Arrays.stream(unbracketed(plain(typed)).split(";", -1))
                .map(String::strip)
                .map(row -> Arrays.stream(row.split(row.indexOf(',') >= 0 ? "," : " ", -1))
                        .map(part -> fraction(part.strip()))
                        .map(value -> value.isPresent() ? Decimal.write(value.getAsDouble()) : "?")
                        .collect(Collectors.joining(",")))
                .toList();
        String understood = String.join(";", rows);
        return understood.indexOf('?') >= 0 ? typed : understood;
    }

    /**
     * What somebody meant who wrote decimal commas in a text of so many numbers, with points; empty if that is not the
     * reason why it cannot be read.
     */
    public static String withPoints(String typed, int count) {
        if (typed.length() > LONGEST || typed.indexOf(',') < 0) {
            return "";
        }
        String inner = unbracketed(plain(typed));
        List<OptionalDouble> values = Arrays.stream(inner.split(inner.indexOf(';') >= 0 ? ";" : ", | ", -1))
                .map(part -> fraction(part.strip()))
                .toList();
        return values.size() == count && values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream()
                        .map(value -> Decimal.write(value.getAsDouble()))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String unbracketed(String plain) {
        Matcher bracketed = BRACKETED.matcher(plain);
        return bracketed.matches()
                ? (bracketed.group(1) == null ? bracketed.group(2) : bracketed.group(1)).strip()
                : plain;
    }

    private static String plain(String typed) {
        return BLANKS.matcher(MINUS.matcher(typed).replaceAll("-")).replaceAll(" ").strip();
    }

    /** A number or two with a slash between them, of which the second is not 0. */
    private static OptionalDouble fraction(String plain) {
        Matcher fraction = FRACTION.matcher(vulgar(plain));
        if (!fraction.matches()) {
            return decimal(plain);
        }
        OptionalDouble above = decimal(fraction.group(1).strip());
        OptionalDouble below = decimal(fraction.group(2).strip());
        if (above.isEmpty() || below.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = above.getAsDouble() / below.getAsDouble();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble decimal(String plain) {
        String joined = THOUSANDS.matcher(plain).matches() ? plain.replace(" ", "") : plain;
        joined = AFTER_SIGN.matcher(joined).replaceAll("");
        boolean comma = DECIMAL_COMMA.matcher(joined).matches() && !TWO_READINGS.matcher(joined).matches();
        return Decimal.read(comma ? joined.replace(',', '.') : joined);
    }

    private static String vulgar(String plain) {
        boolean minus = plain.startsWith("-");
        int which = VULGAR.indexOf(minus ? plain.substring(1).strip() : plain);
        boolean one = which >= 0 && plain.length() == (minus ? 2 : 1);
        return one ? (minus ? "-" : "") + VULGAR_PARTS.get(which) : plain;
    }
}
