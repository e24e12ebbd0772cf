package descentlab.python;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionParser;
import descentlab.rule.Rule;
import descentlab.rule.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody's own update rule as lines of a function of the step t, the point x and the gradient g there. */
final class WrittenRule {

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private static final Set<String> SUMS = Set.of("sum", "mean", "norm", "allsum", "allmean", "allnorm");

    /** Words that would be something else in Python, or are something else in a script. */
    private static final Set<String> TAKEN = Set.of(
            "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
            "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
            "raise", "return", "try", "while", "with", "yield", "None", "True", "False",
            "np", "math", "torch", "jax", "jnp", "keras", "ops", "step", "rule", "min");

    /**
     * Code.
     *
     * @param tightness how tightly its last operation binds
     * @param array whether it is an array for certain, and no plain number of Python's
     * @param element whether it has a value for each element
     */
    private record Term(String code, int tightness, boolean array, boolean element) {

        String within(int least) {
            return tightness < least ? "(" + code + ")" : code;
        }
    }

    private final Rule rule;
    private final String lr;
    private final boolean numpy;
    private final Map<String, Term> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** @param lr what stands for the rate of this step */
    WrittenRule(Rule rule, String lr, Dialect dialect) {
        this.rule = rule;
        this.lr = lr;
        this.numpy = dialect == Dialect.NUMPY;
        names.put("x", new Term("x", ATOM, true, true));
        names.put("g", new Term("g", ATOM, true, true));
        // Before its first assignment it may still be the number that it started as.
        rule.remembered().forEach(each ->
                names.put(each.name(), new Term(named(each.name()), ATOM, false, each.span() == Span.ELEMENT)));
        for (Rule.Assignment each : rule.assignments()) {
            Term value = of(each.value());
            String name = named(each.name());
            lines.add(name + " = " + value.code());
            names.put(each.name(), new Term(name, ATOM, value.array(), value.element()));
        }
        lines.add(names.get("x").element() ? "return x" : "return x + 0 * g");
    }

    /** Whether a rule has anything of a tensor as a whole. */
    static boolean sums(Rule rule) {
        return rule.assignments().stream().anyMatch(each -> sums(each.value()));
    }

    private static boolean sums(Expression value) {
        return value instanceof Expression.Call(String function, List<Expression> parts) && SUMS.contains(function)
                || value.operands().stream().anyMatch(WrittenRule::sums);
    }

    List<String> lines() {
        return lines;
    }

    /** The keys of its settings, and what each is called. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        rule.parameters().forEach(each -> parameters.put(each.name(), named(each.name())));
        return parameters;
    }

    /** What is remembered, and from what on. */
    Map<String, String> memory() {
        Map<String, String> memory = new LinkedHashMap<>();
        rule.remembered().forEach(each -> memory.put(named(each.name()), "0"));
        rule.starts().forEach(each -> memory.replace(named(each.name()), of(each.value()).code()));
        return memory;
    }

    private static String named(String name) {
        return TAKEN.contains(name) ? name + "_" : name;
    }

    private Term of(Expression value) {
        return switch (value) {
            case Expression.Constant(double number) -> new Term(Literal.number(number), ATOM, false, false);
            case Expression.Name(String word) -> switch (word) {
                case "lr" -> new Term(lr, ATOM, false, false);
                case "pi", "e" -> new Term("math." + word, ATOM, false, false);
                default -> names.getOrDefault(word, new Term(named(word), ATOM, false, false));
            };
            case Expression.Sign(char sign, Expression operand) -> {
                Term term = of(operand);
                yield sign == '+' ? term : new Term("-" + term.within(SIGN), SIGN, term.array(), term.element());
            }
            case Expression.Binary(char operator, Expression left, Expression right) -> switch (operator) {
                case '+', '-' -> infix(of(left), " " + operator + " ", of(right), SUM);
                case '*' -> infix(of(left), " * ", of(right), PRODUCT);
                case '/' -> quotient(of(left), of(right), right);
                case '^' -> power(of(left), right);
                default -> selected(comparison(operator, of(left), of(right)), number("1.0"), number("0.0"));
            };
            case Expression.Call(String function, List<Expression> operands) -> call(function, operands);
        };
    }

