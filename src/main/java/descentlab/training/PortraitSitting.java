package descentlab.training;

import descentlab.curvature.Lanczos;
import descentlab.curvature.ScaledProducts;
import descentlab.curvature.SpectralDensity;
import descentlab.model.HessianProduct;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.random.SeededRandom;
import descentlab.training.CurvaturePortrait.Preconditioner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Works out a {@link CurvaturePortrait}, piece by piece. */
final class PortraitSitting {

    /** Multiply-adds of a product, at most about. */
    private static final long MOST_WORK = 1_000_000_000;

    /** Up to so many parameters the diagonal is the Hessian's own, by as many products. */
    private static final int SMALL = 5000;

    private static final int PERMUTATIONS = 3;
    private static final int PROBES = 2;
    private static final double FLOOR = 1e-3;

    /** The many eigenvalues that are nearly 0 are told as a few, on either side of it. */
    private static final double NEAR_ZERO = 1e-4;
    private static final double NANOS = 1e9;

    /** A view under way: its scales, null for none, and what its iterations have found. */
    private static final class Sketch {

        private final Preconditioner by;
        private final double[] scale;
        private final SpectralDensity density = new SpectralDensity();
        private Lanczos longest;

        private Sketch(Preconditioner by, double[] scale) {
            this.by = by;
            this.scale = scale;
        }
    }

    private final Network network;
    private final LossCurvature curvature;
    private final double[] rates;
    private final long seed;
    private final boolean small;
    private final double[] diagonal;
    private final Queue<Sketch> left = new ArrayDeque<>();
    private final List<CurvaturePortrait.View> views = new ArrayList<>();
    private final double[] unit;
    private final double[] product;
    private int measured;
    private boolean multiplies;
    private boolean sketched;
    private int probe;
    private Lanczos lanczos;
    private long nanos;

    /** @param rates effective learning rates of the last step */
    PortraitSitting(Network network, HessianProduct hessian, double[] w, double[] rates, long seed) {
        this.network = network;
        this.curvature = new LossCurvature(hessian);
        this.rates = rates.clone();
        this.seed = seed;
        this.small = w.length <= SMALL;
        this.diagonal = new double[w.length];
        this.unit = new double[w.length];
        this.product = new double[w.length];
        curvature.at(w, 0);
    }

    /** Pictures to look at. */
    static int sample(Network network) {
        return (int) Math.max(1, Math.min(CurvaturePortrait.MOST_SAMPLE, MOST_WORK / network.productWork()));
    }

    /** Goes on, for a part at least; true once the portrait is done. */
    boolean goOn(BooleanSupplier over) {
        long start = System.nanoTime();
        do {
            if (measured < (small ? diagonal.length : curvature.hessian().partsOfDiagonal())) {
                measure(over);
            } else if (!sketched) {
                sketch();
            } else if (!left.isEmpty()) {
                draw(left.peek(), over);
            }
        } while ((!sketched || !left.isEmpty()) && !over.getAsBoolean());
        nanos += System.nanoTime() - start;
        return sketched && left.isEmpty();
    }

    /** An entry of the Hessian's diagonal, or a part of the Gauss-Newton matrix's. */
    private void measure(BooleanSupplier over) {
        if (!small) {
            curvature.hessian().addGaussNewtonDiagonal(measured++, diagonal);
            return;
        }
        if (!multiplies) {
            unit[measured] = 1;
            curvature.begin(unit);
            multiplies = true;
        }
        if (curvature.goOn(over)) {
            curvature.end(product);
            unit[measured] = 0;
            diagonal[measured] = product[measured];
            measured++;
            multiplies = false;
        }
    }

    private void sketch() {
        sketched = true;
        left.add(new Sketch(Preconditioner.NONE, null));
        if (DiagonalFit.ownRates(rates)) {
            left.add(new Sketch(Preconditioner.OWN, roots(rates)));
            Random random = SeededRandom.PROBES.generator(seed);
            for (int i = 0; i < PERMUTATIONS; i++) {
                left.add(new Sketch(Preconditioner.PERMUTED, roots(permuted(random))));
            }
        }
        double floor = FLOOR * Arrays.stream(diagonal).map(Math::abs).average().orElseThrow();
        left.add(new Sketch(
                Preconditioner.DIAGONAL,
                Arrays.stream(diagonal).map(h -> 1 / Math.sqrt(Math.max(Math.abs(h), floor))).toArray()));
    }

    private static double[] roots(double[] rates) {
        return Arrays.stream(rates).map(Math::sqrt).toArray();
    }

    private double[] permuted(Random random) {
        double[] permuted = rates.clone();
        for (Parameter parameter : network.parameters()) {
            for (int i = parameter.end() - 1; i > parameter.offset(); i--) {
                int j = parameter.offset() + random.nextInt(i - parameter.offset() + 1);
                double swapped = permuted[i];
                permuted[i] = permuted[j];
                permuted[j] = swapped;
            }
        }
        return permuted;
    }

    private void draw(Sketch sketch, BooleanSupplier over) {
        if (lanczos == null) {
            // The same starts for every view, so that they differ by the matrix alone.
            Random random = SeededRandom.PROBES.generator(seed + 1 + probe);
            double[] start = new double[diagonal.length];
            Arrays.setAll(start, i -> random.nextGaussian());
            int steps = probe == 0 ? small ? 260 : 50 : small ? 50 : 30;
            lanczos = new Lanczos(
                    sketch.scale == null ? curvature : new ScaledProducts(curvature, sketch.scale), start, steps, 0);
        }
        if (!lanczos.goOn(over)) {
            return;
        }
        if (!lanczos.broken()) {
            sketch.density.add(lanczos);
            sketch.longest = sketch.longest == null ? lanczos : sketch.longest;
        }
        lanczos = null;
        probe++;
        if (probe == PROBES) {
            probe = 0;
            left.remove();
            if (sketch.longest != null) {
                views.add(view(sketch));
            }
        }
    }

    private CurvaturePortrait.View view(Sketch sketch) {
        double top = sketch.longest.value(0);
        double[] places = DensityPlaces.of(sketch.density, top);
        return new CurvaturePortrait.View(
                sketch.by,
                over(sketch.longest, 10),
                over(sketch.longest, 20),
                over(sketch.longest, 100),
                top / sketch.density.mean(Math::abs),
                sketch.density.negatives(NEAR_ZERO),
                DiagonalFit.spread(diagonal, sketch.scale),
                places,
                Arrays.stream(places)
                        .map(place -> top * sketch.density.at(place * top, DensityPlaces.DEVIATION * top))
                        .toArray());
    }

    /** Largest eigenvalue over the k-th; NaN where that one is not found to a hundredth. */
    private static double over(Lanczos found, int k) {
        boolean there = found.steps() >= k
                && found.value(k - 1) > 0
                && found.residual(k - 1) < 0.01 * found.value(k - 1);
        return there ? found.value(0) / found.value(k - 1) : Double.NaN;
    }

    /** The portrait that is done. */
    CurvaturePortrait portrait() {
        DiagonalFit fit = DiagonalFit.of(diagonal, rates);
        return new CurvaturePortrait(
                curvature.hessian().sample(),
                diagonal.length,
                small,
                small ? 0 : curvature.hessian().draws(),
                nanos / NANOS,
                views,
                fit.slope(),
                fit.correlation(),
                fit.points());
    }
}
