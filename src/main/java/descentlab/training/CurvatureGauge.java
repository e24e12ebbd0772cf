package descentlab.training;

import descentlab.curvature.Lanczos;
import descentlab.curvature.Products;
import descentlab.curvature.ScaledProducts;
import descentlab.model.HessianProduct;
import descentlab.model.Network;
import descentlab.optimizer.Optimizer;
import descentlab.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Looks at the curvature of a network's loss from time to time: the three largest eigenvalues of the Hessian over a fixed
 * sample, and how near the optimizer's steps are to growing, by {@link Lanczos} from what the last look found.
 *
 * <p>A look is due every {@value #STEPS} steps, as long as all looks together, that one included, take no more than a quarter
 * of the work of the training so far, in multiply-adds; or as often as was asked, whatever it takes. Work is counted and not timed, so that
 * the same seed gives the same numbers on any machine; the seconds are told beside.
 */
final class CurvatureGauge {

    /** Eigenvalues; rate times curvature over what it must stay below; seconds of all looks so far. */
    static final List<String> COLUMNS = List.of("lambda1", "lambda2", "lambda3", "edge", "lookSeconds");

    private static final int FOLLOWED = 3;
    private static final int STEPS = 50;

    /** Products of the first look, where they were asked for, and of any other. */
    private static final int COLD = 24;

    private static final int WARM = 8;
    private static final double TOLERANCE = 0.01;
    private static final double MOST_SHARE = 0.25;

    /** Times that a multiply-add of a product takes as long as one of training, as was measured, what else a look does included. */
    private static final double PRICE = 1.5;
    private static final double NANOS = 1e9;

    private final LossCurvature curvature;
    private final CurvatureWatch watch;
    private final long lookWork;
    private final long pictureWork;
    private final long seed;
    private final double[][] found;
    private final double[] numbers = new double[COLUMNS.size()];
    private long steps;
    private long pictures;
    private long nextLook;
    private long spent;
    private long nanos;
    private Optional<StabilityFactor> factor = Optional.empty();
    private long clock;

    /** The iteration under way: of the Hessian, or of what the optimizer makes of it; null between looks. */
    private Lanczos lanczos;

    private boolean scaled;

    CurvatureGauge(Network network, HessianProduct hessian, CurvatureWatch watch, long seed) {
        this.curvature = new LossCurvature(hessian);
        this.watch = watch;
        this.lookWork = Math.round(PRICE * network.productWork() * hessian.sample());
        this.pictureWork = network.gradientWork();
        this.seed = seed;
        this.found = new double[2][];
        this.nextLook = watch.every() > 0 ? 1 : STEPS;
    }

    /** One that goes on from here; what one does is nothing to the other. */
    private CurvatureGauge(CurvatureGauge other, HessianProduct hessian, Network network) {
        this(network, hessian, other.watch, other.seed);
        System.arraycopy(other.found, 0, found, 0, found.length);
        steps = other.steps;
        pictures = other.pictures;
        nextLook = other.nextLook;
        spent = other.spent;
        nanos = other.nanos;
        factor = other.factor;
        clock = other.clock;
    }

    CurvatureGauge copy(HessianProduct hessian, Network network) {
        return new CurvatureGauge(this, hessian, network);
    }

    /** Whether a look is under way. */
    boolean underWay() {
        return lanczos != null;
    }

    /** Counts a step on so many pictures. */
    void stepped(int batch) {
        steps++;
        pictures += batch;
    }

    /** Hears who takes the steps now, and how many that one has taken. */
    void follows(Optimizer optimizer, long t) {
        factor = StabilityFactor.of(optimizer);
        clock = t;
    }

    /** Whether a look is due. */
    boolean due() {
        if (steps < nextLook) {
            return false;
        }
        return watch.every() > 0
                || spent + WARM * lookWork * iterations() <= MOST_SHARE * pictures * pictureWork;
    }

    private int iterations() {
        return factor.map(StabilityFactor::uniform).orElse(true) ? 1 : 2;
    }

    /** Goes on with a look, for a part at least; true once it is done. */
    boolean look(double[] w, double[] rates, BooleanSupplier over) {
        long start = System.nanoTime();
        if (lanczos == null) {
            begin(curvature, w, 0);
        }
        boolean done = lanczos.goOn(over) && next(w, rates);
        nanos += System.nanoTime() - start;
        return done;
    }

    private void begin(Products products, double[] w, double shift) {
        curvature.at(w, shift);
        double[] before = found[scaled ? 1 : 0];
        boolean cold = before == null;
        lanczos = new Lanczos(
                products, cold ? gaussian(w.length) : before, cold && watch.every() > 0 ? COLD : WARM, TOLERANCE);
    }

    private double[] gaussian(int length) {
        Random random = SeededRandom.PROBES.generator(seed);
        double[] start = new double[length];
        Arrays.setAll(start, i -> random.nextGaussian());
        return start;
    }

    /** Takes what was found; true if nothing is left to look at. */
    private boolean next(double[] w, double[] rates) {
        spent += lanczos.steps() * lookWork;
        remember();
        if (!scaled) {
            for (int i = 0; i < FOLLOWED; i++) {
                numbers[i] = i < lanczos.steps() ? lanczos.value(i) : Double.NaN;
            }
            numbers[FOLLOWED] = factor.filter(StabilityFactor::uniform)
                    .map(found -> (numbers[0] + found.weightDecay()) * rates[0] / found.factor())
                    .orElse(Double.NaN);
            if (iterations() == 2) {
                scaled = true;
                begin(new ScaledProducts(curvature, roots(rates)), w, factor.orElseThrow().weightDecay());
                return false;
            }
        } else {
            numbers[FOLLOWED] = lanczos.value(0) / factor.orElseThrow().factor();
        }
        scaled = false;
        lanczos = null;
        int every = watch.every() > 0 ? watch.every() : STEPS;
        nextLook = (steps / every + 1) * every;
        return true;
    }

    /** Keeps the directions that were found, as one, to begin with the next time. */
    private void remember() {
        if (lanczos.broken()) {
            found[scaled ? 1 : 0] = null;
            return;
        }
        double[] sum = lanczos.vector(0);
        for (int k = 1; k < Math.min(FOLLOWED, lanczos.steps()); k++) {
            double[] vector = lanczos.vector(k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        found[scaled ? 1 : 0] = sum;
    }

    private double[] roots(double[] rates) {
        double correction = factor.orElseThrow().correction(clock);
        double[] roots = new double[rates.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(rates[i] * correction);
        }
        return roots;
    }

    /** Writes what the look has found. */
    void write(double[] row, int at) {
        numbers[FOLLOWED + 1] = nanos / NANOS;
        System.arraycopy(numbers, 0, row, at, numbers.length);
    }
}
