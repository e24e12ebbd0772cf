package descentlab.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a column's ends, as they are told. */
class SurveyCardTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1950, 1950", "100000, 100000", "123450, 123450", "-250000, −250000", "0.5, 0.5", "12.3, 12.3", "1234567, 1.23457e+06",
        "1000000, 1e+06", "0.00001, 1e−05", "1e100, 1e+100"
    })
    void keepTheZerosThatCount(double value, String told) {
        assertThat(SurveyCard.number(value)).isEqualTo(told);
    }
}
