package descentlab.training;

import descentlab.model.EmpiricalRisk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A model of a table: a batch is done at once. */
final class TableBatches implements Batches {

    private static final int EXAMPLES_BETWEEN_LOOKS = 250;

    private final EmpiricalRisk risk;
    private double[] w;
    private int[] rows;
    private int from;
    private int to;

    TableBatches(EmpiricalRisk risk) {
        this.risk = risk;
    }

    @Override
    public int examples() {
        return risk.examples();
    }

    @Override
    public double[] start(TrainingPlan plan) {
        double[] start = new double[risk.parameters()];
        plan.initial().fill(start, InitialParameters.random(plan.seed()));
        return start;
    }

    @Override
    public int betweenLooks() {
        return EXAMPLES_BETWEEN_LOOKS;
    }

    @Override
    public void begin(double[] parameters, int[] order, int first, int end) {
        w = parameters;
        rows = order;
        from = first;
        to = end;
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        return true;
    }

    @Override
    public double end(double[] gradient) {
        return risk.lossAndGradient(w, rows, from, to, gradient);
    }

    @Override
    public Map<String, double[]> named(double[] parameters) {
        int bias = parameters.length - 1;
        Map<String, double[]> named = new LinkedHashMap<>();
        named.put("weight", Arrays.copyOf(parameters, bias));
        named.put("bias", Arrays.copyOfRange(parameters, bias, parameters.length));
        return named;
    }

    @Override
    public Batches beside() {
        return new TableBatches(risk);
    }

    @Override
    public String unit() {
        return "examples";
    }
}
