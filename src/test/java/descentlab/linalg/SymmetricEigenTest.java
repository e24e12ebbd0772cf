package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every symmetric matrix is taken apart, in whatever order its entries grow. */
class SymmetricEigenTest {

    /** Of size n, its entries about 10^(e_i + e_j). */
    private static double[][] graded(int n, Random random, IntToDoubleFunction exponent) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian() * Math.pow(10, exponent.applyAsDouble(i) + exponent.applyAsDouble(j));
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double norm(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static void isTakenApart(double[][] matrix, SymmetricEigen eigen) {
        int n = matrix.length;
        double norm = norm(matrix);
        assertThat(eigen.values()).hasSize(n);
        for (int k = 0; k < n; k++) {
            assertThat(k == 0 || eigen.values()[k] <= eigen.values()[k - 1]).as("the largest first").isTrue();
            for (int i = 0; i < n; i++) {
                assertThat(dot(matrix[i], eigen.vectors()[k]))
                        .isCloseTo(eigen.values()[k] * eigen.vectors()[k][i], within(1e-13 * n * norm));
                assertThat(dot(eigen.vectors()[i], eigen.vectors()[k])).isCloseTo(i == k ? 1 : 0, within(1e-12));
            }
        }
        double trace = IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).sum();
        assertThat(Arrays.stream(eigen.values()).sum()).isCloseTo(trace, within(1e-14 * n * n * norm));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 8", "3, -8", "8, 16", "8, -16", "20, 0", "40, 15", "40, -15", "80, 8", "80, -8", "80, 30", "80, -30"})
    void aMatrixThatGrowsOrFallsIsTakenApart(int n, double decades) {
        for (int seed = 0; seed < 10; seed++) {
            double[][] matrix = graded(n, new Random(seed), i -> decades / 2 * i / n);
            isTakenApart(matrix, SymmetricEigen.of(matrix));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 8", "40, 15", "80, 30"})
    void soIsOneOfMixedSizes(int n, double decades) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            double[] exponents = random.doubles(n, 0, decades / 2).toArray();
            double[][] matrix = graded(n, random, i -> exponents[i]);
            isTakenApart(matrix, SymmetricEigen.of(matrix));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 8", "30, 0", "30, 16", "30, -16", "100, 30", "100, -30"})
    void soIsATridiagonalOne(int n, double decades) {
        for (int seed = 0; seed < 10; seed++) {
            double[][] matrix = graded(n, new Random(seed), i -> decades / 2 * i / n);
            double[] diagonal = IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).toArray();
            double[] beside = IntStream.range(1, n).mapToDouble(i -> matrix[i][i - 1]).toArray();
            double[][] whole = new double[n][n];
            for (int i = 0; i < n; i++) {
                whole[i][i] = diagonal[i];
                if (i > 0) {
                    whole[i][i - 1] = beside[i - 1];
                    whole[i - 1][i] = beside[i - 1];
                }
            }
            isTakenApart(whole, SymmetricEigen.ofTridiagonal(diagonal, beside));
        }
    }

    /** What the second attempt is for; where this no longer holds, it can go. */
    @Test
    void withoutAShiftSomeDoNotConverge() {
        long given = IntStream.range(0, 40)
                .mapToObj(seed -> graded(100, new Random(seed), i -> 15.0 * i / 100))
                .filter(matrix -> {
                    isTakenApart(matrix, SymmetricEigen.of(matrix));
                    try {
                        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix));
                        return false;
                    } catch (MathIllegalStateException noConvergence) {
                        return true;
                    }
                })
                .count();
        assertThat(given).isPositive();
    }

    @Test
    void nothingIsMadeOfAMatrixThatIsNotSymmetric() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {3, 4}})).hasMessageContaining("symmetric");
    }
}
