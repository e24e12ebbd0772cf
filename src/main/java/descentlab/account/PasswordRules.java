package descentlab.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a password may be. */
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 64;

    /** bcrypt reads no further than this. */
    static final int MOST_BYTES = 72;

    /** In one sentence, for the form. */
    static final String WORDS = SHORTEST + " to " + LONGEST + " characters, of any kind.";

    private static final int FEWEST_DIFFERENT = 4;

    /** Of the lists of passwords that were found most often, those of eight characters and more; and ours. */
    private static final Set<String> COMMON = Set.of(
            """
            password password1 password12 password123 password! passw0rd p@ssw0rd p@ssword pa$$word
            12345678 123456789 1234567890 0123456789 87654321 987654321 0987654321 123123123 12341234 1234qwer 12344321
            123456qwerty 123qweasd 123456abc abc12345 abcd1234 abcdefgh abcdefg1 a1b2c3d4 aa123456 a123456789 q1w2e3r4
            1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwertz123 qwertzui
            qwertzuiop azertyui azertyuiop asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 iloveyou iloveyou1 sunshine
            princess football football1 baseball basketball superman batman123 starwars trustno1 letmein1 letmein123
            welcome1 welcome12 welcome123 admin123 admin1234 administrator changeme changeme1 changeme123 computer
            internet whatever michelle jennifer jessica1 samantha charlie1 danielle liverpool chelsea1 pokemon1 monkey123
            dragon123 master123 shadow123 summer2025 winter2025 spring2025 secret123 test1234 testtest default1 school123
            teacher1 teacher12 teacher123 classroom classroom1 descentlab descent-lab gradient gradient1
            gradientdescent optimizer adagrad1 adagrad123
            """
                    .split("\\s+"));

    private PasswordRules() {}

    /** @throws AccountRefused if the password will not do, with the reason */
    static void check(String name, String password) {
        int length = password.length();
        if (length < SHORTEST || length > LONGEST) {
            throw refused("A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + length + ".");
        }
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw refused("A password takes " + MOST_BYTES + " bytes at most; this one takes " + bytes
                    + ", as letters beyond plain ones take two to four each.");
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (TeacherName.key(password).equals(TeacherName.key(name))) {
            throw refused("The password is your name: choose another.");
        }
        if (COMMON.contains(folded)) {
            throw refused("That is one of the passwords that are tried first: choose another.");
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            throw refused("A password has at least " + FEWEST_DIFFERENT + " different characters.");
        }
    }

    private static AccountRefused refused(String message) {
        return new AccountRefused(AccountRefused.About.PASSWORD, message);
    }
}
