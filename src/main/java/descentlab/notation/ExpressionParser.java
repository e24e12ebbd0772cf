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

    /** Digits as they are raised in print. */
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private final String text;
    private final ExpressionText in;
    private final Vocabulary words;
    private int depth;

    /**
     * One that is about to read a text from its beginning.
     *
     * @throws ExpressionException if there is a character in it that is none of the vocabulary's
     */
    public ExpressionParser(String text, Vocabulary words) {
        this.text = text;
        this.in = new ExpressionText(text);
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
            throw refused(in.at(), ")", "a ')' only after its '('");
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
        return in.at();
    }

    /** Passes that sign, if it is the next. */
    public boolean accept(char sign) {
        if (next() != sign) {
            return false;
        }
        in.pass();
        return true;
    }

    /** The word that stands here; empty if none does. */
    public String nextWord() {
        char first = next();
        return ExpressionText.isLetter(first) || first == '_' ? in.word() : "";
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = ExpressionText.isLetter(c) || ExpressionText.isDigit(c) || c == '_';
            if (!word && words.signs().indexOf(c) < 0) {
                throw refused(
                        i,
                        text.substring(i, text.offsetByCodePoints(i, 1)),
                        words.characters() + (RAISED.indexOf(c) < 0 ? "" : "; powers are typed as in 3^2"));
            }
        }
    }

    /** The next character that is no blank. */
    public char next() {
        return in.next();
    }

    private int tightness(char operator) {
        return switch (operator) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            case '<', '>' -> words.compares() ? COMPARISON : 0;
            // One = alone is none of an expression's.
            case '=', '!' -> words.compares() && text.startsWith("=", in.at() + 1) ? COMPARISON : 0;
            default -> 0;
        };
    }

    /** Operands with operators between them that bind so tightly at least, from left to right. */
    private Expression climb(int least) {
        Expression left = signed();
        while (tightness(next()) >= least) {
            int tightness = tightness(next());
            char operator = tightness == COMPARISON ? comparison() : in.take();
            left = new Expression.Binary(operator, left, climb(tightness + 1));
            if (tightness == COMPARISON && tightness(next()) == COMPARISON) {
                throw refused(in.at(), text.substring(in.at(), in.at() + 1), "one comparison; brackets or where() join two");
            }
        }
        return left;
    }

    private char comparison() {
        char first = in.take();
        boolean equal = text.startsWith("=", in.at());
        if (equal) {
            in.pass();
        }
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
            in.pass();
            return new Expression.Sign(sign, signed());
        }
        return power();
    }

    private Expression power() {
        Expression base = operand();
        if (next() != '^') {
            return base;
        }
        in.pass();
        return new Expression.Binary('^', base, signed());
    }

    private Expression operand() {
        char c = next();
        if (ExpressionText.isDigit(c) || c == '.') {
            return number();
        }
        if (ExpressionText.isLetter(c) || c == '_') {
            return named();
        }
        if (c == '*' && in.at() > 0 && text.charAt(in.at() - 1) == '*') {
            throw refused(in.at(), "*", "^ for powers, as in 3^2");
        }
        if (c != '(') {
            throw refused(c == END ? text.length() : in.at(), c == END ? "" : String.valueOf(c), words.operand());
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
            throw refused(in.at(), "(", "brackets in brackets up to " + DEEPEST + " deep");
        }
        in.pass();
        return climb(COMPARISON);
    }

    private void close() {
        if (next() == END) {
            throw refused(text.length(), "", "')' for each '('");
        }
        if (next() != ')') {
            throw missingOperator();
        }
        in.pass();
        depth--;
    }

    private Expression named() {
        int start = in.at();
        String word = in.word();
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
                        : call ? "one of the functions " + words.functions() : words.instead(word));
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(opened());
        while (next() == ',') {
            if (arguments.size() == words.mostArguments(function)) {
                throw comma();
            }
            in.pass();
            arguments.add(climb(COMPARISON));
        }
        if (next() == ')' && arguments.size() < words.arguments(function)) {
            throw refused(in.at(), ")", "a comma and another argument of " + function);
        }
        close();
        return new Expression.Call(function, arguments);
    }

    private Expression number() {
        int start = in.at();
        String digits = in.digits();
        OptionalDouble value = Decimal.read(digits);
        if (value.isEmpty()) {
            throw refused(start, digits, ExpressionText.NUMBER);
        }
        int end = in.at();
        if (digits.equals("0") && (in.here() == 'x' || in.here() == 'X')) {
            String word = in.word();
            if (!words.isName(word)) {
                throw refused(start, digits + word, ExpressionText.NUMBER); // hexadecimal, to others
            }
            in.backTo(end);
        }
        return new Expression.Constant(value.getAsDouble());
    }

    private ExpressionException comma() {
        return refused(in.at(), ",", words.operator() + "; commas stand between the arguments of " + words.commas() + " only");
    }

    /** What stands here comes after an operand. */
    private ExpressionException missingOperator() {
        int start = in.at();
        char c = next();
        String came = ExpressionText.isDigit(c) ? in.digits() : ExpressionText.isLetter(c) || c == '_' ? in.word() : String.valueOf(c);
        return refused(start, came, words.operator() + ", as in " + words.products());
    }

    private static ExpressionException refused(int position, String came, String allowed) {
        return new ExpressionException(position, came, allowed);
    }
}
