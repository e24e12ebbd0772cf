package descentlab.linalg;

/**
 * A piece of a product C += A B small enough for its sums to stay in the processor's registers: some rows of C, some vectors
 * wide. {@link TileCompiler} makes them.
 */
interface Tile {

    /**
     * Adds to each entry of the piece by k fused multiply-adds, in their order.
     *
     * @param a entry (i, p) of A stands at {@code aAt + aRows[first + i] + p aColumn}
     * @param b row p of B starts at {@code bAt + bRows[p]}
     * @param c row i of the piece starts at {@code cAt + i cRow}
     */
    void add(
            int k, float[] a, int aAt, int[] aRows, int first, int aColumn,
            float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow);
}
