package descentlab.classroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Intervals that numbers are counted in, from low to high: each holds its least number, the last one its greatest too. Where
 * sizes range widely they are decades to both sides of zero, and the first and last may be open, so that a single absurd
 * answer squeezes no others together; else they are equally wide, with round edges.
 */
record NumberBins(double[] edges) {

    private static final int MOST = 8;
    private static final int CLOSED = MOST - 2;

    /** Of the largest to the smallest size; from there on bins are decades. */
    private static final double WIDE = 50;

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double ROUNDING = 1e-9;

    /**
     * Bins for some numbers.
     *
     * @param inside a number that must lie in no open bin, if there is one
     */
    static NumberBins of(List<Double> numbers, Optional<Double> inside) {
        double[] all = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (all.length == 0) {
            return new NumberBins(new double[0]);
        }
        double[] sizes = Arrays.stream(all).map(Math::abs).filter(size -> size > 0).sorted().toArray();
        if (sizes.length > 0 && sizes[sizes.length - 1] / sizes[0] > WIDE) {
            return decades(all, sizes, inside);
        }
        return even(all[0], all[all.length - 1]);
    }

    private static NumberBins even(double least, double most) {
        if (least == most) {
            return new NumberBins(new double[] {least, most});
        }
        double width = roundUp((most - least) / (MOST - 1));
        double from = Math.floor(least / width + ROUNDING);
        int bins = (int) Math.max(1, Math.ceil(most / width - ROUNDING) - from);
        return new NumberBins(IntStream.rangeClosed(0, bins).mapToDouble(i -> rounded((from + i) * width, width)).toArray());
    }

    /** The next round number: one, two or five times a power of ten. */
    private static double roundUp(double width) {
        double power = power((int) Math.floor(Math.log10(width)));
        return Arrays.stream(ROUND).map(round -> round * power).filter(round -> round >= width * (1 - ROUNDING)).findFirst().orElse(10 * power);
    }

    /** A multiple of a round width without what binary fractions add to it. */
    private static double rounded(double edge, double width) {
        double power = power((int) Math.floor(Math.log10(width)));
        return power >= 1 ? Math.rint(edge / power) * power : Math.rint(edge / power) / Math.rint(1 / power);
    }

    /** A power of ten, rightly rounded. */
    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    private static NumberBins decades(double[] all, double[] sizes, Optional<Double> inside) {
        int low = (int) Math.floor(Math.log10(sizes[0]));
        int high = (int) Math.floor(Math.log10(sizes[sizes.length - 1])) + 1;
        List<Double> edges = new ArrayList<>();
        if (all[0] < 0) {
            IntStream.rangeClosed(-high, -low).mapToObj(power -> -power(-power)).forEach(edges::add);
        }
        if (all[0] == 0 || all[0] < 0 && all[all.length - 1] == 0) {
            edges.add(0.0);
        }
        if (all[all.length - 1] > 0) {
            IntStream.rangeClosed(low, high).mapToObj(NumberBins::power).forEach(edges::add);
        }
        // Decades at the ends that nobody is in.
        NumberBins whole = new NumberBins(edges.stream().mapToDouble(Double::doubleValue).distinct().toArray());
        int first = whole.binOf(all[0]);
        int last = whole.binOf(all[all.length - 1]);
        return last - first < MOST
                ? new NumberBins(Arrays.copyOfRange(whole.edges, first, last + 2))
                : whole.opened(all, inside);
    }

    /** Those bins beside each other that hold most, and one to each side for all that lies beyond. */
    private NumberBins opened(double[] all, Optional<Double> inside) {
        int[] counts = counts(Arrays.stream(all).boxed().toList());
        int best = 0;
        int most = -1;
        for (int from = 0; from + CLOSED <= counts.length; from++) {
            int bin = inside.map(this::binOf).orElse(from);
            int held = Arrays.stream(counts, from, from + CLOSED).sum();
            if (bin >= from && bin < from + CLOSED && held > most) {
                most = held;
                best = from;
            }
        }
        int first = best;
        int last = best + CLOSED - 1;
        while (first < last && counts[first] == 0) { // one that must be inside is among those that are counted
            first++;
        }
        while (last > first && counts[last] == 0) {
            last--;
        }
        DoubleStream.Builder some = DoubleStream.builder();
        if (all[0] < edges[first]) {
            some.add(Double.NEGATIVE_INFINITY);
        }
        Arrays.stream(edges, first, last + 2).forEach(some);
        if (all[all.length - 1] >= edges[last + 1]) {
            some.add(Double.POSITIVE_INFINITY);
        }
        return new NumberBins(some.build().toArray());
    }

    int count() {
        return Math.max(0, edges.length - 1);
    }

    double least(int bin) {
        return edges[bin];
    }

    double most(int bin) {
        return edges[bin + 1];
    }

    /** The bin of a number; the nearest of one that lies in none. */
    int binOf(double number) {
        int found = Arrays.binarySearch(edges, number);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, count() - 1);
    }

    /** How many numbers lie in each. */
    int[] counts(List<Double> numbers) {
        int[] counts = new int[count()];
        numbers.forEach(number -> counts[binOf(number)]++);
        return counts;
    }
}
