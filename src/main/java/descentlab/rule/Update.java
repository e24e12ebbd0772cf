package descentlab.rule;

import java.util.Arrays;
import java.util.List;

/** A rule under way, in double precision: what it remembers, and its steps. Not thread-safe. */
public class Update {

    /** Where parameters begin among the numbers of a step. */
    static final int FIRST_PARAMETER = 3;

    final Rule rule;
    final int[] ends;
    /** What is remembered of each element; null for what is not. */
    final double[][] states;
    /** What is remembered of a tensor, or of all; null for what is not. */
    final double[][] shared;
    final double[][] sums;
    final double[] numbers;
    private Pass[] keeping;
    private Pass[] plain;

    /**
     * One that is about to take its first step.
     *
     * @param parameters their values in the order of the rule's
     * @param ends where each tensor ends among the elements; the last is how many there are
     */
    public Update(Rule rule, double[] parameters, int[] ends) {
        this.rule = rule;
        this.ends = ends.clone();
        RulePlan plan = rule.plan();
        numbers = new double[FIRST_PARAMETER + parameters.length];
        numbers[2] = length(Span.ELEMENT);
        System.arraycopy(parameters, 0, numbers, FIRST_PARAMETER, parameters.length);
        states = new double[plan.remembered().size()][];
        shared = new double[states.length][];
        for (int i = 0; i < states.length; i++) {
            Span span = plan.remembered().get(i).span();
            double[] values = new double[length(span)];
            Arrays.fill(values, start(plan.nodes(), plan.starts()[i], parameters));
            if (span == Span.ELEMENT) {
                states[i] = values;
            } else {
                shared[i] = values;
            }
        }
        sums = Arrays.stream(plan.sums())
                .mapToObj(sum -> new double[length(plan.spans().get(sum))])
                .toArray(double[][]::new);
    }

    private int length(Span span) {
        return switch (span) {
            case ONE -> 1;
            case TENSOR -> ends.length;
            case ELEMENT -> ends[ends.length - 1];
        };
    }

    private static double start(List<RuleGraph.Node> nodes, int number, double[] parameters) {
        RuleGraph.Node node = nodes.get(number);
        return switch (node.op()) {
            case CONSTANT -> node.value();
            case PARAMETER -> parameters[node.number()];
            default -> node.op().of(
                    start(nodes, node.a(), parameters),
                    node.op().operands > 1 ? start(nodes, node.b(), parameters) : 0,
                    0);
        };
    }

    /** What is remembered, by its number; live, an entry for each element or tensor, or one for all. */
    public double[] state(int number) {
        return states[number] == null ? shared[number] : states[number];
    }

    /**
     * Takes a step.
     *
     * @param lr the scheduled rate
     * @param t the number of the step, from 1
     * @param x replaced by the next point
     * @param g the gradient at x, left untouched
     * @param taken receives what was taken from each element, of which {@link #rates} makes rates; null if nobody asks for that,
     *     which spares much of a cheap update
     */
    public void step(double lr, long t, double[] x, double[] g, double[] taken) {
        Pass[] passes = taken == null ? plain() : keeping();
        begin(lr, t);
        if (passes.length == 1 && ends.length == 1) {
            // As on a surface mostly, where the loops below would be much of a cheap step.
            passes[0].run(x, g, states, shared, taken, sums, numbers, 0, ends[0], 0, true);
            return;
        }
        for (Pass pass : passes) {
            int from = 0;
            for (int tensor = 0; tensor < ends.length; tensor++) {
                pass.run(x, g, states, shared, taken, sums, numbers, from, ends[tensor], tensor, tensor == ends.length - 1);
                from = ends[tensor];
            }
        }
    }

    private Pass[] keeping() {
        if (keeping == null) {
            keeping = passes(true);
        }
        return keeping;
    }

    private Pass[] plain() {
        if (plain == null) {
            plain = passes(false);
        }
        return plain;
    }

    private Pass[] passes(boolean keeping) {
        return new CompiledRule(rule, keeping).passes().toArray(Pass[]::new);
    }

    /** What a step begins with, whatever it is computed in. */
    final void begin(double lr, long t) {
        numbers[0] = lr;
        numbers[1] = t;
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
    }

    /**
     * Makes rates of what was taken: it over the gradient, and NaN where that is 0. Apart from the step, since a quotient takes
     * longer than many a rule, and of most steps nobody asks.
     */
    public static void rates(double[] taken, double[] g) {
        for (int i = 0; i < taken.length; i++) {
            taken[i] = g[i] == 0 ? Double.NaN : taken[i] / g[i];
        }
    }
}
