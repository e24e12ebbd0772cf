package descentlab.python;

import static descentlab.python.RulePart.ATOM;
import static descentlab.python.RulePart.POWER;
import static descentlab.python.RulePart.PRODUCT;
import static descentlab.python.RulePart.SIGN;
import static descentlab.python.RulePart.SUM;

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
import java.util.stream.Stream;

/** Somebody's own update rule as lines of a function of the step t, the point x and the gradient g there. */
final class WrittenRule {

    private static final Set<String> OVER_ALL = Set.of("allsum", "allmean", "allnorm");

    /** Words that would be something else in Python, or are something else in a script. */
    private static final Set<String> TAKEN = Set.of(
            "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
            "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
            "raise", "return", "try", "while", "with", "yield", "None", "True", "False",
            "np", "math", "torch", "jax", "jnp", "keras", "ops", "step", "rule", "min",
            "map", "per_tensor", "whole_power", "single", "double");

    private final Rule rule;
    private final String lr;
    private final Dialect dialect;
    private final Stepped stepped;
    /** Null in double precision. */
    private final SingleCode single;
    private final Map<String, RulePart> names = new HashMap<>();
    private final Map<String, Double> constants = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * A rule.
     *
     * @param lr what stands for the rate of this step
     * @param single whether it computes in single precision what it steps in double
     */
    WrittenRule(Rule rule, String lr, Dialect dialect, Stepped stepped, boolean single) {
        this.rule = rule;
        this.lr = lr;
        this.dialect = dialect;
        this.stepped = stepped;
        this.single = single ? new SingleCode(dialect) : null;
        names.put("x", new RulePart("x", ATOM, true, true, false, Span.ELEMENT));
        names.put("g", new RulePart("g", ATOM, true, true, false, Span.ELEMENT));
        // Before its first assignment it may still be the number that it started as.
        rule.remembered().forEach(each ->
                names.put(each.name(), new RulePart(named(each.name()), ATOM, false, false, false, each.span())));
        if (single) {
            String narrowed = Stream.concat(
                            Stream.of("x", "g"),
                            rule.remembered().stream().filter(each -> each.span() == Span.ELEMENT).map(each -> named(each.name())))
                    .collect(Collectors.joining(", "));
            lines.add(narrowed + " = map(single, (" + narrowed + "))");
        }
        rule.assignments().forEach(this::assign);
        String next = names.get("x").whole() ? "x" : "x + 0 * g";
        lines.add("return " + (single ? "double(" + next + ")" : next));
    }

    private void assign(Rule.Assignment each) {
        RulePart value = of(each.value());
        String name = named(each.name());
        lines.add(name + " = " + value.code());
        constants.put(each.name(), known(each.value()));
        names.put(each.name(), value.as(name));
    }

    /** Whether a rule has anything that is of all tensors. */
    static boolean isOverAll(Rule rule) {
        return rule.assignments().stream().anyMatch(each -> isOverAll(each.value()));
    }

