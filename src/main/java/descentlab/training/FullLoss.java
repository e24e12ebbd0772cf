package descentlab.training;

import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The mean loss over all training examples, and what else is measured of a model of a table. Remembers no row. */
final class FullLoss implements Metrics {

    private final EmpiricalRisk risk;
    private final Measure measure;
    private boolean sound = true;

    FullLoss(EmpiricalRisk risk, Measure measure) {
        this.risk = risk;
        this.measure = measure;
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
    public void begin(long examples, boolean between) {}

    @Override
    public boolean goOn(Standing at, double[] row, BooleanSupplier over) {
        double loss = risk.loss(at.w());
        sound = Double.isFinite(loss);
        if (sound) {
            row[Training.LOSS] = loss;
            measure.take(at.w(), row, Training.COLUMNS.size());
        }
        return true;
    }

    @Override
    public boolean sound() {
        return sound;
    }

    @Override
    public double result(Trace rows) {
        return rows.last(Training.LOSS);
    }

    @Override
    public String kept() {
        return "loss";
    }

    @Override
    public Metrics beside() {
        return new FullLoss(risk, measure);
    }

    @Override
    public Metrics copy() {
        return beside();
    }
}
