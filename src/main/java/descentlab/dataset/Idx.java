package descentlab.dataset;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * The format of MNIST's files: two zero bytes, the type of entries (8: unsigned byte), the number of dimensions, each
 * dimension as a big-endian int, then the entries. Nothing that a file says of itself is believed before it is checked:
 * the counts must be the expected ones, and all entries be there, and no more.
 */
final class Idx {

    private static final int UNSIGNED_BYTE = 8;

    private Idx() {}

    /**
     * Reads entries.
     *
     * @param name of the file, for messages
     * @param dimensions expected
     * @throws IOException if the file is not exactly that
     */
    static byte[] read(InputStream in, String name, int... dimensions) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            int magic = data.readInt();
            int expected = UNSIGNED_BYTE << Byte.SIZE | dimensions.length;
            if (magic != expected) {
                throw new IOException(String.format(
                        "%s is no such file: it begins with %08x instead of %08x", name, magic, expected));
            }
            int count = 1;
            for (int dimension : dimensions) {
                int found = data.readInt();
                if (found != dimension) {
                    throw new IOException(name + " says it holds " + Integer.toUnsignedString(found)
                            + " where " + dimension + " are expected");
                }
                count = Math.multiplyExact(count, dimension);
            }
            byte[] entries = new byte[count];
            data.readFully(entries);
            if (data.read() >= 0) {
                throw new IOException(name + " goes on where it should end");
            }
            return entries;
        } catch (EOFException e) {
            throw new IOException(name + " is cut short", e);
        }
    }

    /** A file of that format, packed by gzip. */
    static byte[] packed(byte[] entries, int length, int... dimensions) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 2);
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(packed))) {
            out.writeInt(UNSIGNED_BYTE << Byte.SIZE | dimensions.length);
            for (int dimension : dimensions) {
                out.writeInt(dimension);
            }
            out.write(entries, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not to a list of bytes
        }
        return packed.toByteArray();
    }
}
