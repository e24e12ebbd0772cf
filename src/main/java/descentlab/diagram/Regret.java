package descentlab.diagram;

import descentlab.diagram.Curve.Style;
import descentlab.random.RandomStream;
import descentlab.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The regret of Adagrad and of gradient descent with one rate on a stream of sparse features, under what is promised of it.
 *
 * <p>At time t feature i is there with probability p(i) = i^−a; the loss is the sum of (x(i) − z(t,i))²/2 over those that are,
 * z = w(i) + a sign drawn at random, over 2, with w(i) within half of the box. All weights stay in the box [−1, 1] of width
 * D = 2, by clipping. Adagrad's rate is η/√s(i), with η = D/√2, and its regret at most √2 D Σ √s(i); gradient descent's rate
 * is D√d/√2 over the root of the sum of all s(i), and its regret at most √2 D √d √(Σ s(i)). Regret is the sum of the losses less
 * that of the best fixed x of the box, which is known coordinate by coordinate. Duchi, Hazan and Singer (2011), McMahan and
 * Streeter (2010).
 */
final class Regret implements Theory {

    private static final int FEATURES = 50;
    private static final int ROUNDS = 20_000;
    private static final int POINTS = 120;
    private static final double WIDTH = 2;
    private static final double EDGE = WIDTH / 2;

    @Override
    public String name() {
        return "regret";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(new Knob("sparse", 0, 2, 1));
    }

    @Override
    public List<String> numbers() {
        return List.of("adagrad", "adagrad-bound", "descent", "descent-bound", "bounds-ratio", "mean-regret");
    }

    /** The losses of a fixed point so far, coordinate by coordinate: (n x² − 2 x Σz + Σz²)/2. */
    private static final class Hindsight {
        private final double[] count = new double[FEATURES];
        private final double[] sum = new double[FEATURES];
        private final double[] squares = new double[FEATURES];

        void see(int i, double z) {
            count[i]++;
            sum[i] += z;
            squares[i] += z * z;
        }

        double least() {
            double total = 0;
            for (int i = 0; i < FEATURES; i++) {
                if (count[i] > 0) {
                    double x = Math.clamp(sum[i] / count[i], -EDGE, EDGE);
                    total += (count[i] * x * x - 2 * x * sum[i] + squares[i]) / 2;
                }
            }
            return total;
        }
    }

    @Override
    public String lab(double[] at) {
        return "lab/training?data=zipf-text&model=logistic&epochs=1&run=adagrad(lr=0.44)&run=sgd(lr=0.88)";
    }

    @Override
    public Diagram draw(double[] at) {
        double[] frequency =
                IntStream.rangeClosed(1, FEATURES).mapToDouble(i -> Math.pow(i, -at[0])).toArray();
        RandomStream random = SeededRandom.SYNTHETIC_DATA.generator(0);
        double[] truth = random.doubles(FEATURES, -EDGE / 2, EDGE / 2).toArray();
        double[] own = new double[FEATURES];
        double[] shared = new double[FEATURES];
        double[] s = new double[FEATURES];
        double sharedSum = 0;
        double ownLoss = 0;
        double sharedLoss = 0;
        Hindsight hindsight = new Hindsight();
        double[] seen = new double[FEATURES];
        double[][] heights = new double[4][POINTS];
        double[] times = new double[POINTS];
        int point = 0;
        for (int t = 1; t <= ROUNDS; t++) {
            double added = 0;
            for (int i = 0; i < FEATURES; i++) {
                boolean there = random.nextDouble() < frequency[i];
                seen[i] = there ? truth[i] + (random.nextBoolean() ? EDGE / 2 : -EDGE / 2) : Double.NaN;
                if (there) {
                    hindsight.see(i, seen[i]);
                    ownLoss += square(own[i] - seen[i]) / 2;
                    sharedLoss += square(shared[i] - seen[i]) / 2;
                    added += square(shared[i] - seen[i]);
                }
            }
            sharedSum += added;
            for (int i = 0; i < FEATURES; i++) {
                if (!Double.isNaN(seen[i])) {
                    double g = own[i] - seen[i];
                    s[i] += g * g;
                    own[i] = s[i] == 0 ? own[i] : clipped(own[i] - WIDTH / Math.sqrt(2) / Math.sqrt(s[i]) * g);
                    double rate = WIDTH * Math.sqrt(FEATURES) / Math.sqrt(2) / Math.sqrt(sharedSum);
                    shared[i] = sharedSum == 0 ? shared[i] : clipped(shared[i] - rate * (shared[i] - seen[i]));
                }
            }
            if (t >= Math.pow(ROUNDS, point / (POINTS - 1.0)) - 0.5 && point < POINTS) {
                double least = hindsight.least();
                times[point] = t;
                heights[0][point] = ownLoss - least;
                heights[1][point] = bound(Arrays.stream(s).map(Math::sqrt).sum());
                heights[2][point] = sharedLoss - least;
                heights[3][point] = bound(Math.sqrt(FEATURES) * Math.sqrt(sharedSum));
                point++;
            }
        }
        double[] x = Arrays.copyOf(times, point);
        int last = point - 1;
        List<Curve> curves = List.of(
                curve("promised of one rate", "sgd", Style.DASHED, x, heights[3]),
                curve("gradient descent, one rate", "sgd", Style.LINE, x, heights[2]),
                curve("promised of Adagrad", "adagrad", Style.DASHED, x, heights[1]),
                curve("Adagrad", "adagrad", Style.LINE, x, heights[0]));
        return new Diagram(
                "After " + ROUNDS + " rounds Adagrad's regret is " + Math.round(heights[0][last]) + ", of at most "
                        + Math.round(heights[1][last]) + " promised, and with one rate " + Math.round(heights[2][last])
                        + ", of at most " + Math.round(heights[3][last]) + ".",
                List.of(new Panel(
                        "Regret, and what is promised",
                        Axis.log("round", 1, ROUNDS),
                        Axis.log("regret", 0.5, 20_000),
                        curves)),
                Map.of(
                        "adagrad", heights[0][last],
                        "adagrad-bound", heights[1][last],
                        "descent", heights[2][last],
                        "descent-bound", heights[3][last],
                        "bounds-ratio", heights[3][last] / heights[1][last],
                        "mean-regret", heights[0][last] / ROUNDS));
    }

    private static double bound(double roots) {
        return Math.sqrt(2) * WIDTH * roots;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double clipped(double x) {
        return Math.clamp(x, -EDGE, EDGE);
    }

    private static Curve curve(String name, String look, Style style, double[] x, double[] heights) {
        return new Curve(name, look, style, x, Arrays.copyOf(heights, x.length));
    }
}
