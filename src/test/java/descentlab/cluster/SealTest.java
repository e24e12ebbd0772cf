package descentlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.cluster.Envelope.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final int HEAD = 60;
    private static final byte[] KEY = key(1);
    private static final ServerId SENDER = new ServerId(UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"));

    private final Seal seal = new Seal(KEY);

    private static byte[] key(int seed) {
        byte[] key = new byte[Seal.KEY_BYTES];
        new Random(seed).nextBytes(key);
        return key;
    }

    private static Envelope envelope(Kind kind, String subject, byte[] body) {
        return new Envelope(SENDER, kind, 0x1122334455667788L, subject, body);
    }

    private byte[] sealed() {
        return seal.close(envelope(Kind.TOLD, "runs", new byte[] {1, 2, 3}));
    }

    private static byte[] mark(byte[] sealed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update(sealed, 0, 1);
        return mac.doFinal(Arrays.copyOfRange(sealed, 33, sealed.length));
    }

    /** As by somebody who has the key, but another program. */
    private static byte[] marked(byte[] sealed) throws Exception {
        System.arraycopy(mark(sealed), 0, sealed, 1, 32);
        return sealed;
    }

    private void assertBroken(byte[] sealed, String why) {
        assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(BrokenSeal.class).hasMessage(why);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasClosedIsOpened(Kind kind) throws Exception {
        for (String subject : new String[] {"", "runs", "Läufe 🏃", "x".repeat(0xFFFF)}) {
            for (int length : new int[] {0, 1, 1000, 1 << 20}) {
                byte[] body = new byte[length];
                new Random(length).nextBytes(body);
                Envelope opened = seal.open(seal.close(envelope(kind, subject, body)));
                assertThat(opened.sender()).isEqualTo(SENDER);
                assertThat(opened.kind()).isEqualTo(kind);
                assertThat(opened.number()).isEqualTo(0x1122334455667788L);
                assertThat(opened.subject()).isEqualTo(subject);
                assertThat(Arrays.equals(opened.body(), body)).isTrue();
            }
        }
    }

    @Test
    void theFormatIsTheOneThatIsWrittenDown() throws Exception {
        byte[] sealed = sealed();
        assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(sealed, 33, sealed.length)))
                .isEqualTo("0102030405060708090a0b0c0d0e0f10" + "03" + "1122334455667788" + "0004" + "72756e73" + "010203");
        assertThat(sealed[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(sealed, 1, 33)).isEqualTo(mark(sealed));
    }

    @Test
    void noByteCanBeChanged() {
        byte[] sealed = sealed();
        for (int i = 0; i < sealed.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> seal.open(changed)).as("byte %d", i).isInstanceOf(BrokenSeal.class);
            }
        }
    }

    @Test
    void noByteCanBeTakenOrAdded() {
        byte[] sealed = sealed();
        for (int i = 0; i < sealed.length; i++) {
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> seal.open(cut)).as("%d bytes", i).isInstanceOf(BrokenSeal.class);
        }
        assertBroken(Arrays.copyOf(sealed, sealed.length + 1), "it was not sealed with this lab's key");
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertBroken(
                new Seal(key(2)).close(envelope(Kind.TOLD, "runs", new byte[3])), "it was not sealed with this lab's key");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 2, -1, 0x1f})
    void anotherVersionIsNamedBeforeAnythingElseIsRead(byte version) throws Exception {
        byte[] sealed = sealed();
        sealed[0] = version;
        assertBroken(marked(sealed), "its format has version " + version + ", and here only 1 is known");
        assertBroken(new byte[] {version}, "its format has version " + version + ", and here only 1 is known");
    }

    @Test
    void whatIsTooShortIsCalledSo() {
        assertBroken(new byte[0], "its 0 bytes are fewer than any has");
        byte[] head = new byte[HEAD - 1];
        head[0] = 1;
        assertBroken(head, "its 59 bytes are fewer than any has");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 7, -1, Byte.MIN_VALUE})
    void unknownKindsAreNamed(byte kind) throws Exception {
        byte[] sealed = sealed();
        sealed[49] = kind;
        assertBroken(marked(sealed), "it is of the unknown kind " + kind);
    }

    @Test
    void aSubjectEndsBeforeTheMessageDoes() throws Exception {
        byte[] sealed = sealed();
        ByteBuffer.wrap(sealed).putShort(58, (short) 8);
        assertBroken(marked(sealed), "its subject is longer than all of it");
        ByteBuffer.wrap(sealed).putShort(58, (short) -1);
        assertBroken(marked(sealed), "its subject is longer than all of it");
        ByteBuffer.wrap(sealed).putShort(58, (short) 7);
        byte[] whole = marked(sealed);
        assertThatCode(() -> seal.open(whole)).doesNotThrowAnyException();
    }

    @Test
    void aSubjectIsText() throws Exception {
        byte[] sealed = sealed();
        sealed[HEAD] = (byte) 0xFF;
        assertBroken(marked(sealed), "its subject is no text");
    }

    @Test
    void randomBytesAreNothing() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = 1;
            }
            assertThatThrownBy(() -> seal.open(bytes)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void namesTellNothingOfTheKeyAndDifferByPurpose() {
        assertThat(seal.nameFor("a"))
                .isEqualTo(new Seal(KEY).nameFor("a"))
                .isNotEqualTo(seal.nameFor("b"))
                .isNotEqualTo(new Seal(key(2)).nameFor("a"))
                .doesNotContain(HexFormat.of().formatHex(KEY).substring(0, 16));
    }

    @Test
    void aKeyHasItsLength() {
        assertThatThrownBy(() -> new Seal(new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.close(envelope(Kind.TOLD, "x".repeat(0x10000), new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsInItIsNoSecret() {
        assertThat(new String(seal.close(envelope(Kind.TOLD, "runs", "body".getBytes(StandardCharsets.UTF_8))), StandardCharsets.ISO_8859_1))
                .endsWith("runsbody");
    }
}