    private static Term number(String code) {
        return new Term(code, ATOM, false, false);
    }

    private static Term infix(Term left, String operator, Term right, int tightness) {
        // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
        return new Term(left.within(tightness) + operator + right.within(tightness + 1), tightness,
                left.array() || right.array(), left.element() || right.element());
    }

    /** Two numbers of Python's are no numbers where the lower is 0, but an error. */
    private Term quotient(Term left, Term right, Expression below) {
        boolean safe = left.array() || right.array() || below instanceof Expression.Constant;
        return infix(safe ? left : array(left), " / ", right, PRODUCT);
    }

    private Term power(Term base, Expression exponent) {
        if (exponent instanceof Expression.Constant(double value) && value == 0.5) {
            return function("sqrt", base);
        }
        Term power = of(exponent);
        boolean whole = exponent instanceof Expression.Constant(double value) && value == Math.rint(value)
                || exponent instanceof Expression.Name(String word) && word.equals("t");
        // A number of Python's to a power that is not whole may become a complex one.
        Term of = whole || base.array() || power.array() ? base : array(base);
        boolean simple = of.code().matches("\\w+") && power.code().matches("-?\\w+");
        return new Term(of.within(ATOM) + (simple ? "**" : " ** ") + power.within(SIGN), POWER,
                of.array() || power.array(), of.element() || power.element());
    }

    private static Term comparison(char operator, Term left, Term right) {
        String written = switch (operator) {
            case ExpressionParser.AT_MOST -> " <= ";
            case ExpressionParser.AT_LEAST -> " >= ";
            case ExpressionParser.EQUAL -> " == ";
            case ExpressionParser.UNEQUAL -> " != ";
            default -> " " + operator + " ";
        };
        return infix(left, written, right, 0);
    }

    private Term selected(Term condition, Term then, Term otherwise) {
        if (!condition.array() && !condition.element()) {
            return new Term("(" + then.code() + " if " + condition.code() + " else " + otherwise.code() + ")", ATOM,
                    then.array() && otherwise.array(), then.element() || otherwise.element());
        }
        Term asked = condition.array() || numpy ? condition : array(condition);
        return new Term("np.where(" + asked.code() + ", " + then.code() + ", " + otherwise.code() + ")", ATOM, true, true);
    }

    private Term call(String function, List<Expression> operands) {
        List<Term> terms = operands.stream().map(this::of).toList();
        Term first = terms.getFirst();
        return switch (function) {
            case "first" -> selected(new Term("t == 1", 0, false, false), first, terms.get(1));
            case "where" -> selected(condition(operands.getFirst()), terms.get(1), terms.get(2));
            case "min", "max" -> terms.stream().reduce((one, other) -> function(function + "imum", one, other)).orElseThrow();
            case "sum", "allsum" -> reduced("sum", first);
            case "mean", "allmean" -> reduced("mean", first);
            case "norm", "allnorm" -> {
                Term sum = reduced("sum", new Term(first.within(ATOM) + " ** 2", POWER, first.array(), first.element()));
                yield new Term("np.sqrt(" + sum.code() + ")", ATOM, true, false);
            }
            default -> function(function, first);
        };
    }

    private Term condition(Expression asked) {
        return asked instanceof Expression.Binary(char operator, Expression left, Expression right)
                        && "+-*/^".indexOf(operator) < 0
                ? comparison(operator, of(left), of(right))
                : infix(of(asked), " != ", number("0"), 0);
    }

    private static Term reduced(String function, Term of) {
        boolean whole = of.array() && of.element();
        return new Term("np." + function + "(" + of.code() + (whole ? ")" : " + 0 * x)"), ATOM, true, false);
    }

    private Term function(String function, Term... of) {
        String arguments = List.of(of).stream()
                .map(each -> each.array() || numpy ? each : array(each))
                .map(Term::code)
                .collect(Collectors.joining(", "));
        return new Term("np." + function + "(" + arguments + ")", ATOM, true, List.of(of).stream().anyMatch(Term::element));
    }

    private static Term array(Term of) {
        return new Term("np.asarray(" + of.code() + ")", ATOM, true, of.element());
    }
}
