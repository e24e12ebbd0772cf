package descentlab.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeCurveTest {

    private static final int BATCHES = 200;

    private static RangeCurve of(IntToDoubleFunction loss) {
        RangeCurve curve = new RangeCurve(1e-4, 1, BATCHES);
        for (int i = 0; i < BATCHES && !curve.blownUp(); i++) {
            curve.add(loss.applyAsDouble(i));
        }
        return curve;
    }

    /** A cliff about batch 100, and a rise beyond 150. */
    private static double cliff(int i) {
        return 1 + 1 / (1 + Math.exp((i - 100) / 4.0)) + (i > 150 ? 0.2 * (i - 150) : 0);
    }

    @Test
    void ratesGrowGeometricallyFromOneEndToTheOther() {
        RangeCurve curve = new RangeCurve(1e-4, 1, BATCHES);
        assertThat(curve.rate(0)).isEqualTo(1e-4);
        assertThat(curve.rate(BATCHES - 1)).isCloseTo(1, within(1e-12));
        assertThat(curve.rate(100) / curve.rate(99)).isCloseTo(curve.rate(2) / curve.rate(1), within(1e-12));
    }

    @Test
    void aConstantLossIsSmoothedToItself() {
        RangeCurve curve = new RangeCurve(1e-4, 1, BATCHES);
        for (int i = 0; i < BATCHES; i++) {
            assertThat(curve.add(0.3)).isCloseTo(0.3, within(1e-13));
        }
        assertThat(curve.finding()).isEmpty();
        assertThat(curve.blownUp()).isFalse();
    }

    @Test
    void theSteepestIsWhereTheCliffIsAndTheLowestBeforeTheRise() {
        RangeCurve curve = of(RangeCurveTest::cliff);
        RangeCurve.Finding finding = curve.finding().orElseThrow();
        // The average lags by the ten batches that it remembers.
        assertThat(finding.steepest()).isBetween(curve.rate(98), curve.rate(114));
        assertThat(finding.lowest()).isBetween(curve.rate(145), curve.rate(156));
        assertThat(finding.careful()).isEqualTo(0.1 * finding.lowest());
        assertThat(finding.atEnd()).isFalse();
        assertThat(curve.blownUp()).isTrue();
        assertThat(curve.count()).isLessThan(BATCHES);
    }

    @Test
    void aLossThatStillFallsAtTheEndSaysSo() {
        assertThat(of(i -> 2 - 0.005 * i).finding().orElseThrow().atEnd()).isTrue();
    }

    @Test
    void noiseAloneFindsNothing() {
        assertThat(of(i -> 1 + 0.05 * Math.sin(2.3 * i)).finding()).isEmpty();
    }

    /** The first batch may happen to be easy. */
    @Test
    void whatComesBeforeTheAverageRemembersEnoughBlowsNothingUp() {
        assertThat(of(i -> i == 0 ? 0.01 : 1).count()).isEqualTo(BATCHES);
    }

    @Test
    void aCopyGoesOnByItself() {
        RangeCurve curve = new RangeCurve(1e-4, 1, BATCHES);
        curve.add(1);
        RangeCurve copy = curve.copy();
        copy.add(5);
        assertThat(curve.count()).isEqualTo(1);
        assertThat(curve.add(1)).isCloseTo(1, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0,1,100", "-1,1,100", "1,1,100", "2,1,100", "NaN,1,100", "1,Infinity,100", "0.1,1,19"})
    void whatIsNoRangeIsRefused(double from, double to, int batches) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeCurve(from, to, batches));
    }
}
