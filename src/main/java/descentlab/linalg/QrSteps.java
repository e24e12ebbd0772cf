package descentlab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.hipparchus.complex.Complex;

/**
 * Steps of the QR algorithm on the matrix as it is (Francis 1961; Golub and Van Loan, Matrix Computations, 7.3): A_k - s I = QR,
 * A_k+1 = RQ + s I, where R has a real diagonal that is not negative. All A_k have the eigenvalues of A_0, and their diagonals
 * come to them: without a shift s what is below the diagonal shrinks, in the end, by |lambda_i+1 / lambda_i| a step, the moduli
 * in falling order, and a pair of conjugates in a real matrix, whose moduli are equal, stays as a block of 2 x 2.
 *
 * <p>With shifts, rows that are done are left alone: a step is taken on the leading block whose last row is not, and its rotations
 * go over the rest of the matrix. Errors: each step is unitary up to rounding, so that eigenvalues are kept to about k eps ||A||
 * times their condition.
 *
 * @param matrices A_0, A_1, ...
 * @param below for each the root of the sum of squares below the diagonal
 * @param outside for each the same, but for the blocks
 * @param settled for each whether it is triangular, but for blocks of conjugates, to 1e-10 of ||A||
 * @param blocks first row of each block of conjugates in the last matrix, from 0
 * @param outcome what becomes of it
 * @param ratio the largest |lambda_i+1 / lambda_i| under 1: without shifts the factor of the slowest entry; NaN if there is none
 * @param measured the factor by which {@code outside} shrank in each of the last steps in which it could be told from rounding;
 *     NaN where there are none
 */
public record QrSteps(
        List<ComplexMatrix> matrices,
        double[] below,
        double[] outside,
        boolean[] settled,
        int[] blocks,
        Outcome outcome,
        double ratio,
        double measured) {

    private static final double SETTLED = 1e-10;
    private static final double ROUNDING = 1e-14;
    private static final int MEASURED_STEPS = 10;

    /** What is taken from the diagonal before a step. */
    public enum Shift {
        /** Nothing. */
        NONE,
        /** The last diagonal entry that is not done. */
        RAYLEIGH,
        /** Of the last 2 x 2 block that is not done, the eigenvalue nearer to its last entry; complex, if that is. */
        WILKINSON
    }

    /** What becomes of the steps. */
    public enum Outcome {
        /** The last matrix is triangular. */
        TRIANGULAR,
        /** It is, but for a block of 2 x 2 for each pair of conjugates. */
        BLOCKS,
        /** Eigenvalues of equal modulus, no pair of conjugates, which no step without a shift tells apart. */
        TIED,
        /** There is still something below the diagonal. */
        UNDER_WAY
    }

    /** After how many steps it is settled for good. */
    public OptionalInt settledAfter() {
        int k = settled.length;
        while (k > 0 && settled[k - 1]) {
            k--;
        }
        return k < settled.length ? OptionalInt.of(k) : OptionalInt.empty();
    }

    /** So many steps from a matrix. */
    public static QrSteps of(ComplexMatrix matrix, Shift shift, int count) {
        int exponent = Math.getExponent(Math.max(matrix.largestPart(), Double.MIN_NORMAL));
        int n = matrix.size();
        ComplexMatrix first = ComplexMatrix.of(n, (i, j) -> Irreducible.scale(matrix.at(i, j), -exponent));
        List<ComplexMatrix> all = new ArrayList<>(List.of(first));
        double size = first.norm();
        for (int k = 0; k < count; k++) {
            all.add(QrStep.of(all.getLast(), shift, size));
        }
        List<Complex> values = new ArrayList<>(Spectrum.of(first).values());
        values.sort(Comparator.comparingDouble(Complex::norm).thenComparing(Complex::getRealPart));
        List<Integer> blocks = blocks(all.getLast(), values, size);
        double[] outside = all.stream().mapToDouble(a -> below(a, blocks)).toArray();
        boolean[] settled = new boolean[outside.length];
        for (int k = 0; k < outside.length; k++) {
            settled[k] = outside[k] <= SETTLED * size;
        }
        List<ComplexMatrix> scaled = all.stream()
                .map(a -> ComplexMatrix.of(n, (i, j) -> Irreducible.scale(a.at(i, j), exponent)))
                .toList();
        return new QrSteps(
                scaled,
                scaled.stream().mapToDouble(a -> below(a, List.of())).toArray(),
                Arrays.stream(outside).map(left -> Math.scalb(left, exponent)).toArray(),
                settled,
                blocks.stream().mapToInt(Integer::intValue).toArray(),
                outcome(settled[count], blocks, shift, values, matrix.isReal()),
                ratio(values),
                measured(outside, size));
    }

    /** Blocks of conjugates; on the way there may seem to be some where there are none. */
    private static List<Integer> blocks(ComplexMatrix last, List<Complex> values, double size) {
        List<Integer> blocks = QrStep.blocks(last, SETTLED * size);
        long pairs = values.stream().filter(z -> z.getImaginaryPart() > 0).count();
        return blocks.size() <= pairs ? blocks : List.of();
    }

    private static Outcome outcome(
            boolean settled, List<Integer> blocks, Shift shift, List<Complex> ascending, boolean real) {
        if (settled) {
            return blocks.isEmpty() ? Outcome.TRIANGULAR : Outcome.BLOCKS;
        }
        boolean tied = false;
        for (int i = 1; i < ascending.size(); i++) {
            Complex lower = ascending.get(i - 1);
            Complex upper = ascending.get(i);
            double same = PowerIteration.SAME * upper.norm();
            boolean pair = real && lower.subtract(upper.conjugate()).norm() <= same;
            boolean equal = lower.subtract(upper).norm() <= same;
            tied |= upper.norm() - lower.norm() <= same && !pair && !equal;
        }
        return tied && shift == Shift.NONE ? Outcome.TIED : Outcome.UNDER_WAY;
    }

    private static double ratio(List<Complex> ascending) {
        double largest = Double.NaN;
        for (int i = 1; i < ascending.size(); i++) {
            double ratio = ascending.get(i - 1).norm() / ascending.get(i).norm();
            if (ratio < 1 - PowerIteration.SAME && !(ratio <= largest)) {
                largest = ratio;
            }
        }
        return largest;
    }

    /** Root of the sum of squares below the diagonal, but for the entries of blocks. */
    private static double below(ComplexMatrix a, List<Integer> blocks) {
        double sum = 0;
        for (int i = 1; i < a.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum = Math.hypot(sum, j == i - 1 && blocks.contains(j) ? 0 : a.at(i, j).norm());
            }
        }
        return sum;
    }

    private static double measured(double[] outside, double size) {
        int end = 0;
        while (end < outside.length && outside[end] > ROUNDING * size) {
            end++;
        }
        int from = Math.max(0, end - 1 - MEASURED_STEPS);
        int length = end - 1 - from;
        return length < 2 ? Double.NaN : Math.pow(outside[end - 1] / outside[from], 1.0 / length);
    }
}
