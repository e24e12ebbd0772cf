package descentlab.rule;

import descentlab.notation.Decimal;
import descentlab.notation.ExpressionWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A step in double precision worked out part by part, without compiled code, of a few elements that are one tensor: to be shown,
 * or to say what of it is no number. Its values are those of the compiled code to the last bit.
 */
public final class RuleStep {

    private static final int LONGEST_SHOWN = 60;

    private final Rule rule;
    private final RulePlan plan;
    /** Of each node, in each element. */
    private final double[][] values;

    /**
     * @param parameters their values in the order of the rule's
     * @param remembered what was remembered before the step, by its number; an entry for each element, or one
     * @param lr the scheduled rate
     * @param t the number of the step, from 1
     * @param x where it begins
     * @param g the gradient there
     */
    public RuleStep(
            Rule rule, double[] parameters, List<double[]> remembered, double lr, long t, double[] x, double[] g) {
        this.rule = rule;
        this.plan = rule.plan();
        int n = x.length;
        values = new double[plan.nodes().size()][];
        for (int i = 0; i < values.length; i++) {
            RuleGraph.Node node = plan.nodes().get(i);
            values[i] = switch (node.op()) {
                case CONSTANT -> all(n, node.value());
                case LR -> all(n, lr);
                case T -> all(n, t);
                case PARAMETER -> all(n, parameters[node.number()]);
                case COUNT, ALL_COUNT -> all(n, n);
                case X -> x.clone();
                case G -> g.clone();
                case STATE -> {
                    double[] state = remembered.get(node.number());
                    yield state.length == n ? state.clone() : all(n, state[0]);
                }
                case SUM, ALL_SUM -> all(n, sum(values[node.a()]));
                default -> computed(node, n);
            };
        }
    }

    private static double[] all(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    private static double sum(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    private double[] computed(RuleGraph.Node node, int n) {
        double[] computed = new double[n];
        for (int i = 0; i < n; i++) {
            computed[i] = node.op().of(values[node.a()][i], values[node.b()][i], values[node.c()][i]);
        }
        return computed;
    }

    /** An assignment with the value that it had in each element. */
    public record Assigned(String name, String nameTex, String valueTex, boolean remembered, double[] values) {}

    /** The assignments, in their order. */
    public List<Assigned> assigned() {
        return IntStream.range(0, rule.assignments().size())
                .mapToObj(i -> {
                    Rule.Assignment assignment = rule.assignments().get(i);
                    return new Assigned(
                            assignment.name(),
                            RuleTex.name(assignment.name()),
                            RuleTex.of(assignment.value()),
                            plan.remembered().stream().anyMatch(each -> each.name().equals(assignment.name())),
                            values[plan.assigned()[i]].clone());
                })
                .toList();
    }

    /**
     * What there is no number for, of what x was to become: a division by zero, or a root, logarithm or power that no real
     * number is. A sentence without its full stop; empty if there is none such.
     */
    public Optional<String> obstacle() {
        double[] next = values[plan.x()];
        for (int i = 0; i < next.length; i++) {
            if (!Double.isFinite(next[i])) {
                return said(cause(new Place(plan.x(), i)));
            }
        }
        return Optional.empty();
    }

    /** A node's value in an element. */
    private record Place(int node, int element) {}

    /** Where a value came to be none, though what it was computed from was finite. */
    private Place cause(Place place) {
        RuleGraph.Node made = plan.nodes().get(place.node());
        for (int k = 0; k < made.op().operands; k++) {
            boolean selected = made.op() != Op.WHERE
                    || k == 0
                    || k == (values[made.a()][place.element()] != 0 ? 1 : 2);
            double[] operand = values[made.operand(k)];
            for (int j = 0; j < operand.length && selected; j++) {
                if ((j == place.element() || made.op().isSum()) && !Double.isFinite(operand[j])) {
                    return cause(new Place(made.operand(k), j));
                }
            }
        }
        return place;
    }

    private Optional<String> said(Place cause) {
        int i = cause.element();
        RuleGraph.Node node = plan.nodes().get(cause.node());
        double a = values[node.a()][i];
        double b = values[node.b()][i];
        boolean known = switch (node.op()) {
            case DIVIDE -> b == 0;
            case SQRT -> a < 0;
            case LOG -> a <= 0;
            case POWER -> Double.isNaN(values[cause.node()][i]) || a == 0;
            default -> false;
        };
        if (!known) {
            return Optional.empty();
        }
        String of = switch (node.op()) {
            case DIVIDE -> (a == 0 ? "divides 0 by 0" : "divides by zero") + (isConstant(node.b())
                    ? ""
                    : ": " + written(node.b()) + " is 0 there");
            case SQRT -> "takes the root of a negative number: " + written(node.a()) + " is " + shown(a) + " there";
            case LOG -> "takes the logarithm of what has none: " + written(node.a()) + " is " + shown(a) + " there";
            default -> "raises " + shown(a) + " to the power of " + shown(b) + ", which is no real number";
        };
        return Optional.of((values[cause.node()].length > 1 ? "For x" + (i + 1) + " the rule " : "The rule ") + of);
    }

    private boolean isConstant(int node) {
        return plan.nodes().get(node).op() == Op.CONSTANT;
    }

    private static String shown(double value) {
        return Decimal.write(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    private String written(int node) {
        String text = ExpressionWriter.text(new NodeExpressions(rule).of(node));
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
