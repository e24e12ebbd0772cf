package descentlab.training;

import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A model of a table. A batch is done at once; the loss at a row is the mean over all examples, beside which a measure may be
 * taken.
 */
final class TableLearner implements Learner {

    private final EmpiricalRisk risk;
    private final Measure measure;
    private double[] w;
    private int[] rows;
    private int from;
    private int to;
    private boolean sound = true;

    TableLearner(EmpiricalRisk risk, Measure measure) {
        this.risk = risk;
        this.measure = measure;
    }

    @Override
    public int examples() {
        return risk.examples();
    }

    @Override
    public String unit() {
        return "examples";
    }

    /** Weights and a bias. */
    @Override
    public int[] ends() {
        return new int[] {risk.parameters() - 1, risk.parameters()};
    }

    @Override
    public double[] start(TrainingPlan plan) {
        double[] start = new double[risk.parameters()];
        plan.initial().fill(start, InitialParameters.random(plan.seed()));
        return start;
    }

    @Override
    public int betweenLooks() {
        return 250;
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
    public List<String> columns() {
        return measure.names();
    }

    @Override
    public boolean everyEpoch() {
        return false;
    }

    @Override
    public void beginRow(long seen, boolean between) {}

    @Override
    public boolean measure(double[] at, double[] gradient, double[] rates, double[] row, BooleanSupplier over) {
        double loss = risk.loss(at);
        sound = Double.isFinite(loss);
        if (sound) {
            row[Training.LOSS] = loss;
            measure.take(at, row, Training.COLUMNS.size());
        }
        return true;
    }

    @Override
    public boolean sound() {
        return sound;
    }

    @Override
    public String kept() {
        return "loss";
    }

    @Override
    public double result(Trace trace) {
        return trace.last(Training.LOSS);
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
    public Learner beside() {
        return new TableLearner(risk, measure);
    }
}
