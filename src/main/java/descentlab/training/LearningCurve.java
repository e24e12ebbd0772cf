package descentlab.training;

import java.util.List;
import java.util.stream.IntStream;

/** One optimizer's training as it goes: how far it is, and the points of its curve. */
public interface LearningCurve {

    /** Names of a point's numbers; the first are {@code epoch}, {@code examples}, {@code loss}, {@code seconds}. */
    List<String> columns();

    /** Points so far. */
    int pointCount();

    /** Points from one on, row-major with {@link #columns()}; a copy. */
    double[] points(int from);

    /** Examples seen so far, across epochs. */
    long examples();

    /** Examples to see in all. */
    long total();

    /** Seconds spent in training so far, without evaluation and without waiting. */
    double seconds();

    /** Seconds an epoch takes, as far as can be said; NaN before the first batch. */
    double secondsPerEpoch();

    /** How it ended, null until then. */
    Outcome outcome();

    /** Index of the first that has not ended, or -1 if all have. */
    static int firstUnfinished(List<? extends LearningCurve> curves) {
        return IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).outcome() == null)
                .findFirst()
                .orElse(-1);
    }

    /** Index of the unfinished one that has seen the fewest examples, or -1 if all have ended. */
    static int farthestBehind(List<? extends LearningCurve> curves) {
        return IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).outcome() == null)
                .reduce((a, b) -> curves.get(b).examples() < curves.get(a).examples() ? b : a)
                .orElse(-1);
    }

    /** The share of all that several are to see that they have seen, 0 to 1; what has ended counts as whole. */
    static double share(List<? extends LearningCurve> curves) {
        return curves.stream()
                .mapToDouble(curve -> curve.outcome() == null ? (double) curve.examples() / curve.total() : 1)
                .average()
                .orElse(0);
    }
}
