package descentlab.tuning;

import java.util.Arrays;

/**
 * What the best of k random trials comes to, as n trials tell: the distribution of the least of k scores that are drawn with replacement from the n
 * (Dodge, Gururangan, Card, Schwartz and Smith, arXiv 1909.03004, there of the largest). It is worked out exactly, P(least > v_i) = ((n - i)/n)^k for the
 * scores v_1 to v_n by rising size, and not by drawing. Of k = n it is the bootstrap's distribution of the best.
 *
 * <p>The estimate knows no score better than the best that was seen: near k = n it is too pessimistic, and its spread too small.
 */
public final class BestOf {

    private final double[] scores;

    /** @param scores of the trials, the lower the better; finite, at least one */
    public BestOf(double[] scores) {
        if (scores.length == 0 || Arrays.stream(scores).anyMatch(score -> !Double.isFinite(score))) {
            throw new IllegalArgumentException("at least one score, and all of them finite, got " + Arrays.toString(scores));
        }
        this.scores = scores.clone();
        Arrays.sort(this.scores);
    }

    /** How many trials there were. */
    public int trials() {
        return scores.length;
    }

    /** That the least of k is above the scores with an index under i. */
    private double beyond(int i, int k) {
        return Math.pow((double) (scores.length - i) / scores.length, k);
    }

    private double probability(int i, int k) {
        return beyond(i, k) - beyond(i + 1, k);
    }

    /** The expected best of k trials. */
    public double expected(int k) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += probability(i, k) * scores[i];
        }
        return sum;
    }

    /** The score that the best of k trials is not above with that probability, from 0 to 1. */
    public double quantile(int k, double probability) {
        int i = 0;
        // Rounding may leave the last a little short of 1.
        while (i < scores.length - 1 && 1 - beyond(i + 1, k) < probability) {
            i++;
        }
        return scores[i];
    }

    /** How likely the best of k trials here is below that of k trials there; what is equal counts half. */
    public double ahead(BestOf other, int k) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < other.scores.length; j++) {
                double share = scores[i] < other.scores[j] ? 1 : scores[i] == other.scores[j] ? 0.5 : 0;
                sum += share * probability(i, k) * other.probability(j, k);
            }
        }
        return sum;
    }
}
