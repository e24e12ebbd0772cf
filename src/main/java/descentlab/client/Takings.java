package descentlab.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What servers tell each other of allowances: u8 version {@value #VERSION}; u16 allowances, and of each its name, i32 at
 * once, f64 a second, i32 at first; u16 takings of it, and of each who, u8 whether anew, i32 count. Texts as
 * {@link DataOutputStream#writeUTF}; big-endian.
 */
final class Takings {

    static final int VERSION = 1;

    /** Takings in a message. */
    static final int MOST = 1_000;

    /** Letters of a name. */
    static final int LONGEST = 200;

    /** What one taking counts for at most. */
    static final int MOST_COUNTED = 10_000;

    private static final int MOST_BYTES = 1 << 20;

    /**
     * What somebody took.
     *
     * @param anew whether the allowance began anew before that
     * @param count how many; less than none if they were given back
     */
    record Taking(Allowance allowance, String who, boolean anew, int count) {}

    private Takings() {}

    static byte[] write(Collection<Taking> all) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Map<Allowance, List<Taking>> each = all.stream().collect(Collectors.groupingBy(Taking::allowance));
            out.writeByte(VERSION);
            out.writeShort(each.size());
            for (Map.Entry<Allowance, List<Taking>> one : each.entrySet()) {
                out.writeUTF(one.getKey().of());
                out.writeInt(one.getKey().atOnce());
                out.writeDouble(one.getKey().perSecond());
                out.writeInt(one.getKey().first());
                out.writeShort(one.getValue().size());
                for (Taking taking : one.getValue()) {
                    out.writeUTF(taking.who());
                    out.writeByte(taking.anew() ? 1 : 0);
                    out.writeInt(taking.count());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if it is none, or one of another version */
    static List<Taking> read(byte[] message) {
        check(message.length <= MOST_BYTES);
        List<Taking> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(message))) {
            check(in.readUnsignedByte() == VERSION);
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                String of = text(in);
                int atOnce = in.readInt();
                double perSecond = in.readDouble();
                check(Double.isFinite(perSecond));
                Allowance allowance = new Allowance(of, atOnce, perSecond, in.readInt());
                for (int j = in.readUnsignedShort(); j > 0; j--) {
                    all.add(new Taking(allowance, text(in), in.readUnsignedByte() == 1, in.readInt()));
                    check(all.size() <= MOST && Math.abs((long) all.getLast().count()) <= MOST_COUNTED);
                }
            }
            check(in.read() < 0);
        } catch (IOException broken) {
            throw new IllegalArgumentException("not what servers tell of allowances", broken);
        }
        return all;
    }

    private static String text(DataInputStream in) throws IOException {
        String text = in.readUTF();
        check(text.length() <= LONGEST);
        return text;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not what servers tell of allowances");
        }
    }
}
