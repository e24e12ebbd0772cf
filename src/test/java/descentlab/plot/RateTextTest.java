package descentlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTextTest {

    @ParameterizedTest
    @CsvSource({"0.4, 0.4", "2, 2", "0.001, 0.001", "1e-4, 0.0001", "1.5e-7, 1.5e-7", "100, 100", "3e8, 3e8"})
    void writesShortly(double value, String text) {
        assertThat(RateText.format(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.0 / 3, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 123456.789, 0.30000000000000004})
    void readsBackWhatItWrites(double value) {
        assertThat(RateText.parse(RateText.format(value))).hasValue(value);
    }
}
