package descentlab.linalg;

/**
 * The inner loops of networks, in single precision, on plain arrays. An instance keeps what it
 * learnt: one thread at a time. {@link #create()} gives the Vector API's where the JVM has it, else plain Java; both do the same operations on
 * each number in the same order, with fused multiply-adds, so that their results are equal bit for bit.
 *
 * <p>A kernel never checks its arguments beyond the arrays' own bounds.
 */
public sealed interface FloatKernels permits PlainKernels, VectorKernels {

    /** Numbers in a vector, or half of them or twice as many: arrays are best made a multiple of this wide. */
    int LANES = 8;

    /**
     * C += A B, each entry of C by k fused multiply-adds in the order of k.
     *
     * <p>A is m x k with entry (i, p) at {@code aAt} and where {@code aRows} has row i, plus {@code p aColumn}; a transposed A is a matter of strides.
     * Row p of B, n long, starts at {@code bAt} and where {@code bRows} has it, row i of C at {@code cAt + i cRow}. Rows of A or B that
     * overlap make a convolution of it, without the patches ever being copied.
     */
    void multiply(
            int m, int n, int k,
            float[] a, int aAt, RowStarts aRows, int aColumn,
            float[] b, int bAt, RowStarts bRows,
            float[] c, int cAt, int cRow);

    /** Adds {@code n} numbers to others. */
    void add(int n, float[] from, int fromAt, float[] to, int toAt);

    /**
     * x = 1 / (1 + exp(-x)), in place, for entries {@code from} to {@code to}, exclusive; relative error below 3e-7
     * where the result is above 1e-37. Not a number stays so.
     */
    void sigmoid(float[] x, int from, int to);

    /** The way back through {@link #sigmoid}: n numbers g become g y (1 - y). */
    void sigmoidSlope(int n, float[] y, int yAt, float[] g, int gAt);

    /** The fastest kernels this JVM has. */
    static FloatKernels create() {
        return vectorized() ? new VectorKernels() : new PlainKernels();
    }

    /** Whether {@link #create()} gives the Vector API's: the module was added, and vectors hold 4 floats or more. */
    static boolean vectorized() {
        return Vectorized.AVAILABLE;
    }

    /** Finds out once. */
    final class Vectorized {
        private static final boolean AVAILABLE =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorKernels.supported();

        private Vectorized() {}
    }
}
