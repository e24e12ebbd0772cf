package descentlab.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"0.4, 0.4", "2, 2", "1e-6, 1e-6", "-1.5e20, -1.5e20", "1000000, 1000000", "12345678, 1.2345678e7",
        "-0.0, 0", "0.0003, 0.0003", "9e-5, 9e-5", "4.9e-324, 4.9e-324"})
    void writesTheShortestForm(double value, String written) {
        assertThat(Decimal.write(value)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenReadsBackExactly() {
        Random random = new Random(4);
        for (int round = 0; round < 100_000; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Decimal.read(Decimal.write(value))).hasValue(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "e5", "NaN", "Infinity", "-Infinity", "1e999", "0x10", "1d", "1_000", "1,5",
        "\u0663", "1e", "--1", "1 2"})
    void refusesWhatIsNoFiniteDecimalNumber(String text) {
        assertThat(Decimal.read(text)).isEmpty();
    }
}
