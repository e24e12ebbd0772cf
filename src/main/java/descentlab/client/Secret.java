package descentlab.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes whoever has it somebody: 192 random bits, in a cookie or behind the # of a link. It is kept by its bearer
 * and in nothing of ours; the tables know its SHA-256 only.
 */
public record Secret(String value) {

    private static final int BYTES = 24;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Secret {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not a secret of ours");
        }
    }

    /** One that nobody has. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret a text is, if it has the form of one. */
    public static Optional<Secret> parse(String text) {
        return text != null && SYNTAX.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** What stands for it in the tables: its SHA-256, which does not lead back to it. */
    public String id() {
        return hash(value);
    }

    /** The SHA-256 of a text, in hex. */
    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** Without the secret, as this ends up in logs. */
    @Override
    public String toString() {
        return "secret " + id().substring(0, 8);
    }
}
