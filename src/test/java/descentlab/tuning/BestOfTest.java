package descentlab.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestOfTest {

    private static final double[] SCORES = {0.5, 0.2, 0.9, 0.2, 0.4};

    /** The least of each of the n^k ways to draw k of n, with replacement. */
    private static List<Double> leasts(double[] scores, int k) {
        List<Double> all = new ArrayList<>(List.of(Double.MAX_VALUE));
        for (int draw = 0; draw < k; draw++) {
            List<Double> next = new ArrayList<>();
            all.forEach(least -> Arrays.stream(scores).forEach(score -> next.add(Math.min(least, score))));
            all = next;
        }
        return all;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void theExpectedBestIsTheMeanOverAllWaysToDraw() {
        BestOf best = new BestOf(SCORES);
        for (int k = 1; k <= 5; k++) {
            assertThat(best.expected(k)).isCloseTo(mean(leasts(SCORES, k)), within(1e-12));
        }
        assertThat(best.expected(1)).isCloseTo(0.44, within(1e-12));
        assertThat(best.trials()).isEqualTo(5);
    }

    @Test
    void quantilesAreThoseOfAllWaysToDraw() {
        BestOf best = new BestOf(SCORES);
        for (int k = 1; k <= 4; k++) {
            List<Double> sorted = leasts(SCORES, k).stream().sorted().toList();
            for (double p : new double[] {0.05, 0.5, 0.95}) {
                assertThat(best.quantile(k, p)).isEqualTo(sorted.get((int) Math.ceil(p * sorted.size()) - 1));
            }
            assertThat(best.quantile(k, 0)).isEqualTo(0.2);
            assertThat(best.quantile(k, 1)).isEqualTo(0.9);
        }
    }

    @Test
    void aheadIsTheShareOfAllPairsOfWays() {
        double[] others = {0.3, 0.2, 0.6};
        for (int k = 1; k <= 3; k++) {
            List<Double> ours = leasts(SCORES, k);
            List<Double> theirs = leasts(others, k);
            double sum = 0;
            for (double one : ours) {
                for (double other : theirs) {
                    sum += one < other ? 1 : one == other ? 0.5 : 0;
                }
            }
            double share = sum / ours.size() / theirs.size();
            assertThat(new BestOf(SCORES).ahead(new BestOf(others), k)).isCloseTo(share, within(1e-12));
            assertThat(new BestOf(others).ahead(new BestOf(SCORES), k)).isCloseTo(1 - share, within(1e-12));
        }
    }

    @Test
    void oneTrialIsItsOwnBest() {
        BestOf one = new BestOf(new double[] {0.7});
        assertThat(one.expected(1)).isEqualTo(0.7);
        assertThat(one.quantile(1, 0.05)).isEqualTo(0.7);
        assertThat(one.ahead(one, 1)).isEqualTo(0.5);
    }

    @Test
    void whatAreNoScoresIsRefused() {
        for (double[] none : new double[][] {{}, {Double.NaN}, {1, Double.POSITIVE_INFINITY}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BestOf(none));
        }
    }

    @Test
    void ratesAreAsLikelyInEachDecade() {
        LogRange range = LogRange.around(0.1, 3);
        assertThat(range.from()).isCloseTo(0.1 / Math.pow(10, 1.5), within(1e-12));
        assertThat(range.to() / range.from()).isCloseTo(1000, within(1e-9));
        Random random = new Random(3);
        int[] decades = new int[3];
        for (int i = 0; i < 30_000; i++) {
            double rate = range.draw(random);
            assertThat(rate).isBetween(range.from(), range.to());
            decades[Math.min(2, (int) Math.log10(rate / range.from()))]++;
        }
        assertThat(Arrays.stream(decades).boxed()).allSatisfy(count -> assertThat(count).isBetween(9_700, 10_300));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRange.around(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRange.around(1, 0));
    }
}
