package descentlab.progress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret that makes somebody a learner: 192 random bits. Whoever has it has the progress, so it is kept in the
 * learner's cookie and in nothing of ours; the tables know its SHA-256 only.
 */
public record LearnerToken(String secret) {

    private static final int BYTES = 24;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LearnerToken {
        if (!SYNTAX.matcher(secret).matches()) {
            throw new IllegalArgumentException("not a learner's token");
        }
    }

    /** A new learner. */
    public static LearnerToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LearnerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token a text says, if it says one. */
    public static Optional<LearnerToken> parse(String text) {
        return text != null && SYNTAX.matcher(text).matches() ? Optional.of(new LearnerToken(text)) : Optional.empty();
    }

    /** The learner, without the secret. */
    public LearnerId learner() {
        return new LearnerId(id());
    }

    /** The learner's id in the tables. */
    String id() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** The seed of the numbers that this learner gets in an exercise; tells nothing of the secret. */
    public long seed(String exercise) {
        return ByteBuffer.wrap(sha256(id() + " " + exercise)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** Without the secret, as this ends up in logs. */
    @Override
    public String toString() {
        return "learner " + id().substring(0, 8);
    }
}
