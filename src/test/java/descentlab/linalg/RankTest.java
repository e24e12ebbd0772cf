package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where kappa ends: a matrix whose smallest eigenvalue is rounding has none. */
class RankTest {

    /** B B' of whole numbers, exactly singular, scaled so that its entries round. */
    @Test
    void aSingularMatrixHasNoCondition() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int n = 2 + random.nextInt(7);
            int rank = 1 + random.nextInt(n - 1);
            double[][] b = new double[n][rank];
            for (double[] row : b) {
                for (int k = 0; k < rank; k++) {
                    row[k] = random.nextInt(-9, 10);
                }
            }
            double scale = random.nextBoolean() ? 1 : 0.1 + random.nextDouble();
            ComplexMatrix matrix = ComplexMatrix.real(n, (i, j) -> {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += b[i][k] * b[j][k];
                }
                return sum * scale;
            });
            assertThat(Condition.of(matrix, Spectrum.of(matrix))).as(matrix.toString()).isInstanceOf(Condition.None.class);
        }
    }

    @Test
    void twoVariablesAreJudgedAlike() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            double u = random.nextInt(1, 100) / 10.0;
            double v = random.nextInt(1, 100) / 10.0;
            assertThat(new Symmetric2(u * u, u * v, v * v).conditionNumber()).isNaN();
        }
        assertThat(new Symmetric2(1, 1, 1 + 1e-14).conditionNumber()).isBetween(3e14, 5e14);
        assertThat(new Symmetric2(1, 1, Math.nextUp(1.0)).conditionNumber()).isNaN();
    }

    @Test
    void theEntriesOfADiagonalMatrixAreItsEigenvaluesHoweverSmall() {
        assertThat(new Symmetric2(1, 0, 1e-20).conditionNumber()).isCloseTo(1e20, withinPercentage(1e-12));
        assertThat(new Symmetric2(1, 0, 0).conditionNumber()).isNaN();
        ComplexMatrix matrix = MatrixText.parse("1e-20,0;0,1");
        assertThat(((Condition.Known) Condition.of(matrix, Spectrum.of(matrix))).kappa())
                .isCloseTo(1e20, withinPercentage(1e-12));
    }

    @Test
    void theReasonSaysHowNearToZeroIsZero() {
        ComplexMatrix matrix = MatrixText.parse("1,1;1,1");
        assertThat(((Condition.None) Condition.of(matrix, Spectrum.of(matrix))).reason())
                .startsWith("The matrix is not positive definite: its smallest eigenvalue is 0 within rounding");
        assertThat(Condition.of(MatrixText.parse("1,0;0,1e-15"), Spectrum.of(MatrixText.parse("1,0;0,1e-15"))))
                .isInstanceOf(Condition.Known.class);
    }
}
