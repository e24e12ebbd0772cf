package descentlab.python;

import descentlab.notation.Decimal;
import java.util.stream.IntStream;

/** Numbers and texts as Python reads them. */
final class Literal {

    private Literal() {}

    /** A number, whole ones without a point; what is not finite by its name in math. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "math.nan";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "-math.inf" : "math.inf";
        }
        return Decimal.write(value);
    }

    /** A number that Python takes for a real one. */
    static String real(double value) {
        String written = number(value);
        return written.matches("-?\\d+") ? written + ".0" : written;
    }

    /** A string; whatever is in it, it ends where it should. */
    static String quoted(String text) {
        return quoted(text.codePoints());
    }

    /** The same as JSON writes it: of a letter beyond 16 bits, the two halves by themselves. */
    static String json(String text) {
        return quoted(text.chars());
    }

    private static String quoted(IntStream letters) {
        StringBuilder literal = new StringBuilder("\"");
        letters.forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').append((char) c);
            } else if (c >= ' ' && c <= '~') {
                literal.append((char) c);
            } else {
                literal.append(String.format(c > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return literal.append('"').toString();
    }

    /** A comment, in one line whatever is in it. */
    static String comment(String text) {
        return "# " + text.replaceAll("[^ -~]", "?");
    }
}
