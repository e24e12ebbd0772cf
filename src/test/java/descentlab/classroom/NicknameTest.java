package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Jean-Luc", "O'Neil", "李雷", "Åsa 2", "Zoë", "محمد", "x", "नमस्ते", "Mr. T"})
    void namesOfAnyScriptAreNames(String name) {
        assertThat(Nickname.typed(name).value()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "<b>Ann</b>", "=1+1", "@sum", "-x", "Ann\u202Enna", "a\u0000b", "a\nb", "Ann,Ben", "\"Ann\"",
                "Z\u0351\u0351\u0351a", "abcdefghijklmnopqrstuvwxy", "\uD83D\uDE00", "&amp;"
            })
    void whatIsNoNameIsRefusedWithWhatIsAllowed(String name) {
        assertThatThrownBy(() -> Nickname.typed(name))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("allowed: 1 to 24 letters");
    }

    @Test
    void aMegabyteIsRefusedBeforeItIsLookedAt() {
        assertThatThrownBy(() -> Nickname.typed("a".repeat(1_000_000))).isInstanceOf(ClassroomException.class);
        assertThatThrownBy(() -> Nickname.typed(null)).isInstanceOf(ClassroomException.class);
    }

    @Test
    void namesThatLookAlikeAreTheSame() {
        assertThat(Nickname.typed("  Ann   B ").value()).isEqualTo("Ann B");
        assertThat(Nickname.typed("ＡＮＮ").looksLike(Nickname.typed("ann"))).isTrue();
        assertThat(Nickname.typed("\u0410nn\u0430").looksLike(Nickname.typed("Anna"))).as("two of Cyrillic").isTrue();
        assertThat(Nickname.typed("lan").looksLike(Nickname.typed("Ian"))).isTrue();
        assertThat(Nickname.typed("Ann").looksLike(Nickname.typed("Anne"))).isFalse();
        assertThat(Nickname.typed("李雷").looksLike(Nickname.typed("李磊"))).isFalse();
        assertThat(Nickname.typed("Zoe\u0308")).isEqualTo(Nickname.typed("Zoë"));
    }
}
