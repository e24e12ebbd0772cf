package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberBinsTest {

    private static NumberBins of(double... numbers) {
        return NumberBins.of(Arrays.stream(numbers).boxed().toList(), Optional.empty());
    }

    @Test
    void numbersOfLikeSizeLieBetweenRoundEdges() {
        assertThat(of(0.21, 0.34, 0.5).edges()).containsExactly(0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5);
        assertThat(of(-3, 2, 11).edges()).containsExactly(-4, -2, 0, 2, 4, 6, 8, 10, 12);
        assertThat(of(100, 4900).edges()).startsWith(0, 1000).endsWith(5000);
    }

    @Test
    void wideRangesAreDecadesToBothSidesOfZero() {
        assertThat(of(0.002, 0.03, 5).edges()).containsExactly(1e-3, 1e-2, 0.1, 1, 10);
        assertThat(of(-20, -0.5, 0, 0.3, 40).edges()).containsExactly(-100, -10, -1, -0.1, 0.1, 1, 10, 100);
        assertThat(of(0, 0.001, 5).edges()).containsExactly(0, 1e-3, 1e-2, 0.1, 1, 10);
        assertThat(of(-5, -0.001, 0).edges()).containsExactly(-10, -1, -0.1, -1e-2, -1e-3, 0);
    }

    @Test
    void whatIsFarFromMostIsInABinThatIsOpen() {
        NumberBins bins = of(0.01, 0.02, 0.3, 0.5, 1e30, -1e20);
        assertThat(bins.edges()).startsWith(Double.NEGATIVE_INFINITY).endsWith(Double.POSITIVE_INFINITY);
        assertThat(bins.count()).isLessThanOrEqualTo(8);
        assertThat(bins.counts(List.of(0.01, 0.02))).contains(2);
        assertThat(bins.binOf(0.02)).isNotEqualTo(bins.binOf(0.3));
    }

    @Test
    void whatMustBeInsideIsInNoOpenBin() {
        NumberBins bins = NumberBins.of(List.of(1e10, 2e10, 3e10, 4e11, 1e-9), Optional.of(1e-9));
        int bin = bins.binOf(1e-9);
        assertThat(bins.least(bin)).isFinite();
        assertThat(bins.most(bin)).isFinite();
    }

    @Test
    void oneNumberIsABinAndNoneIsNone() {
        assertThat(of(2, 2).counts(List.of(2.0, 2.0))).containsExactly(2);
        assertThat(of().count()).isZero();
    }

    @Property
    void everyNumberIsCountedInTheBinThatHoldsIt(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e12, max = 1e12) Double> numbers) {
        NumberBins bins = NumberBins.of(numbers, Optional.empty());
        assertThat(bins.count()).isBetween(1, 9);
        assertThat(Arrays.stream(bins.counts(numbers)).sum()).isEqualTo(numbers.size());
        for (int i = 1; i < bins.edges().length; i++) {
            assertThat(bins.edges()[i]).isGreaterThanOrEqualTo(bins.edges()[i - 1]);
        }
        for (double number : numbers) {
            int bin = bins.binOf(number);
            assertThat(number).isBetween(bins.least(bin), bins.most(bin));
        }
    }
}
