package descentlab.objective;

import java.util.Arrays;
import java.util.List;

/**
 * Results of an expression graph, run operation by operation on registers, one for each node. Slower than compiled
 * code, but of any length.
 */
final class Program implements Evaluation {

    private final ExpressionGraph.Node[] nodes;
    private final int[] results;

    /** @param results the nodes wanted, in order */
    Program(List<ExpressionGraph.Node> nodes, int... results) {
        this.nodes = nodes.subList(0, Arrays.stream(results).max().orElseThrow() + 1)
                .toArray(ExpressionGraph.Node[]::new);
        this.results = results.clone();
    }

    @Override
    public double at(double x1, double x2, double[] others) {
        double[] r = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            ExpressionGraph.Node node = nodes[i];
            r[i] = switch (node.operation()) {
                case CONSTANT -> node.value();
                case X1 -> x1;
                case X2 -> x2;
                default -> node.operation().of(r[node.a()], r[node.b()], r[node.c()], r[node.d()]);
            };
        }
        for (int i = 1; i < results.length; i++) {
            others[i - 1] = r[results[i]];
        }
        return r[results[0]];
    }
}
