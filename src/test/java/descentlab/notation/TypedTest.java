package descentlab.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0,4 | 0.4", "-0,5 | -0.5", "\u22122 | -2", "\u2013 0.5 | -0.5", "1/4 | 0.25", "-3 / 8 | -0.375", "1/3 | 0.3333333333333333",
        "¼ | 0.25", "\u2212½ | -0.5", "1 000 | 1000", "12 345,5 | 12345.5", "1,5e-3 | 0.0015", ",5 | 0.5", "0,125 | 0.125",
        "\u22121e\u22123 | -0.001"
    })
    void oneNumberIsUnderstood(String typed, String understood) {
        assertThat(Typed.number(typed)).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "1,000", "20,000", "1/0", "1/2/3", "5 2", "--1", "1/x", "0x10", "NaN", "1e999", "1,5,2"})
    void whatIsNotUnderstoodOrHasTwoReadingsIsLeftToBeRefused(String typed) {
        assertThat(Typed.number(typed)).isEqualTo(typed);
        assertThat(Decimal.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "(-5, -2) | -5,-2", "[\u22125; \u22122] | -5;-2", "-5 -2 | -5,-2", "( 1/2 , ¼ ) | 0.5,0.25", "0.2 0; 0 4 | 0.2,0;0,4",
        "-5, - 2 | -5,-2"
    })
    void severalNumbersAreUnderstood(String typed, String understood) {
        assertThat(Typed.numbers(typed)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-5,5; -2 | -5.5, -2", "0,5, 2 | 0.5, 2", "(0,5 1,5) | 0.5, 1.5", "-5; -2; 1 | ''", "hello, you | ''", "1 2 3 | ''"
    })
    void decimalCommasAmongSeveralNumbersAreAnsweredWithPoints(String typed, String meant) {
        assertThat(Typed.withPoints(typed, 2)).isEqualTo(meant);
    }

    @Test
    void whatLinksHaveStaysAsItIsAndNothingFails() {
        Random random = new Random(7);
        String signs = "0123456789.,;-+eE/ ()[]\u2212½\u00a0x\uD800";
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String typed = text.toString();
            String number = Typed.number(typed);
            assertThat(number.equals(typed) || Decimal.read(number).isPresent()).as(typed).isTrue();
            if (Decimal.read(typed).isPresent()) {
                assertThat(number).isEqualTo(typed);
                assertThat(Typed.numbers(typed)).isEqualTo(typed);
            }
            Typed.withPoints(typed, 2);
            for (String part : Typed.numbers(typed).equals(typed) ? new String[0] : Typed.numbers(typed).split("[,;]", -1)) {
                assertThat(Decimal.read(part)).as(typed).isPresent();
            }
        }
    }
}
