package descentlab.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * Prepares a matrix for an eigenvalue iteration without any rounding.
 *
 * <p>First the zero pattern: a permutation makes every matrix block triangular, its diagonal blocks being the strongly
 * connected parts of the graph with an edge from i to j where entry i, j is not zero. The eigenvalues are those of
 * the blocks, so that a triangular matrix, defective or not, gives up its diagonal exactly. Then each block is balanced
 * as Parlett and Reinsch do (Numer. Math. 13, 1969): rows and columns are scaled against each other by powers of two
 * until their norms agree, so that a matrix in badly chosen units loses nothing by it.
 */
final class Irreducible {

    private static final double GAIN = 0.95;

    private Irreducible() {}

    /** The indices of the irreducible diagonal blocks. */
    static List<int[]> blocks(ComplexMatrix matrix) {
        int n = matrix.size();
        boolean[][] reaches = reachability(matrix);
        List<int[]> blocks = new ArrayList<>();
        boolean[] placed = new boolean[n];
        for (int i = 0; i < n; i++) {
            if (!placed[i]) {
                int first = i;
                int[] block = IntStream.range(0, n)
                        .filter(j -> j == first || reaches[first][j] && reaches[j][first])
                        .toArray();
                for (int j : block) {
                    placed[j] = true;
                }
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static boolean[][] reachability(ComplexMatrix matrix) {
        int n = matrix.size();
        boolean[][] reaches = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reaches[i][j] = !matrix.at(i, j).isZero();
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reaches[i][j] |= reaches[i][via] && reaches[via][j];
                }
            }
        }
        return reaches;
    }

    /** S^-1 M S with S diagonal, powers of two, such that row and column norms differ by little more than two. */
    static ComplexMatrix balanced(ComplexMatrix matrix) {
        int n = matrix.size();
        int[] exponent = new int[n];
        ComplexMatrix current = matrix;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int k = 0; k < n; k++) {
                int row = k;
                double rowSum = current.rowSum(k, j -> j != row);
                double columnSum = current.transpose().rowSum(k, j -> j != row);
                if (rowSum == 0 || columnSum == 0) {
                    continue;
                }
                int shift = Math.getExponent(Math.sqrt(rowSum) / Math.sqrt(columnSum) * Math.sqrt(2));
                double after = Math.scalb(columnSum, shift) + Math.scalb(rowSum, -shift);
                if (shift != 0 && after < GAIN * (columnSum + rowSum)) {
                    exponent[k] += shift;
                    changed = true;
                    current = scaled(matrix, exponent);
                }
            }
        }
        return current;
    }

    private static ComplexMatrix scaled(ComplexMatrix matrix, int[] exponent) {
        return ComplexMatrix.of(
                matrix.size(), (i, j) -> scale(matrix.at(i, j), exponent[j] - exponent[i]));
    }

    /** z 2^exponent. */
    static Complex scale(Complex z, int exponent) {
        return new Complex(Math.scalb(z.getRealPart(), exponent), Math.scalb(z.getImaginaryPart(), exponent));
    }
}
