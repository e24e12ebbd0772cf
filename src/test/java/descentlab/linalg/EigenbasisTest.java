package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EigenbasisTest {

    @Test
    void rebuildsTheMatrixFromOrthonormalRows() {
        Random random = new Random(11);
        for (int run = 0; run < 100; run++) {
            int n = 1 + random.nextInt(8);
            ComplexMatrix matrix = Matrices.positiveDefinite(random, n);
            Eigenbasis basis = Eigenbasis.of(matrix);
            double[][] w = basis.whitening();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double dot = 0;
                    double rebuilt = 0;
                    for (int k = 0; k < n; k++) {
                        dot += basis.u()[i][k] * basis.u()[j][k];
                        rebuilt += w[k][i] * w[k][j];
                    }
                    assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-13));
                    assertThat(rebuilt).isCloseTo(matrix.at(i, j).getRealPart(), within(1e-12));
                }
            }
        }
    }

    @Test
    void minimizerHasNoGradientAndMovesMostAlongTheSmallestEigenvalue() {
        Eigenbasis basis = Eigenbasis.of(MatrixText.parse("2.1,-1.9;-1.9,2.1"));
        double[] x = basis.minimizer(new double[] {1, 0.5});
        assertThat(2.1 * x[0] - 1.9 * x[1] + 1).isCloseTo(0, within(1e-12));
        assertThat(-1.9 * x[0] + 2.1 * x[1] + 0.5).isCloseTo(0, within(1e-12));
        double[] far = basis.minimizer(basis.u()[0]);
        assertThat(Math.hypot(far[0], far[1])).isCloseTo(1 / 0.2, within(1e-9));
    }

    @Test
    void equalEigenvaluesKeepTheOrderOfTheAxes() {
        assertThat(Eigenbasis.of(MatrixText.parse("2,0,0;0,2,0;0,0,2")).u()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @Test
    void isForRealSymmetricMatricesOnly() {
        assertThatThrownBy(() -> Eigenbasis.of(MatrixText.parse("1,2;3,4")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Eigenbasis.of(MatrixText.parse("1,2i;-2i,4")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turningKeepsEigenvaluesAndPrintedRotationDoublesThem() {
        ComplexMatrix turned = MatrixPreset.ELLIPSE.turned(45).matrix();
        assertThat(turned).isEqualTo(MatrixText.parse("2.1,-1.9;-1.9,2.1"));
        assertThat(MatrixPreset.ELLIPSE.turned(0)).isEqualTo(MatrixPreset.ELLIPSE);
        assertThat(MatrixPreset.ELLIPSE.turned(90).matrix()).isEqualTo(MatrixText.parse("4,0;0,0.2"));
        assertThat(Eigenbasis.of(turned).values()).containsExactly(new double[] {0.2, 4}, within(1e-14));
        assertThat(Eigenbasis.of(MatrixPreset.PRINTED_ROTATED.matrix()).values())
                .containsExactly(new double[] {0.4, 8}, within(1e-14));
        assertThat(new Symmetric2(2, 1, 3).turned(30).turned(-30).b()).isCloseTo(1, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("descentlab.linalg.MatrixPreset#all")
    void presetsReadBackFromTheirLinks(MatrixPreset preset) {
        assertThat(MatrixText.parse(preset.matrix().toString())).isEqualTo(preset.matrix());
    }

    @Test
    void randomPositiveDefiniteHasTheKappaAskedForAndItsSeedFixesIt() {
        for (int n = 2; n <= 8; n++) {
            ComplexMatrix matrix = MatrixPreset.randomPositiveDefinite(n, 1000, 5);
            Condition.Known known = (Condition.Known) Condition.of(matrix, Spectrum.of(matrix));
            assertThat(known.kappa()).isCloseTo(1000, within(1e-4));
            assertThat(MatrixPreset.randomPositiveDefinite(n, 1000, 5)).isEqualTo(matrix);
            assertThat(MatrixPreset.randomPositiveDefinite(n, 1000, 6)).isNotEqualTo(matrix);
        }
    }
}
