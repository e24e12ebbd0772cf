package descentlab.objective;

import descentlab.notation.ExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type for f, in the spelling that {@link TypedObjective} reads: {@code 2*x1+x2^2} for {@code f(x, y) = 2x +
 * y²}. A text that is read already is left as it is, to mean what it did; so is one that is not understood, to be refused
 * there.
 *
 * <p>Understood are x and y for x1 and x2, capitals, subscripts and superscripts, signs of typeset formulas, bars, other
 * brackets, ** for ^, ln, a name in front of an equals sign, decimal commas outside of min and max, and products without
 * a sign where they have one reading: not after a quotient, as in 1/2x, nor after a power of anything but a number.
 */
public final class LooseExpression {

    private static final Pattern HEAD = Pattern.compile("^\\s*(?:f|z)\\s*(?:\\([^()=]*\\))?\\s*=(?!=)");
    private static final Pattern SUPERSCRIPTS = Pattern.compile("[⁰¹²³⁴-⁹]+");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("−", "-"), Map.entry("–", "-"), Map.entry("·", "*"), Map.entry("×", "*"), Map.entry("⋅", "*"),
            Map.entry("∙", "*"), Map.entry("÷", "/"), Map.entry("**", "^"), Map.entry("π", "pi"), Map.entry("√", "sqrt"),
            Map.entry("₁", "1"), Map.entry("₂", "2"), Map.entry("[", "("), Map.entry("]", ")"), Map.entry("{", "("),
            Map.entry("}", ")"), Map.entry("\u00a0", " "), Map.entry("\t", " "));
    private static final Map<String, String> NAMES = Map.of("x", "x1", "y", "x2", "ln", "log");
    private static final Set<String> MANY = Set.of("min", "max");
    private static final Pattern FACTORS = Pattern.compile("(x[12]|pi)+|([xy]|pi)+");
    private static final Pattern FACTOR = Pattern.compile("x[12]|pi|[xy]");
    private static final Pattern TOKEN = Pattern.compile(
            " *(?:(?<number>(?:\\d+(?:[.,]\\d+|\\.)?|\\.\\d+)(?:[eE][+-]?\\d+)?)|(?<word>[a-zA-Z_][a-zA-Z_0-9]*)|(?<sign>[-+*/^(),|]))");

    private final List<String> out = new ArrayList<>();
    /** For each bracket that is open, whether commas part arguments in it; a bar is an abs. */
    private final List<Character> open = new ArrayList<>();
    /** Whether what has just ended may not be followed by a factor without a sign. */
    private boolean closed;
    /** Whether an operand has just ended. */
    private boolean operand;
    /** The operator before the operand that is being read, by the depth of brackets. */
    private final List<Character> before = new ArrayList<>(List.of('+'));

    private LooseExpression() {}

    /** The text as {@link TypedObjective#parse} reads it, or as it came. */
    public static String strict(String typed) {
        if (typed.length() > TypedObjective.LONGEST || isRead(typed)) {
            return typed;
        }
        String understood = new LooseExpression().rewrite(plain(typed));
        return understood != null && isRead(understood) ? understood : typed;
    }

    private static boolean isRead(String text) {
        try {
            TypedObjective.read(text);
            return true;
        } catch (ExpressionException refused) {
            return false;
        }
    }

    private static String plain(String typed) {
        String plain = HEAD.matcher(typed).replaceFirst("");
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return SUPERSCRIPTS.matcher(plain).replaceAll(found -> "^(" + digits(found.group()) + ")");
    }

    private static String digits(String superscripts) {
        return superscripts
                .chars()
                .map(c -> switch (c) {
                    case '¹' -> '1';
                    case '²' -> '2';
                    case '³' -> '3';
                    default -> '0' + (c - '⁰');
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Null where it is not understood. */
    private String rewrite(String text) {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (text.substring(at).isBlank()) {
                break;
            }
            if (!token.find(at) || token.start() != at) {
                return null;
            }
            at = token.end();
            boolean understood = token.group("number") != null
                    ? number(token.group("number"))
                    : token.group("word") != null
                            ? word(token.group("word"), text.substring(at).strip().startsWith("("))
                            : sign(token.group("sign").charAt(0));
            if (!understood) {
                return null;
            }
        }
        return String.join("", out);
    }

    private boolean number(String digits) {
        if (operand) {
            return false;
        }
        int comma = digits.indexOf(',');
        if (comma >= 0 && !open.isEmpty() && open.getLast() == ',') {
            // In min and max a comma parts.
            return number(digits.substring(0, comma)) && sign(',') && number(digits.substring(comma + 1));
        }
        out.add(digits.replace(',', '.'));
        ended(true);
        return true;
    }

    private boolean word(String typed, boolean called) {
        String word = typed.toLowerCase(Locale.ROOT);
        String name = NAMES.getOrDefault(word, word);
        boolean function = ExpressionFunction.named(name) != null;
        if (function) {
            return called && factor(name);
        }
        if (ObjectiveVocabulary.NAMES.contains(name)) {
            return factor(name) && ended(false);
        }
        return FACTORS.matcher(word).matches()
                && FACTOR.matcher(word).results().allMatch(part ->
                        factor(NAMES.getOrDefault(part.group(), part.group())) && ended(false));
    }

    /** A name or a bracket that opens: a factor, if an operand has just ended. */
    private boolean factor(String text) {
        if (operand) {
            if (closed) {
                return false;
            }
            out.add("*");
            before.set(before.size() - 1, '*');
        }
        out.add(text);
        operand = false;
        return true;
    }

    /**
     * An operand has ended. Behind a / what follows without a sign may belong to the divisor or to the quotient, and
     * behind a ^ likewise, unless the exponent is plainly over.
     */
    private boolean ended(boolean over) {
        char operator = before.getLast();
        closed = operator == '/' || operator == '^' && !over;
        operand = true;
        return true;
    }

    private boolean sign(char sign) {
        return switch (sign) {
            case '(' -> opens('(', "(");
            case ')' -> closes(false);
            case '|' -> operand && open.contains('|') ? closes(true) : opens('|', "abs(");
            case ',' -> !open.isEmpty() && open.getLast() == ',' && operand && operator(',');
            default -> operator(sign);
        };
    }

    private boolean operator(char sign) {
        out.add(String.valueOf(sign));
        // A sign in front of an operand leaves what it belongs to: 1/-2x has two readings too.
        if (operand || sign != '-' && sign != '+') {
            // A quotient goes on behind a product of its divisor, and ends at a sum.
            before.set(before.size() - 1, sign == ',' ? '+' : sign);
        }
        operand = false;
        return true;
    }

    private boolean opens(char kind, String text) {
        String called = out.isEmpty() || operand ? "" : out.getLast();
        if (ExpressionFunction.named(called) != null) {
            out.add(text);
        } else if (!factor(text)) {
            return false;
        }
        open.add(MANY.contains(called) ? ',' : kind);
        before.add('+');
        operand = false;
        return true;
    }

    private boolean closes(boolean bar) {
        if (open.isEmpty() || (open.getLast() == '|') != bar || !operand) {
            return false;
        }
        open.removeLast();
        before.removeLast();
        out.add(")");
        return ended(true);
    }
}
