package descentlab.optimizer;

import java.util.Arrays;

/** Gaussian elimination with partial pivoting. */
public final class Elimination {

    private Elimination() {}

    /**
     * Solves a y = b, in place.
     *
     * @param a n x n matrix, row-major, overwritten
     * @param b right-hand side, length n, replaced by y; by NaN if a is singular
     * @return false if a pivot is zero or not a number
     */
    public static boolean solve(double[] a, double[] b) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row * n + column]) > Math.abs(a[pivot * n + column])) {
                    pivot = row;
                }
            }
            double head = a[pivot * n + column];
            if (!(Math.abs(head) > 0)) {
                Arrays.fill(b, Double.NaN);
                return false;
            }
            swap(a, b, column, pivot);
            for (int row = column + 1; row < n; row++) {
                double factor = a[row * n + column] / head;
                for (int k = column + 1; k < n; k++) {
                    a[row * n + k] -= factor * a[column * n + k];
                }
                b[row] -= factor * b[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                b[row] -= a[row * n + k] * b[k];
            }
            b[row] /= a[row * n + row];
        }
        return true;
    }

    private static void swap(double[] a, double[] b, int row, int other) {
        if (row == other) {
            return;
        }
        int n = b.length;
        for (int k = 0; k < n; k++) {
            double kept = a[row * n + k];
            a[row * n + k] = a[other * n + k];
            a[other * n + k] = kept;
        }
        double kept = b[row];
        b[row] = b[other];
        b[other] = kept;
    }
}
