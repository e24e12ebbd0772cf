package descentlab.objective;

import descentlab.notation.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads a typed expression by precedence climbing: sums of products of signed powers.
 *
 * <p>^ binds tighter than a sign and to the right, so that -x1^2 is -(x1^2), 2^-x1 is 2^(-x1) and 2^3^2 is 2^9; nothing
 * is multiplied without a *, since 1/2x1 has two readings; log is the natural logarithm.
 */
final class ExpressionParser {

    /** Longest text read. */
    static final int LONGEST = 200;

    /** Deepest nesting of brackets. */
    static final int DEEPEST = 40;

    static final Set<String> NAMES = Set.of("x1", "x2", "pi", "e");

    /** What {@link #next} gives behind the text. */
    private static final char END = 0;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;

    private static final String OPERAND = "a number, x1, x2, pi, e, '(' or one of the functions "
            + ExpressionFunction.words();
    private static final String NUMBER = "a number such as 2, 0.5 or 1e-3";
    private static final String OPERATOR = "an operator: + - * / or ^";

    private final String text;
    private int at;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    static Expression parse(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, text.length() + " characters", "an expression of at most " + LONGEST + " characters");
        }
        return new ExpressionParser(text).whole();
    }

    private Expression whole() {
        checkCharacters();
        Expression whole = climb(SUM);
        if (next() == ')') {
            throw refused(at, ")", "a ')' only after its '('");
        }
        if (next() == ',') {
            throw comma();
        }
        if (next() != END) {
            throw missingOperator();
        }
        return whole;
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = isLetter(c) || isDigit(c) || c == '_';
            if (!word && " .,()+-*/^".indexOf(c) < 0) {
                throw refused(
                        i,
                        text.substring(i, text.offsetByCodePoints(i, 1)),
                        "letters, digits, brackets, '.', ',' and + - * / ^");
            }
        }
    }

    /** The next character that is no blank. */
    private char next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private static int tightness(char operator) {
        return switch (operator) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            default -> 0;
        };
    }

    /** Operands with operators between them that bind so tightly at least, from left to right. */
    private Expression climb(int least) {
        Expression left = signed();
        while (tightness(next()) >= least) {
            char operator = text.charAt(at++);
            left = new Expression.Binary(operator, left, climb(tightness(operator) + 1));
        }
        return left;
    }

    private Expression signed() {
        char sign = next();
        if (sign == '+' || sign == '-') {
            at++;
            return new Expression.Sign(sign, signed());
        }
        return power();
    }

    private Expression power() {
        Expression base = operand();
        if (next() != '^') {
            return base;
        }
        at++;
        return new Expression.Binary('^', base, signed());
    }

    private Expression operand() {
        char c = next();
        if (isDigit(c) || c == '.') {
            return number();
        }
        if (isLetter(c) || c == '_') {
            return named();
        }
        if (c != '(') {
            throw refused(c == END ? text.length() : at, c == END ? "" : String.valueOf(c), OPERAND);
        }
        Expression inner = opened();
        if (next() == ',') {
            throw comma();
        }
        close();
        return inner;
    }

    /** What stands behind a bracket that opens here. */
    private Expression opened() {
        if (++depth > DEEPEST) {
            throw refused(at, "(", "brackets in brackets up to " + DEEPEST + " deep");
        }
        at++;
        return climb(SUM);
    }

    private void close() {
        if (next() == END) {
            throw refused(text.length(), "", "')' for each '('");
        }
        if (next() != ')') {
            throw missingOperator();
        }
        at++;
        depth--;
    }

    private Expression named() {
        int start = at;
        String word = word();
        ExpressionFunction function = ExpressionFunction.named(word);
        boolean call = next() == '(';
        if (function != null && call) {
            return call(function);
        }
        if (function != null) {
            throw refused(start, word, "'(' after a function");
        }
        if (NAMES.contains(word)) {
            return new Expression.Name(word);
        }
        boolean capitals = ExpressionFunction.named(word.toLowerCase(Locale.ROOT)) != null;
        throw refused(
                start,
                word,
                capitals
                        ? OPERAND + ", in small letters"
                        : call ? "one of the functions " + ExpressionFunction.words() : OPERAND);
    }

    private Expression call(ExpressionFunction function) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(opened());
        while (next() == ',') {
            if (!function.many()) {
                throw comma();
            }
            at++;
            arguments.add(climb(SUM));
        }
        if (next() == ')' && arguments.size() < function.arguments()) {
            throw refused(at, ")", "a comma and another argument of " + function.word());
        }
        close();
        return new Expression.Call(function, arguments);
    }

    private String word() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private Expression number() {
        int start = at;
        String digits = digits();
        OptionalDouble value = Decimal.read(digits);
        if (value.isEmpty()) {
            throw refused(start, digits, NUMBER);
        }
        int end = at;
        if (digits.equals("0") && at < text.length() && (text.charAt(at) == 'x' || text.charAt(at) == 'X')) {
            String word = word();
            if (!NAMES.contains(word)) {
                throw refused(start, digits + word, NUMBER); // hexadecimal, to others
            }
            at = end;
        }
        return new Expression.Constant(value.getAsDouble());
    }

    /** Digits with at most one point, and an exponent, from here on. */
    private String digits() {
        int start = at;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at++) == '.') {
                if (point) {
                    throw refused(start, text.substring(start, at), NUMBER);
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
                throw refused(start, text.substring(start, exponent), "digits after the e of a number, as in 1e-3");
            }
        }
        return text.substring(start, at);
    }

    private ExpressionException comma() {
        return refused(at, ",", OPERATOR + "; commas stand between the arguments of min and max only");
    }

    /** What stands here comes after an operand. */
    private ExpressionException missingOperator() {
        int start = at;
        char c = next();
        String came = isDigit(c) ? digits() : isLetter(c) || c == '_' ? word() : String.valueOf(c);
        return refused(start, came, OPERATOR + ", as in 2*x1, or 1/(2*x1) and 1/2*x1");
    }

    private static ExpressionException refused(int position, String came, String allowed) {
        return new ExpressionException(position, came, allowed);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
