package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.training.RateMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rates are told in bytes that are right to half a level, and what is not known as nothing. */
class RateMapDetailTest {

    @Test
    void bytesAreLogarithmsToHalfALevel() {
        double[] numbers = {50, 0.03, 0, Double.NaN, 7, Double.POSITIVE_INFINITY};
        RateMapDetail.Levels levels = RateMapDetail.Levels.ofLogarithms(numbers);
        for (int i = 0; i < numbers.length; i++) {
            int level = levels.values()[i] & 255;
            if (numbers[i] > 0 && Double.isFinite(numbers[i])) {
                assertThat(levels.low() + (level - 1) * levels.step())
                        .isCloseTo(Math.log10(numbers[i]), within(levels.step() / 2 + 1e-12));
            } else {
                assertThat(level).isZero();
            }
        }
    }

    @Test
    void oneNumberIsOneLevel() {
        RateMapDetail.Levels levels = RateMapDetail.Levels.ofLogarithms(new double[] {0.01, 0.01});
        assertThat(levels.step()).isZero();
        assertThat(levels.low()).isEqualTo(-2);
        assertThat(levels.values()).containsExactly(1, 1);
        assertThat(RateMapDetail.Levels.ofLogarithms(new double[] {0, Double.NaN}).values()).containsExactly(0, 0);
    }

    @Test
    void whatIsNotKnownIsNull() {
        RateMap map = new RateMap(
                0.5,
                1,
                3,
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
                new double[9],
                new boolean[] {true, false, false, false, false, false, false, false, true},
                new double[] {0, Double.NaN, 1.23456789, 0, 0, 0, 0, 0, 0},
                Double.NaN,
                new double[] {Double.NaN, 1, 2, 3},
                0.25,
                new double[][] {{1, Double.NaN, 3}});
        JsonNode told = JsonMapper.shared().valueToTree(RateMapDetail.of(map));
        assertThat(told.get("pixels").get(1).isNull()).isTrue();
        assertThat(told.get("pixels").get(2).asDouble()).isEqualTo(1.2346);
        assertThat(told.get("correlation").isNull()).isTrue();
        assertThat(told.get("medians").get(0).isNull()).isTrue();
        assertThat(told.get("layers").get(0).get(1).isNull()).isTrue();
        assertThat(RateMapDetail.of(map).capped()).containsExactly(1, 1);
    }
}
