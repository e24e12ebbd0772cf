package descentlab.objective;

import java.util.List;

/**
 * An evaluation that is compiled once it was asked for some times: an expression is often parsed only to be checked, and a
 * typed number is asked for once. Both ways give the same bits.
 */
final class CompiledWhenWorthIt implements Evaluation {

    /** Compiling takes as long as some hundreds of evaluations step by step. */
    private static final int EVALUATIONS = 100;

    private final List<ExpressionGraph.Node> nodes;
    private final int[] results;
    private volatile Evaluation best;

    /** Threads may miss each other's counts, which only puts compiling off. */
    private int asked;

    /** @param nodes a graph that does not change any more */
    CompiledWhenWorthIt(List<ExpressionGraph.Node> nodes, int... results) {
        this.nodes = nodes;
        this.results = results;
    }

    @Override
    public double at(double x1, double x2, double[] others) {
        Evaluation known = best;
        if (known == null) {
            known = new Program(nodes, results);
            best = known;
        } else if (asked < EVALUATIONS && ++asked == EVALUATIONS) {
            // Two threads may both compile; their code is the same.
            known = ExpressionCompiler.compile(nodes, results);
            best = known;
        }
        return known.at(x1, x2, others);
    }
}
