package descentlab.model;

import descentlab.dataset.Table;

/** A tabular model on a table. */
record TabularProblem(TabularModel model, Table table) implements EmpiricalRisk {

    @Override
    public int examples() {
        return table.examples();
    }

    @Override
    public int parameters() {
        return model.parameters(table.width());
    }

    @Override
    public double lossAndGradient(double[] w, int[] rows, int from, int to, double[] gradient) {
        return model.lossAndGradient(w, table, rows, from, to, gradient);
    }

    @Override
    public double loss(double[] w) {
        return model.loss(w, table);
    }
}
