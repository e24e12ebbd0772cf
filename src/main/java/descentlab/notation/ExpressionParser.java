package descentlab.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Reads a typed expression by precedence climbing: sums of products of signed powers, and comparisons of them where a
 * {@link Vocabulary} has those.
 *
 * <p>^ binds tighter than a sign and to the right, so that -x1^2 is -(x1^2), 2^-x1 is 2^(-x1) and 2^3^2 is 2^9; nothing
 * is multiplied without a *, since 1/2x1 has two readings; log is the natural logarithm.
 */
public final class ExpressionParser {

    /** Deepest nesting of brackets. */
    public static final int DEEPEST = 40;

    /** The character that stands for &lt;= in {@link Expression.Binary}. */
    public static final char AT_MOST = '≤';
    /** The character that stands for &gt;=. */
    public static final char AT_LEAST = '≥';
    /** The character that stands for ==. */
    public static final char EQUAL = '=';
    /** The character that stands for !=. */
    public static final char UNEQUAL = '≠';

    /** What {@link #next} gives behind the text. */
    public static final char END = 0;

    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;

    private static final String NUMBER = "a number such as 2, 0.5 or 1e-3";

    private final String text;
    private final Vocabulary words;
    private int at;
    private int depth;

    /**
     * One that is about to read a text from its beginning.
     *
     * @throws ExpressionException if there is a character in it that is none of the vocabulary's
     */
    public ExpressionParser(String text, Vocabulary words) {
        this.text = text;
        this.words = words;
        checkCharacters();
    }

    /**
     * Reads a text that is one expression.
     *
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    public static Expression parse(String text, Vocabulary words) {
        return new ExpressionParser(text, words).upTo(END);
    }

    /**
     * Reads the expression that stands here, up to a sign or the text's end.
     *
     * @param stop a sign that is no part of expressions; it is not passed
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    public Expression upTo(char stop) {
        Expression whole = climb(COMPARISON);
        if (next() == ')') {
            throw refused(at, ")", "a ')' only after its '('");
        }
        if (next() == ',') {
            throw comma();
        }
        if (next() != END && next() != stop) {
            throw missingOperator();
        }
        return whole;
    }

    /** Where it is, past blanks. */
    public int position() {
        next();
        return at;
    }

    /** Passes that sign, if it is the next. */
    public boolean accept(char sign) {
        if (next() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** The word that stands here; empty if none does. */
    public String nextWord() {
        char first = next();
        return isLetter(first) || first == '_' ? word() : "";
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = isLetter(c) || isDigit(c) || c == '_';
            if (!word && words.signs().indexOf(c) < 0) {
                throw refused(
                        i,
                        text.substring(i, text.offsetByCodePoints(i, 1)),
                        words.characters());
            }
        }
    }

    /** The next character that is no blank. */
    public char next() {
        while (at < text.length() && " \n\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private int tightness(char operator) {
        return switch (operator) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            case '<', '>' -> words.compares() ? COMPARISON : 0;
            // One = alone is none of an expression's.
            case '=', '!' -> words.compares() && text.startsWith("=", at + 1) ? COMPARISON : 0;
            default -> 0;
        };
    }

    /** Operands with operators between them that bind so tightly at least, from left to right. */
    private Expression climb(int least) {
        Expression left = signed();
        while (tightness(next()) >= least) {
            int tightness = tightness(next());
            char operator = tightness == COMPARISON ? comparison() : text.charAt(at++);
            left = new Expression.Binary(operator, left, climb(tightness + 1));
            if (tightness == COMPARISON && tightness(next()) == COMPARISON) {
                throw refused(at, text.substring(at, at + 1), "one comparison; brackets or where() join two");
            }
        }
        return left;
    }

    private char comparison() {
        char first = text.charAt(at++);
        boolean equal = text.startsWith("=", at);
        at += equal ? 1 : 0;
        return switch (first) {
            case '<' -> equal ? AT_MOST : first;
            case '>' -> equal ? AT_LEAST : first;
            case '!' -> UNEQUAL;
            default -> EQUAL;
        };
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
            throw refused(c == END ? text.length() : at, c == END ? "" : String.valueOf(c), words.operand());
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
        return climb(COMPARISON);
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
        boolean function = words.arguments(word) > 0;
        boolean call = next() == '(';
        if (function && call) {
            return call(word);
        }
        if (function) {
            throw refused(start, word, "'(' after a function");
        }
        if (words.isName(word)) {
            return new Expression.Name(word);
        }
        boolean capitals = words.arguments(word.toLowerCase(Locale.ROOT)) > 0;
        throw refused(
                start,
                word,
                capitals
                        ? words.operand() + ", in small letters"
                        : call ? "one of the functions " + words.functions() : words.operand());
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(opened());
        while (next() == ',') {
            if (arguments.size() == words.mostArguments(function)) {
                throw comma();
            }
            at++;
            arguments.add(climb(COMPARISON));
        }
        if (next() == ')' && arguments.size() < words.arguments(function)) {
            throw refused(at, ")", "a comma and another argument of " + function);
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
            if (!words.isName(word)) {
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
        return refused(at, ",", words.operator() + "; commas stand between the arguments of " + words.commas() + " only");
    }

    /** What stands here comes after an operand. */
    private ExpressionException missingOperator() {
        int start = at;
        char c = next();
        String came = isDigit(c) ? digits() : isLetter(c) || c == '_' ? word() : String.valueOf(c);
        return refused(start, came, words.operator() + ", as in " + words.products());
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
