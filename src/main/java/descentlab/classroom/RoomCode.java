package descentlab.classroom;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a class types to join: eight characters, none of which can be taken for another, read aloud in two groups as
 * KM4P-7XQZ. One of 31^8, some 8.5e11, so that with wrong guesses throttled nobody finds a room by trying.
 *
 * @param value the characters without the hyphen
 */
public record RoomCode(String value) {

    /** Without 0, 1, I, L and O. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** Longest text that is read as a code. */
    public static final int LONGEST = 40;

    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RoomCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a room's code");
        }
    }

    static RoomCode random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new RoomCode(code.toString());
    }

    /** The code that was typed, in any case, with or without spaces and hyphens, if it has the form of one. */
    public static Optional<RoomCode> parse(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String code = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new RoomCode(code)) : Optional.empty();
    }

    /** For people: in two groups. */
    public String shown() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
