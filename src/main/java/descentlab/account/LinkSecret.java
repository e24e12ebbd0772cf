package descentlab.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of a one-time link: 192 random bits. The table knows its SHA-256 only. */
public record LinkSecret(String value) {

    private static final int BYTES = 24;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LinkSecret {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not the secret of a link");
        }
    }

    static LinkSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret a text is, if it is one. */
    static Optional<LinkSecret> parse(String text) {
        return text != null && SYNTAX.matcher(text).matches() ? Optional.of(new LinkSecret(text)) : Optional.empty();
    }

    /** The path of the page that takes it, which no server's log and no referrer gets to see whole. */
    public String path() {
        return WelcomeView.PATH + "#" + value;
    }

    /** The link's id in the table. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** Without the secret, as this ends up in logs. */
    @Override
    public String toString() {
        return "link " + id().substring(0, 8);
    }
}
