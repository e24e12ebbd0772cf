package descentlab.objective;

import descentlab.notation.Decimal;
import descentlab.notation.Expression;
import descentlab.notation.ExpressionWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the operation of a typed expression that has no finite value, or no finite slope, at a point: the innermost
 * one whose own operands have both.
 */
final class Undefined {

    private static final int SHOWN = 40;

    private final double x1;
    private final double x2;

    private Undefined(double x1, double x2) {
        this.x1 = x1;
        this.x2 = x2;
    }

    /** What is wrong at (x1, x2), in words that follow a colon; empty if nothing is. */
    static Optional<String> at(Expression tree, double x1, double x2) {
        Undefined search = new Undefined(x1, x2);
        Local whole = search.local(tree);
        return whole.finite() ? Optional.empty() : Optional.of(search.reason(tree, whole));
    }

    /** Value and gradient of a part. */
    private record Local(double f, double g1, double g2) {

        boolean defined() {
            return Double.isFinite(f);
        }

        boolean finite() {
            return Math.abs(f) + Math.abs(g1) + Math.abs(g2) <= Double.MAX_VALUE;
        }
    }

    private Local local(Expression part) {
        ExpressionGraph graph = new ExpressionGraph();
        int f = TypedObjective.build(graph, part);
        int g1 = graph.derivative(f, 0);
        int g2 = graph.derivative(f, 1);
        double[] g = new double[2];
        return new Local(new Program(graph.nodes(), f, g1, g2).at(x1, x2, g), g[0], g[1]);
    }

    private String reason(Expression part, Local local) {
        List<Expression> operands = part.operands();
        List<Local> locals = operands.stream().map(this::local).toList();
        // NaN comes of NaN where there is one: min(1/0, log(-1)) is undefined for its logarithm.
        int culprit = first(locals, operand -> Double.isNaN(local.f) && Double.isNaN(operand.f));
        culprit = culprit >= 0 ? culprit : first(locals, operand -> !local.defined() && !operand.defined());
        culprit = culprit >= 0 ? culprit : first(locals, operand -> !operand.finite());
        if (culprit >= 0) {
            return reason(operands.get(culprit), locals.get(culprit));
        }
        return local.defined() ? noSlope(part, locals) : noValue(part, locals);
    }

    private static int first(List<Local> locals, Predicate<Local> test) {
        for (int i = 0; i < locals.size(); i++) {
            if (test.test(locals.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String noValue(Expression part, List<Local> operands) {
        double a = operands.isEmpty() ? Double.NaN : operands.getFirst().f;
        double b = operands.isEmpty() ? Double.NaN : operands.getLast().f;
        return switch (word(part)) {
            case "log" -> a <= 0 ? "log needs a positive argument, but " + argument(part, a) : tooLarge(part);
            case "sqrt" -> a < 0 ? "sqrt needs an argument of at least 0, but " + argument(part, a) : tooLarge(part);
            case "asin", "acos" -> word(part) + " needs an argument from -1 to 1, but " + argument(part, a);
            case "/" -> b == 0 ? "nothing can be divided by 0, and " + shown(part) + " does" : tooLarge(part);
            case "^" -> a < 0 && b != Math.rint(b)
                    ? "a power of a negative number needs a whole exponent, but " + shown(part) + " is "
                            + Decimal.write(a) + " to the power " + Decimal.write(b)
                    : a == 0 && b < 0 ? "0 has no negative power, and " + shown(part) + " asks for one" : tooLarge(part);
            default -> tooLarge(part);
        };
    }

    private static String noSlope(Expression part, List<Local> operands) {
        double a = operands.isEmpty() ? Double.NaN : operands.getFirst().f;
        String none = shown(part) + " has no finite slope there: ";
        return switch (word(part)) {
            case "sqrt" -> none + "sqrt needs a positive argument for that, but " + argument(part, a);
            case "asin", "acos" -> none + word(part) + " needs an argument between -1 and 1 for that, but "
                    + argument(part, a);
            case "^" -> none + "its base must be positive for that, and is " + Decimal.write(a);
            default -> shown(part) + " is too steep there for a number";
        };
    }

    /** Which operation or function it is; empty for what has no operands. */
    private static String word(Expression part) {
        return switch (part) {
            case Expression.Binary binary -> String.valueOf(binary.operator());
            case Expression.Call call -> call.function();
            default -> "";
        };
    }

    private static String tooLarge(Expression part) {
        return shown(part) + " is too large for a number";
    }

    /** "x1 is -5", or "got -5" where the argument is that number itself. */
    private static String argument(Expression call, double value) {
        String written = Decimal.write(value);
        Expression argument = call.operands().getFirst();
        return ExpressionWriter.text(argument).equals(written) ? "got " + written : shown(argument) + " is " + written;
    }

    private static String shown(Expression part) {
        String text = ExpressionWriter.text(part);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
