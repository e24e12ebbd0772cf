package descentlab.cluster;

import descentlab.cluster.Envelope.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How what servers say travels, in a format of our own, so that nothing is read before it is known to come from one that has
 * the lab's key:
 *
 * <pre>
 * version 1 byte: 1
 * mark    32 bytes: HMAC-SHA256 by the key, of all other bytes
 * sender  16 bytes
 * kind    1 byte
 * number  8 bytes
 * length  2 bytes: of the subject
 * subject UTF-8
 * body    the rest
 * </pre>
 *
 * Numbers are big-endian. Another version's format may begin with any bytes, but not with this one's first.
 */
public final class Seal {

    /** Of a key. */
    public static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int MARK_BYTES = 32;
    private static final int HEAD_BYTES = 1 + MARK_BYTES + 16 + 1 + 8 + 2;
    private static final int LONGEST_SUBJECT = 0xFFFF;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException unless the key has {@value #KEY_BYTES} bytes */
    public Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A name that only those know who have the key; another one for each purpose. */
    public String nameFor(String purpose) {
        Mac mac = mac();
        // No format's version: what is sealed never has the same bytes.
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] close(Envelope envelope) {
        byte[] subject = envelope.subject().getBytes(StandardCharsets.UTF_8);
        if (subject.length > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject of " + subject.length + " bytes");
        }
        UUID sender = envelope.sender().value();
        ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + subject.length + envelope.body().length)
                .put(VERSION)
                .position(1 + MARK_BYTES)
                .putLong(sender.getMostSignificantBits())
                .putLong(sender.getLeastSignificantBits())
                .put(envelope.kind().code())
                .putLong(envelope.number())
                .putShort((short) subject.length)
                .put(subject)
                .put(envelope.body());
        sealed.put(1, mark(sealed.array()));
        return sealed.array();
    }

    /** @throws BrokenSeal if it is not what {@link #close} made with the same key */
    public Envelope open(byte[] sealed) throws BrokenSeal {
        if (sealed.length > 0 && sealed[0] != VERSION) {
            throw new BrokenSeal("its format has version " + sealed[0] + ", and here only " + VERSION + " is known");
        }
        if (sealed.length < HEAD_BYTES) {
            throw new BrokenSeal("its " + sealed.length + " bytes are fewer than any has");
        }
        ByteBuffer rest = ByteBuffer.wrap(sealed).position(1);
        byte[] mark = new byte[MARK_BYTES];
        rest.get(mark);
        if (!MessageDigest.isEqual(mark, mark(sealed))) {
            throw new BrokenSeal("it was not sealed with this lab's key");
        }
        ServerId sender = new ServerId(new UUID(rest.getLong(), rest.getLong()));
        Kind kind = Kind.of(rest.get());
        long number = rest.getLong();
        int length = Short.toUnsignedInt(rest.getShort());
        if (length > rest.remaining()) {
            throw new BrokenSeal("its subject is longer than all of it");
        }
        String subject = text(rest.slice(rest.position(), length));
        byte[] body = new byte[rest.position(rest.position() + length).remaining()];
        rest.get(body);
        return new Envelope(sender, kind, number, subject, body);
    }

    private static String text(ByteBuffer bytes) throws BrokenSeal {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notText) {
            throw new BrokenSeal("its subject is no text");
        }
    }

    private byte[] mark(byte[] sealed) {
        Mac mac = mac();
        mac.update(sealed, 0, 1);
        mac.update(sealed, 1 + MARK_BYTES, sealed.length - 1 - MARK_BYTES);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
