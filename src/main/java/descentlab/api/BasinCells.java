package descentlab.api;

import descentlab.objective.Minima;
import descentlab.objective.Point;
import descentlab.run.RowStream;
import descentlab.training.Basins;
import descentlab.training.Outcome;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** Writes rows of basins as short as they can be drawn. */
final class BasinCells {

    /** Of a start whose end is near a minimum of that place, or of a later one. */
    static final int OTHER = 253;

    /** Of a start whose end is near no minimum. */
    static final int AWAY = 254;

    /** Of a start from which it runs away. */
    static final int DIVERGED = 255;

    /** Of a start from which f was never within the tolerance. */
    static final int NEVER = 65_535;

    private static final int BYTES = 1 + Short.BYTES + Float.BYTES;

    private final Map<Point, Integer> numbers = new HashMap<>();

    BasinCells(Minima minima) {
        for (int i = 0; i < minima.points().size(); i++) {
            numbers.put(minima.points().get(i), Math.min(OTHER, i));
        }
    }

    byte[] of(RowStream.Rows rows) {
        double[] values = rows.values();
        ByteBuffer cells = ByteBuffer.allocate(values.length / rows.stride() * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += rows.stride()) {
            double reached = values[at + Basins.REACHED];
            cells.put((byte) end(values, at))
                    .putShort((short) (Double.isNaN(reached) ? NEVER : reached))
                    .putFloat((float) values[at + Basins.F]);
        }
        return cells.array();
    }

    private int end(double[] values, int at) {
        if (Outcome.NAMES.get((int) values[at + Basins.OUTCOME]).equals("diverged")) {
            return DIVERGED;
        }
        return numbers.getOrDefault(new Point(values[at + Basins.MINIMUM], values[at + Basins.MINIMUM + 1]), AWAY);
    }
}
