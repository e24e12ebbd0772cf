package descentlab.rule;

import java.util.Arrays;
import java.util.List;

/** A rule under way in double precision: what it remembers, and its steps. Not thread-safe. */
public final class Update {

    /** Where parameters begin among the numbers of a step. */
    static final int FIRST_PARAMETER = 3;

    private final Rule rule;
    private final int[] ends;
    private final double[][] states;
    private final double[][] shared;
    private final double[][] sums;
    private final double[] numbers;
    private Pass[] passes;

    /**
     * One that is about to take its first step.
     *
     * @param parameters their values in the order of the rule's
     * @param ends where each tensor ends among the elements; the last is how many there are
     */
    public Update(Rule rule, double[] parameters, int[] ends) {
        this.rule = rule;
        this.ends = ends.clone();
        this.numbers = numbers(parameters, ends);
        this.shared = shared(rule, parameters, ends);
        this.states = new double[shared.length][];
        for (int i = 0; i < states.length; i++) {
            if (shared[i] == null) {
                states[i] = new double[ends[ends.length - 1]];
                Arrays.fill(states[i], start(rule, i, parameters));
            }
        }
        this.sums = sums(rule, ends);
    }

    static double[] numbers(double[] parameters, int[] ends) {
        double[] numbers = new double[FIRST_PARAMETER + parameters.length];
        numbers[2] = ends[ends.length - 1];
        System.arraycopy(parameters, 0, numbers, FIRST_PARAMETER, parameters.length);
        return numbers;
    }

    /** What is remembered that is not of elements, as it is at first; null for what is. */
    static double[][] shared(Rule rule, double[] parameters, int[] ends) {
        double[][] shared = new double[rule.remembered().size()][];
        for (int i = 0; i < shared.length; i++) {
            Span span = rule.remembered().get(i).span();
            if (span != Span.ELEMENT) {
                shared[i] = new double[length(span, ends)];
                Arrays.fill(shared[i], start(rule, i, parameters));
            }
        }
        return shared;
    }

    static double[][] sums(Rule rule, int[] ends) {
        return Arrays.stream(rule.plan().sums())
                .mapToObj(sum -> new double[length(rule.plan().spans().get(sum), ends)])
                .toArray(double[][]::new);
    }

    static int length(Span span, int[] ends) {
        return switch (span) {
            case ONE -> 1;
            case TENSOR -> ends.length;
            case ELEMENT -> ends[ends.length - 1];
        };
    }

    static double start(Rule rule, int state, double[] parameters) {
        return start(rule.plan().nodes(), rule.plan().starts()[state], parameters);
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
     * @param rates receives for each element what was taken from it over its gradient; NaN where that is 0
     */
    public void step(double lr, long t, double[] x, double[] g, double[] rates) {
        if (passes == null) {
            passes = CompiledRule.of(rule).passes().toArray(Pass[]::new);
        }
        numbers[0] = lr;
        numbers[1] = t;
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (Pass pass : passes) {
            int from = 0;
            for (int tensor = 0; tensor < ends.length; tensor++) {
                pass.run(
                        x, g, states, shared, rates, sums, numbers, from, ends[tensor], tensor, tensor == ends.length - 1);
                from = ends[tensor];
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (g[i] == 0) {
                rates[i] = Double.NaN;
            }
        }
    }
}
