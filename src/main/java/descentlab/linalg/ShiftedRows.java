package descentlab.linalg;

import static descentlab.linalg.FloatKernels.LANES;
import static descentlab.linalg.VectorKernels.all;
import static descentlab.linalg.VectorKernels.load;

import jdk.incubator.vector.FloatVector;

/**
 * The product of {@link VectorKernels} where the rows of A come in fives that start one entry after the other, as those
 * of a 5 x 5 window do: their entries lie together as they are, and nothing is packed.
 */
final class ShiftedRows {

    private static final int FIVE = 5;

    private ShiftedRows() {}

    /** Whether the rows of A are such. */
    static boolean are(int m, int[] aRows) {
        if (m % FIVE != 0) {
            return false;
        }
        for (int i = 0; i < m; i++) {
            if (aRows[i] != aRows[i - i % FIVE] + i % FIVE) {
                return false;
            }
        }
        return true;
    }

    /** As {@link FloatKernels#multiply}. */
    static void multiply(
            int m, int n, int k,
            float[] a, int aAt, int[] aRows,
            float[] b, int bAt, int[] bRows,
            float[] c, int cAt, int cRow) {
        int two = n - n % (2 * LANES);
        int one = n - n % LANES;
        for (int i = 0; i < m; i += FIVE) {
            for (int j = 0; j < two; j += 2 * LANES) {
                fiveByTwo(k, a, aAt + aRows[i], b, bAt + j, bRows, c, cAt + i * cRow + j, cRow);
            }
        }
        if (two < one) {
            int tens = m - m % (2 * FIVE);
            for (int i = 0; i < tens; i += 2 * FIVE) {
                int row = cAt + i * cRow + two;
                tenByOne(k, a, aAt + aRows[i], aAt + aRows[i + FIVE], b, bAt + two, bRows, c, row, cRow);
            }
            if (tens < m) {
                fiveByOne(k, a, aAt + aRows[tens], b, bAt + two, bRows, c, cAt + tens * cRow + two, cRow);
            }
        }
        for (int i = 0; one < n && i < m; i++) {
            VectorKernels.row(n - one, k, a, aAt + aRows[i], 1, b, bAt + one, bRows, c, cAt + i * cRow + one);
        }
    }

    /** 5 rows of C, 2 vectors wide; each row of A starts one entry after the row before it. */
    private static void fiveByTwo(
            int k, float[] a, int aAt, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        FloatVector s00 = load(c, cAt);
        FloatVector s01 = load(c, cAt + LANES);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LANES);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LANES);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + LANES);
        FloatVector s40 = load(c, c4);
        FloatVector s41 = load(c, c4 + LANES);
        for (int p = 0; p < k; p++) {
            int row = bAt + bRows[p];
            FloatVector b0 = load(b, row);
            FloatVector b1 = load(b, row + LANES);
            FloatVector factor = all(a[aAt + p]);
            s00 = factor.fma(b0, s00);
            s01 = factor.fma(b1, s01);
            factor = all(a[aAt + p + 1]);
            s10 = factor.fma(b0, s10);
            s11 = factor.fma(b1, s11);
            factor = all(a[aAt + p + 2]);
            s20 = factor.fma(b0, s20);
            s21 = factor.fma(b1, s21);
            factor = all(a[aAt + p + 3]);
            s30 = factor.fma(b0, s30);
            s31 = factor.fma(b1, s31);
            factor = all(a[aAt + p + 4]);
            s40 = factor.fma(b0, s40);
            s41 = factor.fma(b1, s41);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
    }

    /** 10 rows of C, 1 vector wide; rows of A as in {@link #fiveByTwo}, in two runs of five. */
    private static void tenByOne(
            int k, float[] a, int aAt, int aNext, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        FloatVector s0 = load(c, cAt);
        FloatVector s1 = load(c, cAt + cRow);
        FloatVector s2 = load(c, cAt + 2 * cRow);
        FloatVector s3 = load(c, cAt + 3 * cRow);
        FloatVector s4 = load(c, cAt + 4 * cRow);
        FloatVector s5 = load(c, cAt + 5 * cRow);
        FloatVector s6 = load(c, cAt + 6 * cRow);
        FloatVector s7 = load(c, cAt + 7 * cRow);
        FloatVector s8 = load(c, cAt + 8 * cRow);
        FloatVector s9 = load(c, cAt + 9 * cRow);
        for (int p = 0; p < k; p++) {
            FloatVector other = load(b, bAt + bRows[p]);
            s0 = all(a[aAt + p]).fma(other, s0);
            s1 = all(a[aAt + p + 1]).fma(other, s1);
            s2 = all(a[aAt + p + 2]).fma(other, s2);
            s3 = all(a[aAt + p + 3]).fma(other, s3);
            s4 = all(a[aAt + p + 4]).fma(other, s4);
            s5 = all(a[aNext + p]).fma(other, s5);
            s6 = all(a[aNext + p + 1]).fma(other, s6);
            s7 = all(a[aNext + p + 2]).fma(other, s7);
            s8 = all(a[aNext + p + 3]).fma(other, s8);
            s9 = all(a[aNext + p + 4]).fma(other, s9);
        }
        s0.intoArray(c, cAt);
        s1.intoArray(c, cAt + cRow);
        s2.intoArray(c, cAt + 2 * cRow);
        s3.intoArray(c, cAt + 3 * cRow);
        s4.intoArray(c, cAt + 4 * cRow);
        s5.intoArray(c, cAt + 5 * cRow);
        s6.intoArray(c, cAt + 6 * cRow);
        s7.intoArray(c, cAt + 7 * cRow);
        s8.intoArray(c, cAt + 8 * cRow);
        s9.intoArray(c, cAt + 9 * cRow);
    }

    /** 5 rows of C, 1 vector wide, as {@link #fiveByTwo}. */
    private static void fiveByOne(
            int k, float[] a, int aAt, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        FloatVector s00 = load(c, cAt);
        FloatVector s10 = load(c, c1);
        FloatVector s20 = load(c, c2);
        FloatVector s30 = load(c, c3);
        FloatVector s40 = load(c, c4);
        for (int p = 0; p < k; p++) {
            int row = bAt + bRows[p];
            FloatVector b0 = load(b, row);
            FloatVector factor = all(a[aAt + p]);
            s00 = factor.fma(b0, s00);
            factor = all(a[aAt + p + 1]);
            s10 = factor.fma(b0, s10);
            factor = all(a[aAt + p + 2]);
            s20 = factor.fma(b0, s20);
            factor = all(a[aAt + p + 3]);
            s30 = factor.fma(b0, s30);
            factor = all(a[aAt + p + 4]);
            s40 = factor.fma(b0, s40);
        }
        s00.intoArray(c, cAt);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
        s40.intoArray(c, c4);
    }
}
