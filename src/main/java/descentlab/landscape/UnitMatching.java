package descentlab.landscape;

import descentlab.linalg.LinearAssignment;
import descentlab.model.Parameter;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Puts a network's hidden units in the order in which its weights fit another's best, by their product: layer by layer, by a linear
 * assignment with the others as they are, until no layer changes any more (weight matching, Ainsworth, Hayase and Srinivasa, arXiv
 * 2209.04836, algorithm 1, with the layers in their order). That finds an order that no single layer can better, not always the best.
 */
final class UnitMatching implements Work {

    private static final int MOST_SWEEPS = 20;

    private final List<HiddenUnits> layers;
    private final double[] like;
    private final double[] w;
    private int layer;
    private int sweep;
    private boolean changed;
    private double[][] costs;
    private int row;
    private LinearAssignment assignment;

    /**
     * A matching that is about to begin.
     *
     * @param like the other network's parameters
     * @param w the network's; they are reordered
     */
    UnitMatching(List<Parameter> parameters, double[] like, double[] w) {
        this.layers = HiddenUnits.of(parameters);
        this.like = like;
        this.w = w;
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        while (layer < layers.size()) {
            advance(layers.get(layer), over);
            if (over.getAsBoolean()) {
                break;
            }
        }
        return layer >= layers.size();
    }

    private void advance(HiddenUnits units, BooleanSupplier over) {
        if (costs == null) {
            costs = new double[units.count()][units.count()];
            row = 0;
        }
        if (row < costs.length) {
            for (int j = 0; j < costs.length; j++) {
                costs[row][j] = -units.likeness(like, row, w, j);
            }
            row++;
            return;
        }
        assignment = assignment == null ? new LinearAssignment(costs) : assignment;
        if (assignment.goOn(over)) {
            take(units, assignment.columns());
            assignment = null;
            costs = null;
        }
    }

    /** Takes an order if it is better; of those that are as good it keeps the one it has. */
    private void take(HiddenUnits units, int[] order) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < order.length; i++) {
            before -= costs[i][i];
            after -= costs[i][order[i]];
        }
        if (after > before + 1e-12 * Math.abs(before)) {
            units.reorder(w, order);
            changed = true;
        }
        layer++;
        if (layer == layers.size() && changed && ++sweep < MOST_SWEEPS) {
            layer = 0;
            changed = false;
        }
    }
}
