package descentlab.objective;

import java.util.List;

/** An evaluation compiled when it is first asked for: an expression is often parsed only to be checked. */
final class CompiledWhenAsked implements Evaluation {

    private final List<ExpressionGraph.Node> nodes;
    private final int[] results;
    private volatile Evaluation compiled;

    /** @param nodes a graph that does not change any more */
    CompiledWhenAsked(List<ExpressionGraph.Node> nodes, int... results) {
        this.nodes = nodes;
        this.results = results;
    }

    @Override
    public double at(double x1, double x2, double[] others) {
        Evaluation known = compiled;
        if (known == null) {
            // Two threads may both compile; their code is the same.
            known = ExpressionCompiler.compile(nodes, results);
            compiled = known;
        }
        return known.at(x1, x2, others);
    }
}
