package descentlab.landscape;

import descentlab.model.PlaneLoss;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Mean losses at some points and their standard errors, a batch of points after the other. */
final class MeanLosses implements Work {

    /** Begins with some of the points. */
    interface Batch {
        void begin(int from, int to);
    }

    private final PlaneLoss loss;
    private final Batch batch;
    private final int count;
    private final double[] sums;
    private final double[] squares;
    private Runnable whenDone = () -> {};
    private int done;
    private int end;

    /**
     * Losses of points.
     *
     * @param batch begins with some of them, at most {@link PlaneLoss#mostPoints}
     */
    MeanLosses(PlaneLoss loss, int count, Batch batch) {
        this.loss = loss;
        this.batch = batch;
        this.count = count;
        this.sums = new double[count];
        this.squares = new double[count];
    }

    /** The same, with something to do once all are known. */
    MeanLosses whenDone(Runnable what) {
        whenDone = what;
        return this;
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        while (done < count) {
            if (end == done) {
                end = Math.min(count, done + loss.mostPoints());
                batch.begin(done, end);
            }
            if (loss.goOn(over)) {
                loss.end(sums, squares, done);
                done = end;
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        if (done == count) {
            whenDone.run();
        }
        return done == count;
    }

    /** The share of the points that are done. */
    double share() {
        return count == 0 ? 1 : (double) done / count;
    }

    double[] sums() {
        return sums;
    }

    double[] squares() {
        return squares;
    }

    /** Means over so many pictures. */
    double[] means(int pictures) {
        return Arrays.stream(sums).map(sum -> sum / pictures).toArray();
    }

    /**
     * Standard error of the mean over n of N pictures as an estimate of that over all: s / sqrt(n) sqrt(1 - n/N), s^2 the variance
     * among the n, so that nothing is left where all are seen.
     */
    static double error(double sum, double squared, int n, int all) {
        if (n >= all) {
            return 0;
        }
        double variance = n > 1 ? Math.max(0, squared - sum * sum / n) / (n - 1) : Double.NaN;
        return Math.sqrt(variance / n * (1 - (double) n / all));
    }
}
