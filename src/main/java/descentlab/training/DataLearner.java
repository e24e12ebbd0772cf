package descentlab.training;

import descentlab.model.DataFit;
import descentlab.model.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A model of somebody's own data, which may be large: a batch is gone through in pieces, and so are, for a row, all examples
 * that train and then all that test. The loss at a row is the mean over those that train, with the penalty.
 */
final class DataLearner implements Learner {

    /** Mean loss over the examples that test, without the penalty. */
    private static final String TEST = "test";

    /** Share of the examples that test which are told right. */
    private static final String ACCURACY = "accuracy";

    private final DataFit fit;
    private final DataFit.Pass pass;
    private final int piece;
    private final double[] sum;
    private double[] w;
    private int[] rows;
    private int next;
    private int to;
    private double loss;
    private boolean sound = true;

    /** Where the row under way is: examples that train, then those that test. */
    private int measured;

    private double trained;
    private double tested;
    private int right;

    DataLearner(DataFit fit) {
        this.fit = fit;
        this.pass = fit.pass();
        this.piece = fit.piece();
        this.sum = new double[(int) fit.parameters()];
    }

    @Override
    public int examples() {
        return fit.data().training().length;
    }

    @Override
    public String unit() {
        return "examples";
    }

    @Override
    public int[] ends() {
        return fit.layout().stream().mapToInt(Parameter::end).toArray();
    }

    @Override
    public double[] start(TrainingPlan plan) {
        double[] start = new double[sum.length];
        if (plan.initial() == InitialParameters.OWN) {
            fit.initialize(start, InitialParameters.random(plan.seed()));
        } else {
            // A bias at the end stays 0; here there may be as many as outputs, and none of them is drawn.
            Random random = InitialParameters.random(plan.seed());
            for (Parameter weight : fit.layout()) {
                if (!weight.vector()) {
                    double[] drawn = new double[weight.count() + 1];
                    plan.initial().fill(drawn, random);
                    System.arraycopy(drawn, 0, start, weight.offset(), weight.count());
                }
            }
        }
        return start;
    }

    @Override
    public int betweenLooks() {
        return piece;
    }

    @Override
    public void begin(double[] parameters, int[] order, int first, int end) {
        w = parameters;
        if (rows == null || rows.length < end - first) {
            rows = new int[end - first];
        }
        for (int i = first; i < end; i++) {
            rows[i - first] = fit.data().training()[order[i]];
        }
        next = 0;
        to = end - first;
        loss = 0;
        Arrays.fill(sum, 0);
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        do {
            int stop = Math.min(next + piece, to);
            loss = pass.addGradient(w, rows, next, stop, sum, loss);
            next = stop;
        } while (next < to && !over.getAsBoolean());
        return next == to;
    }

    @Override
    public double end(double[] gradient) {
        for (int i = 0; i < sum.length; i++) {
            gradient[i] = sum[i] / to;
        }
        return loss / to + fit.addPenalty(w, gradient);
    }

    @Override
    public List<String> columns() {
        return fit.data().test().length == 0
                ? List.of()
                : fit.loss().ofClasses() ? List.of(TEST, ACCURACY) : List.of(TEST);
    }

    @Override
    public boolean everyEpoch() {
        return false;
    }

    @Override
    public void beginRow(long seen, boolean between) {
        measured = 0;
        trained = 0;
        tested = 0;
        right = 0;
    }

    @Override
    public boolean measure(double[] at, double[] gradient, double[] rates, double[] row, BooleanSupplier over) {
        int[] training = fit.data().training();
        int[] test = fit.data().test();
        int all = training.length + test.length;
        do {
            if (measured < training.length) {
                int stop = Math.min(measured + piece, training.length);
                trained = pass.addLoss(at, training, measured, stop, trained);
                measured = stop;
            } else if (measured < all) {
                int begin = measured - training.length;
                int stop = Math.min(begin + piece, test.length);
                tested = pass.addLoss(at, test, begin, stop, tested);
                right += fit.loss().ofClasses() ? pass.right(at, test, begin, stop) : 0;
                measured = training.length + stop;
            }
        } while (measured < all && !over.getAsBoolean());
        if (measured < all) {
            return false;
        }
        double mean = trained / training.length + fit.addPenalty(at, null);
        sound = Double.isFinite(mean);
        if (sound) {
            int column = Training.COLUMNS.size();
            row[Training.LOSS] = mean;
            if (test.length > 0) {
                row[column] = tested / test.length;
                if (fit.loss().ofClasses()) {
                    row[column + 1] = (double) right / test.length;
                }
            }
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
        return fit.named(parameters);
    }

    @Override
    public Learner beside() {
        return new DataLearner(fit);
    }

    /** A row under way is gone on with. */
    @Override
    public Learner copy() {
        DataLearner copy = new DataLearner(fit);
        copy.measured = measured;
        copy.trained = trained;
        copy.tested = tested;
        copy.right = right;
        copy.sound = sound;
        return copy;
    }
}