    private static boolean isOverAll(Expression value) {
        return value instanceof Expression.Call(String function, List<Expression> parts) && OVER_ALL.contains(function)
                || value.operands().stream().anyMatch(WrittenRule::isOverAll);
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

    private RulePart of(Expression value) {
        return switch (value) {
            case Expression.Constant(double number) -> RulePart.number(Literal.number(number));
            case Expression.Name(String word) -> switch (word) {
                case "lr" -> RulePart.number(lr);
                case "pi", "e" -> RulePart.number("math." + word);
                default -> names.getOrDefault(word, RulePart.number(named(word)));
            };
            case Expression.Sign(char sign, Expression operand) -> {
                RulePart term = of(operand);
                yield sign == '+' ? term : RulePart.of("-" + term.within(SIGN), SIGN, term);
            }
            case Expression.Binary(char operator, Expression left, Expression right) -> switch (operator) {
                case '+', '-' -> infix(of(left), " " + operator + " ", of(right), SUM);
                case '*' -> infix(of(left), " * ", of(right), PRODUCT);
                case '/' -> quotient(of(left), of(right), right);
                case '^' -> power(of(left), right);
                default -> selected(comparison(operator, of(left), of(right)), RulePart.number("1.0"), RulePart.number("0.0"));
            };
            case Expression.Call(String function, List<Expression> operands) -> call(function, operands);
        };
    }

    /** What is a number before any step, as the lab works it out; NaN for everything else. */
    private double known(Expression value) {
        return switch (value) {
            case Expression.Constant(double number) -> number;
            case Expression.Name(String word) -> constants.getOrDefault(word, Double.NaN);
            case Expression.Sign(char sign, Expression operand) -> sign == '-' ? -known(operand) : known(operand);
            case Expression.Binary(char operator, Expression left, Expression right) -> switch (operator) {
                case '+' -> known(left) + known(right);
                case '-' -> known(left) - known(right);
                case '*' -> known(left) * known(right);
                case '/' -> known(left) / known(right);
                default -> Double.NaN;
            };
            case Expression.Call call -> Double.NaN;
        };
    }

    /** Whether a part is one of elements that are computed in single precision. */
    private boolean narrow(RulePart... parts) {
        return single != null && Stream.of(parts).anyMatch(RulePart::ofElements);
    }

    private RulePart infix(RulePart left, String operator, RulePart right, int tightness) {
        boolean narrow = narrow(left, right);
        RulePart first = narrow ? single.operand(left) : left;
        RulePart second = narrow ? single.operand(right) : right;
        // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
        return RulePart.of(first.within(tightness) + operator + second.within(tightness + 1), tightness, first, second);
    }

    /** Two numbers of Python's are no numbers where the lower is 0, but an error. */
    private RulePart quotient(RulePart left, RulePart right, Expression below) {
        if (narrow(left, right)) {
            return infix(single.dividend(left), " / ", right, PRODUCT);
        }
        boolean safe = left.array() || right.array() || below instanceof Expression.Constant;
        return infix(safe ? left : array(left), " / ", right, PRODUCT);
    }

    private RulePart power(RulePart base, Expression exponent) {
        if (exponent instanceof Expression.Constant(double value) && value == 0.5) {
            return function("sqrt", base);
        }
        RulePart power = of(exponent);
        if (narrow(base, power)) {
            return narrowPower(base, power, known(exponent));
        }
        boolean whole = exponent instanceof Expression.Constant(double value) && value == Math.rint(value)
                || exponent instanceof Expression.Name(String word) && word.equals("t");
        // A number of Python's to a power that is not whole may become a complex one.
        return raised(whole || base.array() || power.array() ? base : array(base), power);
    }

    private static RulePart raised(RulePart base, RulePart power) {
        boolean simple = base.code().matches("\\w+") && power.code().matches("-?\\w+");
        return RulePart.of(base.within(ATOM) + (simple ? "**" : " ** ") + power.within(SIGN), POWER, base, power);
    }

    /** As in the lab products if the exponent is a small whole number. */
    private RulePart narrowPower(RulePart base, RulePart power, double exponent) {
        if (exponent == 0.5) {
            return function("sqrt", base);
        }
        if (!base.ofElements() || exponent != Math.rint(exponent) || Math.abs(exponent) > SingleCode.MULTIPLIED_OUT) {
            return single.once(raised(single.widened(base), single.widened(power)));
        }
        RulePart product = single.product(base, (int) Math.abs(exponent));
        return exponent < 0 ? quotient(RulePart.number("1"), product, null) : product;
    }

    private RulePart comparison(char operator, RulePart left, RulePart right) {
        String written = switch (operator) {
            case ExpressionParser.AT_MOST -> " <= ";
            case ExpressionParser.AT_LEAST -> " >= ";
            case ExpressionParser.EQUAL -> " == ";
            case ExpressionParser.UNEQUAL -> " != ";
            default -> " " + operator + " ";
        };
        return infix(left, written, right, 0);
    }

    private RulePart selected(RulePart condition, RulePart then, RulePart otherwise) {
        boolean narrow = narrow(condition, then, otherwise);
        if (!condition.array() && !hasMany(condition)) {
            RulePart one = narrow ? single.rounded(then) : then;
            RulePart other = narrow ? single.rounded(otherwise) : otherwise;
            String code = "(" + one.code() + " if " + condition.code() + " else " + other.code() + ")";
            RulePart either = RulePart.of(code, ATOM, one, other);
            return new RulePart(code, ATOM, one.array() && other.array(), one.whole() && other.whole(), either.plain(), either.span());
        }
        RulePart asked = condition.array() || dialect == Dialect.NUMPY ? condition : array(condition);
        RulePart where = RulePart.of("", ATOM, asked, then, otherwise)
                .asArray("np.where(" + asked.code() + ", " + then.code() + ", " + otherwise.code() + ")");
        return narrow && !(then.ofElements() && otherwise.ofElements()) ? single.once(where) : where;
    }

    /** Whether it has a value for each element in a script. */
    private boolean hasMany(RulePart of) {
        return of.ofElements() || of.span() == Span.TENSOR && stepped.several();
    }

    private RulePart call(String function, List<Expression> operands) {
        List<RulePart> terms = operands.stream().map(this::of).toList();
        RulePart first = terms.getFirst();
        return switch (function) {
            case "first" -> selected(RulePart.number("t == 1"), first, terms.get(1));
            case "where" -> selected(condition(operands.getFirst()), terms.get(1), terms.get(2));
            case "min", "max" -> terms.stream().reduce((one, other) -> function(function + "imum", one, other)).orElseThrow();
            case "sum", "mean" -> reduced(function, first, Span.TENSOR);
            case "allsum", "allmean" -> reduced(function.substring(3), first, Span.ONE);
            case "norm", "allnorm" -> {
                RulePart square = RulePart.of(first.within(ATOM) + " ** 2", POWER, first);
                RulePart sum = reduced("sum", square, function.equals("norm") ? Span.TENSOR : Span.ONE);
                yield sum.as("np.sqrt(" + sum.code() + ")");
            }
            default -> function(function, first);
        };
    }

    private RulePart condition(Expression asked) {
        return asked instanceof Expression.Binary(char operator, Expression left, Expression right)
                        && "+-*/^".indexOf(operator) < 0
                ? comparison(operator, of(left), of(right))
                : infix(of(asked), " != ", RulePart.number("0"), 0);
    }

    /** Over all elements, of which each has the value if there is but one; or over those of each tensor, for each of its elements. */
    private RulePart reduced(String function, RulePart of, Span over) {
        String element = names.get("x").whole() ? "x" : "g";
        RulePart added = of;
        if (single != null) {
            // Sums are in double precision.
            added = of.ofElements() ? of.as("double(" + of.code() + ")") : of;
            element = "double(" + element + ")";
        }
        String each = added.code() + (of.whole() ? "" : " + 0 * " + element);
        boolean several = over == Span.TENSOR && stepped.several();
        String code = several ? "per_tensor(np." + function + ", " + each + ")" : "np." + function + "(" + each + ")";
        return new RulePart(code, ATOM, true, several, false, over);
    }

    private RulePart function(String function, RulePart... of) {
        if (narrow(of)) {
            return single.function(function, of);
        }
        String arguments = Stream.of(of)
                .map(each -> each.array() || dialect == Dialect.NUMPY ? each : array(each))
                .map(RulePart::code)
                .collect(Collectors.joining(", "));
        return RulePart.of("", ATOM, of).asArray("np." + function + "(" + arguments + ")");
    }

    private static RulePart array(RulePart of) {
        return of.asArray("np.asarray(" + of.code() + ")");
    }
}
