package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomCodeTest {

    @Test
    void codesReadBackAndDoNotRepeat() {
        Set<RoomCode> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            RoomCode code = RoomCode.random();
            assertThat(RoomCode.parse(code.shown())).contains(code);
            seen.add(code);
        }
        assertThat(seen).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KM4P-7XQZ", "km4p7xqz", " km4p 7xqz ", "KM4P–7XQZ", "k m 4 p 7 x q z"})
    void aCodeIsReadAsPeopleTypeIt(String typed) {
        assertThat(RoomCode.parse(typed)).contains(new RoomCode("KM4P7XQZ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "KM4P7XQ", "KM4P7XQZZ", "KM4P7XQ0", "KM4P7XQI", "KM4P7XQ%", "<b>KM4P7XQZ</b>", "../../etc", "КМ4Р7XQZ"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(RoomCode.parse(typed)).isEmpty();
    }

    @Test
    void hugeAndMissingTextIsNoCode() {
        assertThat(RoomCode.parse("K".repeat(10_000_000))).isEmpty();
        assertThat(RoomCode.parse(null)).isEmpty();
        assertThatThrownBy(() -> new RoomCode("KM4P-7XQZ")).isInstanceOf(IllegalArgumentException.class);
    }
}
