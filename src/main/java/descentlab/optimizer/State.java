package descentlab.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an optimizer remembers between steps, for one run. Not thread-safe; a run owns its state.
 *
 * <p>A subclass implements {@link #step(double, double[], double[])} and writes into {@link #rate} the effective
 * learning rate of each coordinate: the factor by which the step multiplied the (averaged) gradient.
 */
public abstract class State {

    /** A named vector an optimizer keeps, such as the sum of squared gradients s. The array is live, not a copy. */
    public record Memory(String symbol, double[] values) {}

    private final double lr;
    private final Schedule schedule;
    private long t;

    /** Effective learning rates of the last step, length n. */
    protected final double[] rate;

    protected State(Optimizer optimizer, int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1, got " + dimension);
        }
        this.lr = optimizer.lr();
        this.schedule = optimizer.schedule();
        this.rate = new double[dimension];
    }

    /**
     * Takes one step, in place.
     *
     * @param x parameters, length n, replaced by the next point
     * @param g gradient at x, length n, left untouched; {@link #rates} of this step may ask what it was, so that it is to be
     *     changed after they are asked for, or if they are not
     */
    public final void step(double[] x, double[] g) {
        t++;
        step(schedule.rate(lr, t), x, g);
    }

    /**
     * Takes one step, in place, of whose {@link #rates} nobody will ask: they may be NaN. Otherwise like {@link #step}, bit for
     * bit, and where rates cost much of the step faster.
     */
    public final void stepUnrated(double[] x, double[] g) {
        t++;
        stepUnrated(schedule.rate(lr, t), x, g);
    }

    /** The update itself, without {@link #rate} where that spares something. */
    protected void stepUnrated(double lr, double[] x, double[] g) {
        step(lr, x, g);
    }

    /** The update itself; {@code lr} is the scheduled learning rate of this step. */
    protected abstract void step(double lr, double[] x, double[] g);

    /** Number of steps taken so far; during {@link #step} the number of the current one, from 1. */
    public final long t() {
        return t;
    }

    /** Effective learning rate of each coordinate in the last step; live, length n. */
    public final double[] rates() {
        settleRates();
        return rate;
    }

    /** Works out {@link #rate} of the last step, where that was put off until somebody asks. */
    protected void settleRates() {}

    /** What this optimizer remembers, by the symbols of its formula; empty for plain gradient descent. */
    public List<Memory> memories() {
        return List.of();
    }

    /** Numbers that it keeps beside them, such as powers of beta; live arrays. */
    public List<double[]> numbers() {
        return List.of();
    }

    /**
     * Goes on from where another state is, which stays as it is: with its clock and with what it remembers. What the
     * other does not have, since its settings make no use of it, stays as in a fresh state.
     *
     * @param other a state that an optimizer of the same kind started in the same dimension
     */
    public final void continueFrom(State other) {
        t = other.t;
        settleRates();
        copy(other.rates(), rate);
        for (Memory memory : memories()) {
            other.memories().stream()
                    .filter(theirs -> theirs.symbol().equals(memory.symbol()))
                    .forEach(theirs -> copy(theirs.values(), memory.values()));
        }
        for (int i = 0; i < numbers().size(); i++) {
            copy(other.numbers().get(i), numbers().get(i));
        }
        settle(other);
    }

    /**
     * Works out anew, at the end of {@link #continueFrom}, those of its {@link #numbers} that follow from the clock and
     * from settings which are not the other's.
     */
    protected void settle(State other) {}

    /** What a state was at some time, to come back to it again and again. */
    public final class Mark {

        private final long clock = t;
        private final double[][] live = Stream.of(
                        memories().stream().map(Memory::values), numbers().stream(), Stream.of(rates()))
                .flatMap(each -> each)
                .toArray(double[][]::new);
        private final double[][] kept = Arrays.stream(live).map(double[]::clone).toArray(double[][]::new);

        private Mark() {}

        /** Makes the state what it was. */
        public void back() {
            settleRates();
            t = clock;
            for (int i = 0; i < live.length; i++) {
                copy(kept[i], live[i]);
            }
        }
    }

    /** What it is now. */
    public final Mark mark() {
        return new Mark();
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** Why the last step could not be taken, if the formula has none there; x is then not finite. */
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Why the next step cannot be taken from there, if something in it is no number; asked of what has not taken it yet, when it
     * was seen to fail.
     *
     * @param x where it is to begin
     * @param g the gradient there
     */
    public Optional<String> obstacle(double[] x, double[] g) {
        return Optional.empty();
    }

    /** A quotient, 0 where the divisor is: without eps, a coordinate that never had a gradient would have 0 / 0. */
    protected static double over(double dividend, double divisor) {
        return divisor == 0 ? 0 : dividend / divisor;
    }

    /** Marks every coordinate as having had the same rate. */
    protected final void uniformRate(double lr) {
        Arrays.fill(rate, lr);
    }
}
