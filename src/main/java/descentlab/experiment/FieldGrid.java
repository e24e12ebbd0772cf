package descentlab.experiment;

import descentlab.objective.Objective;
import descentlab.objective.Window;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Values of an objective over a window as they are computed, part of a row after part of a row: in float32, little-endian,
 * row 0 at x2Min, column 0 at x1Min, both ends included.
 */
public final class FieldGrid {

    private static final int CELLS_BETWEEN_LOOKS = 128;

    private final FieldRequest request;
    private final Objective f;
    private final ByteBuffer numbers;
    private int cell;

    public FieldGrid(FieldRequest request) {
        this.request = request;
        this.f = request.objective().function();
        this.numbers = ByteBuffer.allocate(request.columns() * request.rows() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Computes on.
     *
     * @param over whether to come back, asked every few values
     * @return all values, once they are there
     */
    public Optional<byte[]> advance(BooleanSupplier over) {
        Window window = request.window();
        int columns = request.columns();
        while (numbers.hasRemaining()) {
            double x1 = window.x1(cell % columns, columns);
            double x2 = window.x2(cell / columns, request.rows());
            numbers.putFloat((float) f.value(x1, x2));
            if (++cell % CELLS_BETWEEN_LOOKS == 0 && over.getAsBoolean()) {
                break;
            }
        }
        return numbers.hasRemaining() ? Optional.empty() : Optional.of(numbers.array());
    }
}
