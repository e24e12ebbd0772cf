package descentlab.notation;

/** The text of an expression while it is read: signs, words and numbers from left to right. */
final class ExpressionText {

    /** What a number looks like, in words. */
    static final String NUMBER = "a number such as 2, 0.5 or 1e-3";

    private final String text;
    private int at;

    ExpressionText(String text) {
        this.text = text;
    }

    /** Where it is. */
    int at() {
        return at;
    }

    /** Goes back to where it was. */
    void backTo(int before) {
        at = before;
    }

    /** Passes a character. */
    void pass() {
        at++;
    }

    /** The character here, which is passed. */
    char take() {
        return text.charAt(at++);
    }

    /** The character here, be it a blank; {@link ExpressionParser#END} behind the text. */
    char here() {
        return at < text.length() ? text.charAt(at) : ExpressionParser.END;
    }

    /** The next character that is no blank. */
    char next() {
        while (at < text.length() && " \n\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ExpressionParser.END;
    }

    /** A word of letters, digits and underscores. */
    String word() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Digits with at most one point, and an exponent, from here on. */
    String digits() {
        int start = at;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at++) == '.') {
                if (point) {
                    throw new ExpressionException(start, text.substring(start, at), NUMBER);
                }
                point = true;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            boolean sign = exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-');
            exponent += sign ? 1 : 0;
            if (exponent < text.length() && isDigit(text.charAt(exponent))) {
                at = exponent;
                while (at < text.length() && isDigit(text.charAt(at))) {
                    at++;
                }
            } else if (sign) {
                throw new ExpressionException(start, text.substring(start, exponent), "digits after the e of a number, as in 1e-3");
            }
        }
        return text.substring(start, at);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
