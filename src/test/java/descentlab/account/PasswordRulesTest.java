package descentlab.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"tr0ub4dor", "correct horse battery staple", "<script>alert(1)</script>", "пароль123", "密码密码安全十二三四"})
    void takesPasswordsOfAnyKind(String password) {
        assertThatCode(() -> PasswordRules.check("Ada", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | this one has 0",
                "seven77      | this one has 7",
                "password     | tried first",
                "PassWord123  | tried first",
                "12345678     | tried first",
                "descentlab   | tried first",
                "aaaaaaaaaaaa | different characters",
                "abababab     | different characters",
            })
    void refusesWhatIsGuessedFirst(String password, String why) {
        refused("Ada", password, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "ada lovelace", "ADA  LOVELACE", " ada lovelace "})
    void refusesTheName(String password) {
        refused("Ada Lovelace", password, "is your name");
    }

    @Test
    void takesNoMoreThanItsHashReads() {
        String longest = "abcd".repeat(16);
        assertThatCode(() -> PasswordRules.check("Ada", longest)).doesNotThrowAnyException();
        refused("Ada", longest + "e", "this one has 65");
        refused("Ada", "x".repeat(1_000_000), "this one has 1000000");
        String bytes72 = "äöüß".repeat(9);
        assertThatCode(() -> PasswordRules.check("Ada", bytes72)).doesNotThrowAnyException();
        refused("Ada", bytes72 + "x", "this one takes 73");
    }

    private static void refused(String name, String password, String why) {
        assertThatThrownBy(() -> PasswordRules.check(name, password))
                .isInstanceOfSatisfying(AccountRefused.class, refused -> org.assertj.core.api.Assertions.assertThat(
                                refused.about())
                        .isEqualTo(AccountRefused.About.PASSWORD))
                .hasMessageContaining(why);
    }
}
