package descentlab.exercise;

import descentlab.objective.Objective;
import descentlab.optimizer.State;
import descentlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Where a rule goes, step by step, on each of some grounds; as far as its points are numbers.
 *
 * @param grounds the grounds
 * @param ways of each ground x1 and x2 of the start and after each step; shorter where a step led to no number
 */
record Track(List<ProvingGround> grounds, List<double[][]> ways) {

    static Track of(List<ProvingGround> grounds, Rule rule) {
        return new Track(grounds, grounds.stream().map(ground -> way(ground, rule)).toList());
    }

    private static double[][] way(ProvingGround ground, Rule rule) {
        Objective objective = ground.race().objective().function();
        State state = ground.run(rule).start(2);
        double[] x = {ground.race().start().x1(), ground.race().start().x2()};
        double[] g = new double[2];
        List<double[]> way = new ArrayList<>(List.of(x.clone()));
        for (int step = 1; step <= ground.race().steps(); step++) {
            objective.valueAndGradient(x[0], x[1], g);
            state.step(x, g);
            if (!Double.isFinite(x[0]) || !Double.isFinite(x[1])) {
                break;
            }
            way.add(x.clone());
        }
        return way.toArray(double[][]::new);
    }

    /** The first step in which this is not where the other is, on one ground; empty if there is none. */
    OptionalInt parts(int ground, Track other, double tolerance) {
        double[][] mine = ways.get(ground);
        double[][] theirs = other.ways.get(ground);
        double size = Math.max(1e-3, Math.max(Math.abs(mine[0][0]), Math.abs(mine[0][1])));
        for (int step = 1; step < Math.max(mine.length, theirs.length); step++) {
            if (step >= mine.length
                    || step >= theirs.length
                    || apart(mine[step], theirs[step]) > tolerance * Math.max(size, largest(mine[step]))) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private static double apart(double[] one, double[] other) {
        return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]));
    }

    private static double largest(double[] point) {
        return Arrays.stream(point).map(Math::abs).max().orElseThrow();
    }

    /** Whether this is where the other is, on each of those grounds, for so many steps. */
    boolean near(Track other, double tolerance, Predicate<ProvingGround> which, int steps) {
        for (int i = 0; i < ways.size(); i++) {
            if (which.test(grounds.get(i)) && parts(i, other, tolerance).orElse(steps + 1) <= steps) {
                return false;
            }
        }
        return true;
    }

    /** The same for all of its steps. */
    boolean near(Track other, double tolerance, Predicate<ProvingGround> which) {
        return near(other, tolerance, which, Integer.MAX_VALUE - 1);
    }
}
