package descentlab.python;

import descentlab.notation.Decimal;

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
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                literal.append(c);
            } else {
                literal.append(String.format("\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    /** A comment, in one line whatever is in it. */
    static String comment(String text) {
        return "# " + text.replaceAll("[^ -~]", "?");
    }
}
