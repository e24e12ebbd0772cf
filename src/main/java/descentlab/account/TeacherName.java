package descentlab.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a teacher may be called: any text of a line. */
final class TeacherName {

    /** In characters, as the table has it. */
    static final int LONGEST = 40;

    private TeacherName() {}

    /**
     * The name as it is kept: without spaces around it, its characters composed.
     *
     * @throws AccountRefused if it is empty, too long, or holds what is no text
     */
    static String check(String typed) {
        // Before anything is done to it, as it may be a million characters.
        if (typed.length() > 4 * LONGEST) {
            throw tooLong(typed.length());
        }
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (name.isEmpty()) {
            throw new AccountRefused(AccountRefused.About.NAME, "Type a name.");
        }
        if (name.length() > LONGEST) {
            throw tooLong(name.length());
        }
        if (name.codePoints().anyMatch(TeacherName::isNoText)) {
            throw new AccountRefused(
                    AccountRefused.About.NAME, "A name has letters, digits, signs and spaces, and nothing invisible.");
        }
        // A sign may stand for many when names are compared; the table has room for three each.
        if (key(name).length() > 3 * LONGEST) {
            throw tooLong(key(name).length());
        }
        return name;
    }

    private static AccountRefused tooLong(int length) {
        return new AccountRefused(
                AccountRefused.About.NAME,
                "A name has " + LONGEST + " characters at most; this one has " + length + ".");
    }

    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The name as names are compared: two that look alike or differ in case only are the same. */
    static String key(String name) {
        String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** The name that is typed as names are compared, if a teacher can have it. */
    static Optional<String> keyOf(String typed) {
        try {
            return Optional.of(key(check(typed)));
        } catch (AccountRefused noName) {
            return Optional.empty();
        }
    }
}
