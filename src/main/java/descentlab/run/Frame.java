package descentlab.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame of a run's log: u32 payload length, u8 type, payload, little-endian. Types and payloads:
 *
 * <ul>
 *   <li>0 nothing: it only shows that somebody is there;
 *   <li>1 header: JSON, what runs;
 *   <li>2 rows: u16 series, u16 values in a row, float64 values row-major;
 *   <li>3 progress: JSON;
 *   <li>4 end of a series: JSON;
 *   <li>5 end of the run: JSON, always the last;
 *   <li>6 detail of a series: JSON;
 *   <li>7 place in the line for a seat: JSON; may come before the header.
 * </ul>
 */
final class Frame {

    /** What a frame holds. */
    enum Type {
        HEADER(1),
        ROWS(2),
        PROGRESS(3),
        SERIES_END(4),
        END(5),
        DETAIL(6),
        PLACE(7);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** Whether a frame is of this type. */
        boolean is(byte[] frame) {
            return frame[TYPE_AT] == code;
        }
    }

    private static final int TYPE_AT = Integer.BYTES;
    private static final int ENVELOPE = Integer.BYTES + 1;
    private static final int ROWS_HEAD = 2 * Short.BYTES;

    private Frame() {}

    static byte[] json(Type type, Object payload) {
        byte[] text = JsonMapper.shared().writeValueAsBytes(payload);
        return envelope(type, text.length).put(text).array();
    }

    /** One that readers pass over. */
    static byte[] nothing() {
        return new byte[ENVELOPE];
    }

    static byte[] rows(int series, int stride, double[] values) {
        ByteBuffer frame = envelope(Type.ROWS, ROWS_HEAD + values.length * Double.BYTES)
                .putShort((short) series)
                .putShort((short) stride);
        frame.asDoubleBuffer().put(values);
        return frame.array();
    }

    /** Which series rows are of. */
    static int series(byte[] rows) {
        return Short.toUnsignedInt(read(rows).getShort(ENVELOPE));
    }

    private static int stride(byte[] rows) {
        return Short.toUnsignedInt(read(rows).getShort(ENVELOPE + Short.BYTES));
    }

    /** How many rows there are. */
    static int rowCount(byte[] rows) {
        return (rows.length - ENVELOPE - ROWS_HEAD) / Double.BYTES / stride(rows);
    }

    /** The frame without its first rows. */
    static byte[] withoutRows(byte[] rows, int count) {
        double[] values = new double[(rowCount(rows) - count) * stride(rows)];
        read(rows)
                .position(ENVELOPE + ROWS_HEAD + count * stride(rows) * Double.BYTES)
                .asDoubleBuffer()
                .get(values);
        return rows(series(rows), stride(rows), values);
    }

    private static ByteBuffer read(byte[] frame) {
        return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer envelope(Type type, int length) {
        return ByteBuffer.allocate(ENVELOPE + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .put((byte) type.code);
    }
}
