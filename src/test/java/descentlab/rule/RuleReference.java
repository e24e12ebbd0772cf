package descentlab.rule;

import descentlab.notation.Expression;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule's meaning, spelt out: assignment by assignment over whole arrays, without a graph, passes or compiled code. What has
 * one value is an array in which all entries are equal.
 */
final class RuleReference {

    private final Rule rule;
    private final Map<String, Double> parameters = new HashMap<>();
    private final int[] ends;
    private final int n;
    private final Map<String, double[]> remembered = new HashMap<>();
    private Map<String, double[]> now;
    private double[] gradient;
    private double lr;
    private long t;

    RuleReference(Rule rule, double[] values, int... ends) {
        this.rule = rule;
        this.ends = ends;
        this.n = ends[ends.length - 1];
        for (int i = 0; i < values.length; i++) {
            parameters.put(rule.parameters().get(i).name(), values[i]);
        }
        now = Map.of();
        for (Rule.Remembered each : rule.remembered()) {
            double[] start = rule.starts().stream()
                    .filter(one -> one.name().equals(each.name()))
                    .map(one -> value(one.value()))
                    .findAny()
                    .orElseGet(() -> new double[n]);
            remembered.put(each.name(), start);
        }
    }

    double[] state(String name) {
        return remembered.get(name);
    }

    double[] step(double rate, long step, double[] x, double[] g) {
        lr = rate;
        t = step;
        gradient = g;
        now = new HashMap<>(remembered);
        now.put("x", x);
        for (Rule.Assignment assignment : rule.assignments()) {
            now.put(assignment.name(), value(assignment.value()));
        }
        remembered.replaceAll((name, before) -> now.get(name));
        return now.get("x");
    }

    private double[] all(double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    private double[] value(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> all(value);
            case Expression.Name(String name) -> switch (name) {
                case "g" -> gradient;
                case "lr" -> all(lr);
                case "t" -> all(t);
                case "pi" -> all(Math.PI);
                case "e" -> all(Math.E);
                default -> now.containsKey(name) ? now.get(name) : all(parameters.get(name));
            };
            case Expression.Sign(char sign, Expression operand) ->
                each(value(operand), new double[n], (a, b) -> sign == '-' ? -a : a);
            case Expression.Binary(char operator, Expression left, Expression right) ->
                each(value(left), value(right), (a, b) -> binary(operator, a, b, right));
            case Expression.Call(String function, List<Expression> operands) ->
                call(function, operands.stream().map(this::value).toList());
        };
    }

    private interface Two {
        double of(double a, double b);
    }

    private double[] each(double[] a, double[] b, Two of) {
        double[] result = new double[n];
        Arrays.setAll(result, i -> of.of(a[i], b[i]));
        return result;
    }

    private static double binary(char operator, double a, double b, Expression right) {
        return switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> a / b;
            case '<' -> a < b ? 1 : 0;
            case '>' -> a > b ? 1 : 0;
            case '≤' -> a <= b ? 1 : 0;
            case '≥' -> a >= b ? 1 : 0;
            case '=' -> a == b ? 1 : 0;
            case '≠' -> a != b ? 1 : 0;
            default -> right instanceof Expression.Constant && b == 2 ? a * a
                    : right instanceof Expression.Constant && b == 3 ? a * (a * a)
                    : right instanceof Expression.Constant && b == 0.5 ? Math.sqrt(a)
                    : StrictMath.pow(a, b);
        };
    }

    private double[] call(String function, List<double[]> of) {
        double[] a = of.getFirst();
        double[] b = of.getLast();
        return switch (function) {
            case "sqrt" -> each(a, a, (v, w) -> Math.sqrt(v));
            case "abs" -> each(a, a, (v, w) -> Math.abs(v));
            case "sign" -> each(a, a, (v, w) -> v > 0 ? 1 : v < 0 ? -1 : v == 0 ? 0 : v);
            case "exp" -> each(a, a, (v, w) -> StrictMath.exp(v));
            case "log" -> each(a, a, (v, w) -> StrictMath.log(v));
            case "sin" -> each(a, a, (v, w) -> StrictMath.sin(v));
            case "cos" -> each(a, a, (v, w) -> StrictMath.cos(v));
            case "tanh" -> each(a, a, (v, w) -> StrictMath.tanh(v));
            case "min" -> of.stream().reduce((p, q) -> each(p, q, Math::min)).orElseThrow();
            case "max" -> of.stream().reduce((p, q) -> each(p, q, Math::max)).orElseThrow();
            case "first" -> t == 1 ? a : b;
            case "where" -> {
                double[] result = new double[n];
                Arrays.setAll(result, i -> a[i] != 0 ? of.get(1)[i] : b[i]);
                yield result;
            }
            case "sum" -> sums(a, ends, 1, false);
            case "mean" -> sums(a, ends, 0, false);
            case "norm" -> sums(each(a, a, (v, w) -> v * w), ends, 1, true);
            case "allsum" -> sums(a, new int[] {n}, 1, false);
            case "allmean" -> sums(a, new int[] {n}, 0, false);
            case "allnorm" -> sums(each(a, a, (v, w) -> v * w), new int[] {n}, 1, true);
            default -> throw new AssertionError(function);
        };
    }

    private double[] sums(double[] a, int[] parts, int whole, boolean root) {
        double[] result = new double[n];
        int from = 0;
        for (int to : parts) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += a[i];
            }
            sum = whole == 1 ? sum : sum / (to - from);
            Arrays.fill(result, from, to, root ? Math.sqrt(sum) : sum);
            from = to;
        }
        return result;
    }
}
