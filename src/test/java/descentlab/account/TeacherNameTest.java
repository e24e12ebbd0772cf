package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeacherNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Ms. Noether", "Зоя", "李老师", "<b>Bold</b>", "O'Neill; drop table teacher_account"})
    void takesAnyLineOfText(String name) {
        assertThat(TeacherName.check("  " + name + " ")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "nul\0", "invisible\u200b", "turned\u202e", "half \ud800"})
    void refusesWhatIsNoLineOfText(String name) {
        assertThatThrownBy(() -> TeacherName.check(name))
                .isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.about())
                        .isEqualTo(AccountRefused.About.NAME));
    }

    @Test
    void isBounded() {
        assertThat(TeacherName.check("n".repeat(40))).hasSize(40);
        assertThatThrownBy(() -> TeacherName.check("n".repeat(41))).hasMessageContaining("this one has 41");
        assertThatThrownBy(() -> TeacherName.check("n".repeat(1_000_000))).hasMessageContaining("1000000");
        // One sign that is compared as eighteen.
        assertThatThrownBy(() -> TeacherName.check("\ufdfa".repeat(40))).isInstanceOf(AccountRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"Ada,ADA", "Ada Lovelace,ada  lovelace", "ﬁona,FIONA", "Straße,STRASSE", "Ａｄａ,ada"})
    void namesThatLookAlikeAreOne(String one, String other) {
        assertThat(TeacherName.key(one)).isEqualTo(TeacherName.key(other));
    }
}
