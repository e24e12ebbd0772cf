package descentlab.progress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A learner in the tables: the SHA-256 of the secret, from which nobody gets the secret back. */
public record LearnerId(String value) {

    /** The seed of the numbers that this learner gets in an exercise; tells nothing of the secret. */
    public long seed(String exercise) {
        try {
            byte[] text = (value + " " + exercise).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
