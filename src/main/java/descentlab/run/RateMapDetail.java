package descentlab.run;

import descentlab.training.RateMap;
import descentlab.training.Training;
import java.util.Arrays;

/**
 * A {@link RateMap} as it is told; null for what is not known. Logarithms are to base 10.
 *
 * @param rates logarithms of the rates, unit by unit
 * @param squares those of the sums of squared gradients
 * @param capped a bit for each of these weights, the lowest of a byte first: whether eps decides its rate
 */
record RateMapDetail(
        double epoch,
        int units,
        int side,
        Levels rates,
        Levels squares,
        byte[] capped,
        Double[] pixels,
        Double correlation,
        Double[] medians,
        double cappedShare,
        Double[][] layers) {

    /** Digits that are told: a canvas has fewer. */
    private static final double DIGITS = 1e4;

    /** One picture of 60,000 is to be told from none. */
    private static final double SHARES = 1e6;

    private static final int LARGEST = 255;

    /**
     * Numbers in bytes: 0 for none, else {@code low + (byte - 1) * step}.
     *
     * @param low the least number
     * @param step from one level to the next
     */
    record Levels(double low, double step, byte[] values) {

        /** The logarithms of numbers, as far as they have one. */
        static Levels ofLogarithms(double[] numbers) {
            double[] logs = Arrays.stream(numbers).map(Math::log10).toArray();
            double low = Arrays.stream(logs).filter(Double::isFinite).min().orElse(0);
            double high = Arrays.stream(logs).filter(Double::isFinite).max().orElse(0);
            double step = (high - low) / (LARGEST - 1);
            byte[] values = new byte[logs.length];
            for (int i = 0; i < logs.length; i++) {
                values[i] = Double.isFinite(logs[i])
                        ? (byte) (1 + (step == 0 ? 0 : Math.round((logs[i] - low) / step)))
                        : 0;
            }
            return new Levels(low, step, values);
        }
    }

    /** In which share of the pictures that are trained on each pixel is lit; null where no weight is on one. */
    static double[] lit(Training training) {
        double[] lit = training.lit();
        return lit.length == 0 ? null : Arrays.stream(lit).map(share -> Math.rint(share * SHARES) / SHARES).toArray();
    }

    static RateMapDetail of(RateMap map) {
        byte[] capped = new byte[(map.capped().length + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < map.capped().length; i++) {
            if (map.capped()[i]) {
                capped[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
            }
        }
        return new RateMapDetail(
                map.epoch(),
                map.units(),
                map.side(),
                Levels.ofLogarithms(map.rates()),
                Levels.ofLogarithms(map.squares()),
                capped,
                orNull(Arrays.stream(map.pixels()).map(RateMapDetail::rounded).toArray()),
                orNull(map.correlation()),
                orNull(map.medians()),
                map.cappedShare(),
                Arrays.stream(map.layers()).map(RateMapDetail::orNull).toArray(Double[][]::new));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static Double[] orNull(double[] values) {
        return Arrays.stream(values).mapToObj(RateMapDetail::orNull).toArray(Double[]::new);
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * DIGITS) / DIGITS : value;
    }
}
