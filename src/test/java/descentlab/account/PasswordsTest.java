package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aNameThatNobodyHasIsRefusedAfterAsMuchWork() {
        String cost = "\\{bcrypt}\\$2a\\$\\d\\d\\$";
        assertThat(Passwords.NOBODYS.replaceAll("(" + cost + ").*", "$1"))
                .isEqualTo(passwords.hash("any that is long enough").replaceAll("(" + cost + ").*", "$1"));
        assertThat(passwords.matchesNobody("any that is long enough")).isFalse();
    }
}
