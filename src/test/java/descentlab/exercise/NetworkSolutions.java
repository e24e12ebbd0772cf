package descentlab.exercise;

import descentlab.exercise.Solutions.Solution;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Solves the questions on a network's curvature, as {@link Solutions} does those of the chapter. */
final class NetworkSolutions {

    private static final double LONG = 1e-9;

    private NetworkSolutions() {}

    /** By bisection on whether momentum on a parabola grows. */
    static Solution momentum(String prompt) {
        double lambda = Prompts.number(prompt, "\\lambda_1=");
        double beta = Prompts.number(prompt, "\\beta=");
        double low = 0;
        double high = 10 / lambda;
        while (high - low > LONG * high) {
            double rate = (low + high) / 2;
            if (grows(lambda, beta, rate)) {
                high = rate;
            } else {
                low = rate;
            }
        }
        double v = Math.rint(low * lambda * 1e6) / 1e6 / lambda;
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("gradient descent's line", "gradient descent|without", 2 / lambda)
                        .add("two left out", "2", 2 * beta / lambda)
                        .add("factor left out", "factor|half", (1 + beta) / lambda)
                        .add("beta once", "twice|\\\\beta", (2 + beta) / lambda)
                        .add("minus beta", "sign", (2 - 2 * beta) / lambda)
                        .add("as long as all its steps", "add up|change", 2 / (lambda * (1 - beta)))
                        .add("Nesterov's", "Nesterov|half", (2 + 2 * beta) / ((1 + 2 * beta) * lambda))
                        .add("not divided", "divide", 2 + 2 * beta)
                        .add("multiplied", "multipl", (2 + 2 * beta) * lambda),
                v);
    }

    /** Whether the distance after many steps is more than it was half-way. */
    private static boolean grows(double lambda, double beta, double rate) {
        double x = 1;
        double v = 0;
        double halfway = 0;
        double end = 0;
        for (int step = 0; step < 4000; step++) {
            if (Math.abs(x) > 1e30) {
                return true;
            }
            v = beta * v + lambda * x;
            x -= rate * v;
            if (step < 2000) {
                halfway = Math.max(halfway * 0.9, Math.abs(x));
            }
            end = Math.max(end * 0.9, Math.abs(x));
        }
        return end > halfway;
    }

    /** By a small network of one weight, tanh, whose derivatives are taken in both units. */
    static Solution units(String prompt) {
        double k = Prompts.number(prompt, "its values are $");
        double[] before = derivatives(0.7, 1);
        double[] after = derivatives(0.7 / k, k);
        double h = Math.rint(after[1] / before[1] * 1e6) / 1e6;
        double s = Math.rint(Math.sqrt(after[0] * after[0]) / Math.sqrt(before[0] * before[0]) * 1e6) / 1e6;
        return Solutions.of(
                Mistakes.of(h, s)
                        .add("the first derivative twice", "second", k, k)
                        .add("no root", "root", k * k, k * k)
                        .add("swapped", "places|swap", k, k * k)
                        .add("the other way round", "other way|upside", 1 / (k * k), 1 / k)
                        .add("nothing changes", "unit", 1, 1)
                        .add("the root of the factor", "root", k * k, Math.sqrt(k))
                        .add("a power too many", "third", k * k * k, k),
                h, s);
    }

    /** First and second derivative by w of tanh(w x)^2 at x = 1.3 in that unit. */
    private static double[] derivatives(double w, double unit) {
        double x = 1.3 * unit;
        double t = Math.tanh(w * x);
        double slope = 1 - t * t;
        return new double[] {2 * t * slope * x, (2 * slope * slope - 4 * t * t * slope) * x * x};
    }

    /** By three coordinates of which P knows the roots. */
    static Solution half(String prompt) {
        double spread = Prompts.number(prompt, "The largest $H_{ii}$ is $");
        double[] h = {0.01, 1, spread};
        double[] left = DoubleStream.of(h).map(each -> each / Math.sqrt(each)).toArray();
        double v = left[2] / left[1];
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("that of H", "itself|square", spread)
                        .add("all alike", "slope of 1", 1)
                        .add("divided once and a half", "both sides|root", Math.sqrt(v))
                        .add("multiplied", "multipl", spread * v)
                        .add("half of the number", "logarithmic|half", spread / 2)
                        .add("one side only", "both sides", Math.pow(spread, 0.75)),
                v);
    }

    // Readings

    private static final double CLEAR = 0.02;

    /** What can be read of a small network, as far as it is asked for or may be taken for it; all of it different. */
    static Map<String, Double> looked(Random random) {
        while (true) {
            double first = 6 + 8 * random.nextDouble();
            double second = first * (0.6 + 0.3 * random.nextDouble());
            Map<String, Double> read = new TreeMap<>(Map.of("lambda1", first, "lambda2", second, "edge", 0.1 * first / 2));
            double[] numbers = {first, second, 0.05 * first, 2 / first, 1 / first, first / 2, 0.1};
            if (apart(numbers)) {
                return read;
            }
        }
    }

    private static boolean apart(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(numbers[i] - numbers[j]) < CLEAR * numbers[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    static double[] read(Map<String, Double> looked) {
        return new double[] {looked.get("lambda1"), 2 / looked.get("lambda1")};
    }

    static Mistakes misread(Map<String, Double> looked) {
        double first = looked.get("lambda1");
        double second = looked.get("lambda2");
        return Mistakes.of(first, 2 / first)
                .add("swapped", "largest eigenvalue", 2 / first, first)
                .add("the second one", "second largest", second, 2 / first)
                .add("the share", "share", looked.get("edge"), 2 / first)
                .add("one over it", "one over", first, 1 / first)
                .add("upside down", "upside down", first, first / 2)
                .add("the rate of the run", "trained at", first, 0.1);
    }
}
