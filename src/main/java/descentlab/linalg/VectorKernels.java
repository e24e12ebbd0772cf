package descentlab.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatKernels} over the Vector API, register-blocked: 4 rows x 2 vectors of C at a time, 3 x 3 or 5 x 2 where that fits
 * better; all fit the 16 registers that AVX2 has. Vectors always hold 8 floats, so that every machine adds in the same order.
 */
final class VectorKernels implements FloatKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int THREE = 3;
    private static final int FOUR = 4;

    /** A block of rows of A, where its columns are not dense. */
    private float[] packed = new float[FOUR * 512];

    /** Whether the machine has vectors of 8 floats. */
    static boolean supported() {
        return VectorShape.preferredShape().vectorBitSize() >= SPECIES.vectorBitSize();
    }

    @Override
    public void multiply(
            int m, int n, int k,
            float[] a, int aAt, int[] aRows, int aColumn,
            float[] b, int bAt, int[] bRows,
            float[] c, int cAt, int cRow) {
        if (aColumn == 1 && ShiftedRows.are(m, aRows)) {
            ShiftedRows.multiply(m, n, k, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
            return;
        }
        if (packed.length < FOUR * k) {
            packed = new float[FOUR * k];
        }
        int block = m % FOUR != 0 && m % THREE == 0 ? THREE : FOUR;
        int columns = block == FOUR ? 2 * LANES : 3 * LANES;
        int blocked = m - m % block;
        int wide = n - n % columns;
        for (int i = 0; i < blocked; i += block) {
            for (int row = 0; row < block; row++) {
                pack(k, a, aAt + aRows[i + row], aColumn, block, row);
            }
            int row = cAt + i * cRow;
            for (int j = 0; j < wide; j += columns) {
                if (block == FOUR) {
                    fourByTwo(k, packed, b, bAt + j, bRows, c, row + j, cRow);
                } else {
                    threeByThree(k, packed, b, bAt + j, bRows, c, row + j, cRow);
                }
            }
        }
        for (int i = 0; i < m; i++) {
            int from = i < blocked ? wide : 0;
            row(n - from, k, a, aAt + aRows[i], aColumn, b, bAt + from, bRows, c, cAt + i * cRow + from);
        }
    }

    /** Copies a row of A so that its block's entries lie together: one check of the array's bounds serves them all. */
    private void pack(int k, float[] a, int aAt, int aColumn, int block, int row) {
        for (int p = 0; p < k; p++) {
            packed[p * block + row] = a[aAt + p * aColumn];
        }
    }

    /** 4 rows of C, 2 vectors wide; A packed. */
    private static void fourByTwo(
            int k, float[] a, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        FloatVector s00 = load(c, cAt);
        FloatVector s01 = load(c, cAt + LANES);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LANES);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LANES);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + LANES);
        for (int p = 0; p < k; p++) {
            int row = bAt + bRows[p];
            FloatVector b0 = load(b, row);
            FloatVector b1 = load(b, row + LANES);
            FloatVector factor = all(a[p * FOUR]);
            s00 = factor.fma(b0, s00);
            s01 = factor.fma(b1, s01);
            factor = all(a[p * FOUR + 1]);
            s10 = factor.fma(b0, s10);
            s11 = factor.fma(b1, s11);
            factor = all(a[p * FOUR + 2]);
            s20 = factor.fma(b0, s20);
            s21 = factor.fma(b1, s21);
            factor = all(a[p * FOUR + 3]);
            s30 = factor.fma(b0, s30);
            s31 = factor.fma(b1, s31);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
    }

    /** 3 rows of C, 3 vectors wide; A packed. */
    private static void threeByThree(
            int k, float[] a, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        FloatVector s00 = load(c, cAt);
        FloatVector s01 = load(c, cAt + LANES);
        FloatVector s02 = load(c, cAt + 2 * LANES);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LANES);
        FloatVector s12 = load(c, c1 + 2 * LANES);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LANES);
        FloatVector s22 = load(c, c2 + 2 * LANES);
        for (int p = 0; p < k; p++) {
            int row = bAt + bRows[p];
            FloatVector b0 = load(b, row);
            FloatVector b1 = load(b, row + LANES);
            FloatVector b2 = load(b, row + 2 * LANES);
            FloatVector factor = all(a[p * THREE]);
            s00 = factor.fma(b0, s00);
            s01 = factor.fma(b1, s01);
            s02 = factor.fma(b2, s02);
            factor = all(a[p * THREE + 1]);
            s10 = factor.fma(b0, s10);
            s11 = factor.fma(b1, s11);
            s12 = factor.fma(b2, s12);
            factor = all(a[p * THREE + 2]);
            s20 = factor.fma(b0, s20);
            s21 = factor.fma(b1, s21);
            s22 = factor.fma(b2, s22);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + LANES);
        s02.intoArray(c, cAt + 2 * LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
    }

    /** One row of C, for what is left over beside the blocks. */
    static void row(
            int n, int k, float[] a, int aAt, int aColumn, float[] b, int bAt, int[] bRows, float[] c, int cAt) {
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            FloatVector sum = load(c, cAt + j);
            for (int p = 0; p < k; p++) {
                sum = all(a[aAt + p * aColumn]).fma(load(b, bAt + bRows[p] + j), sum);
            }
            sum.intoArray(c, cAt + j);
        }
        for (; j < n; j++) {
            float sum = c[cAt + j];
            for (int p = 0; p < k; p++) {
                sum = Math.fma(a[aAt + p * aColumn], b[bAt + bRows[p] + j], sum);
            }
            c[cAt + j] = sum;
        }
    }

    @Override
    public void add(int n, float[] from, int fromAt, float[] to, int toAt) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(to, toAt + i).add(load(from, fromAt + i)).intoArray(to, toAt + i);
        }
        for (; i < n; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector z = load(x, i).neg().max(-Sigmoid.LARGEST).min(Sigmoid.LARGEST);
            FloatVector rounded = z.fma(all(Sigmoid.LOG2_E), all(Sigmoid.ROUNDING));
            FloatVector whole = rounded.sub(Sigmoid.ROUNDING);
            FloatVector r = whole.fma(all(-Sigmoid.LN2_LOW), whole.fma(all(-Sigmoid.LN2_HIGH), z));
            FloatVector p = r.fma(all(Sigmoid.C6), all(Sigmoid.C5));
            p = p.fma(r, all(Sigmoid.C4));
            p = p.fma(r, all(Sigmoid.C3));
            p = p.fma(r, all(Sigmoid.C2));
            p = p.fma(r, all(1));
            p = p.fma(r, all(1));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, Sigmoid.MANTISSA_BITS)
                    .add(Sigmoid.ONE)
                    .reinterpretAsFloats();
            all(1).div(p.fma(power, all(1))).intoArray(x, i);
        }
        for (; i < to; i++) {
            x[i] = Sigmoid.of(x[i]);
        }
    }

    @Override
    public void sigmoidSlope(int n, float[] y, int yAt, float[] g, int gAt) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector value = load(y, yAt + i);
            load(g, gAt + i).mul(value.mul(all(1).sub(value))).intoArray(g, gAt + i);
        }
        for (; i < n; i++) {
            float value = y[yAt + i];
            g[gAt + i] *= value * (1 - value);
        }
    }

    static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
