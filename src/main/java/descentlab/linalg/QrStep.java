package descentlab.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.hipparchus.complex.Complex;

/** One step of {@link QrSteps}, by Givens rotations. */
final class QrStep {

    private static final double EPSILON = Math.ulp(1.0);

    private QrStep() {}

    /** @param size a norm of the matrix */
    static ComplexMatrix of(ComplexMatrix matrix, QrSteps.Shift shift, double size) {
        int rows = shift == QrSteps.Shift.NONE ? matrix.size() : unsettled(matrix, shift, EPSILON * size);
        if (rows < 2) {
            return matrix;
        }
        Complex[][] m = new Complex[matrix.size()][matrix.size()];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                m[i][j] = matrix.at(i, j);
            }
        }
        step(m, rows, shiftOf(matrix, rows - 1, shift));
        return ComplexMatrix.of(m.length, (i, j) -> m[i][j]);
    }

    /** How many leading rows are not done. */
    private static int unsettled(ComplexMatrix matrix, QrSteps.Shift shift, double tolerance) {
        int rows = matrix.size();
        while (rows > 1) {
            if (matrix.rowSum(rows - 1, upTo(rows - 1)) <= tolerance) {
                rows--;
            } else if (shift == QrSteps.Shift.RAYLEIGH && rows > 1 && conjugates(matrix, rows - 2)
                    && matrix.rowSum(rows - 1, upTo(rows - 2)) + matrix.rowSum(rows - 2, upTo(rows - 2)) <= tolerance) {
                rows -= 2;
            } else {
                return rows;
            }
        }
        return rows;
    }

    private static IntPredicate upTo(int end) {
        return j -> j < end;
    }

    private static Complex shiftOf(ComplexMatrix a, int last, QrSteps.Shift shift) {
        return switch (shift) {
            case NONE -> Complex.ZERO;
            case RAYLEIGH -> a.diagonal(last);
            case WILKINSON ->
                ComplexQr.nearer(a.at(last - 1, last - 1), a.at(last - 1, last), a.at(last, last - 1), a.at(last, last));
        };
    }

    /** A - sI = QR becomes RQ + sI on the leading rows and columns, and the rest is turned along. */
    private static void step(Complex[][] m, int rows, Complex shift) {
        for (int i = 0; i < rows; i++) {
            m[i][i] = m[i][i].subtract(shift);
        }
        List<Turn> turns = new ArrayList<>();
        for (int j = 0; j < rows - 1; j++) {
            for (int i = rows - 1; i > j; i--) {
                if (!m[i][j].isZero()) {
                    Turn turn = new Turn(Givens.of(m[i - 1][j], m[i][j]), i - 1);
                    turn.givens.rows(m, i - 1, 0, m.length);
                    m[i][j] = Complex.ZERO;
                    turns.add(turn);
                }
            }
        }
        Complex[] phases = new Complex[rows];
        for (int i = 0; i < rows; i++) {
            double size = m[i][i].norm();
            phases[i] = size == 0 ? Complex.ONE : m[i][i].divide(size);
            for (int j = 0; j < m.length; j++) {
                m[i][j] = m[i][j].multiply(phases[i].conjugate());
            }
        }
        for (Turn turn : turns) {
            turn.givens.columns(m, turn.at, 0, rows);
        }
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < rows; i++) {
                m[i][j] = m[i][j].multiply(phases[j]);
            }
            m[j][j] = m[j][j].add(shift);
        }
    }

    /** A rotation of rows at and at + 1. */
    private record Turn(Givens givens, int at) {}

    /** First rows of the blocks of 2 x 2 on the diagonal of a real matrix whose eigenvalues are conjugates. */
    static List<Integer> blocks(ComplexMatrix a, double tolerance) {
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; a.isReal() && i < a.size() - 1; i++) {
            if (a.at(i + 1, i).norm() > tolerance && conjugates(a, i)) {
                blocks.add(i++);
            }
        }
        return blocks;
    }

    private static boolean conjugates(ComplexMatrix a, int i) {
        double half = (a.at(i, i).getRealPart() - a.at(i + 1, i + 1).getRealPart()) / 2;
        return a.isReal() && half * half + a.at(i, i + 1).getRealPart() * a.at(i + 1, i).getRealPart() < 0;
    }
}
