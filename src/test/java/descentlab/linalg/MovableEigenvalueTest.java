package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.linalg.MovableEigenvalue.Freedom;
import descentlab.linalg.MovableEigenvalue.Moved;
import descentlab.linalg.MovableEigenvalue.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovableEigenvalueTest {

    private static final double EPSILON = Math.ulp(1.0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.2,0;0,4             | 1 | 1    | 0.2,0;0,1",
        "2.1,-1.9;-1.9,2.1     | 0 | 1    | 2.5,-1.5;-1.5,2.5",
        "2.1,-1.9;-1.9,2.1     | 1 | -1   | -0.4,0.6;0.6,-0.4",
        "1,1;0,2               | 1 | 5    | 1,4;0,5",
        "1,1;0,2               | 0 | 2    | 2,0;0,2",
        "0,-1;1,0              | 1 | 2+3i | 2,-3;3,2",
        "0,-1;1,0              | 0 | 2-3i | 2,-3;3,2",
        "2,i;-i,2              | 0 | 0    | 1.5,1.5i;-1.5i,1.5",
        "1+2i,0;0,3            | 0 | i    | i,0;0,3",
        "5                     | 0 | 7    | 7",
        "1,0;0,1               | 0 | 1    | 1,0;0,1",
        "2,1,0;0,2,0;0,0,3     | 2 | 4    | 2,1,0;0,2,0;0,0,4",
        "1,0,0;0,1,1;0,0,2     | 2 | 3    | 1,0,0;0,1,2;0,0,3"
    })
    void knownMatrices(String matrix, int index, String to, String expected) {
        assertThat(moved(MatrixText.parse(matrix), index, ComplexText.parse(to).orElseThrow()))
                .hasToString(expected);
    }

    @Test
    void oneOfTwoEqualEigenvaluesLeavesTheOther() {
        for (String text : List.of("1,0;0,1", "3,0,0;0,1,0;0,0,1", "1,0,0;0,1,1;0,0,2", "1,2,2;0,2,1;0,0,1")) {
            ComplexMatrix matrix = MatrixText.parse(text);
            int index = Spectrum.of(matrix).values().indexOf(new Complex(1));
            if (MovableEigenvalue.of(matrix, index).stuck().isEmpty()) {
                List<Complex> values = new ArrayList<>(Spectrum.of(matrix).values());
                values.set(index, new Complex(7));
                assertSameValues(Spectrum.of(moved(matrix, index, new Complex(7))).values(), values, 1e-13);
            }
        }
        assertThat(MovableEigenvalue.of(MatrixText.parse("1,0,0;0,1,1;0,0,2"), 0).condition()).isCloseTo(1, within(1e-12));
    }

    /** Eigenvalues are those asked for, and eigenvectors stay, up to rounding times cond(V). */
    @Test
    void randomMatricesGetTheEigenvaluesAskedForAndKeepTheirEigenvectors() {
        Random random = new Random(7);
        int moves = 0;
        for (int run = 0; run < 400; run++) {
            int n = 1 + random.nextInt(8);
            ComplexMatrix matrix = switch (run % 4) {
                case 0 -> Matrices.real(random, n);
                case 1 -> Matrices.complex(random, n);
                case 2 -> Matrices.positiveDefinite(random, n);
                default -> Matrices.complex(random, n).hermitianPart();
            };
            List<MovableEigenvalue> all = MovableEigenvalue.all(matrix);
            if (all.stream().anyMatch(each -> each.stuck().isPresent())) {
                continue;
            }
            double condition = all.stream().mapToDouble(MovableEigenvalue::condition).max().orElseThrow();
            MovableEigenvalue one = all.get(random.nextInt(n));
            Complex from = one.triplet().value();
            Complex to = switch (one.freedom()) {
                case REAL_AXIS -> new Complex(3 * random.nextGaussian());
                case PAIR -> new Complex(3 * random.nextGaussian(),
                        Math.signum(from.getImaginaryPart()) * (0.1 + 3 * random.nextDouble()));
                case PLANE -> new Complex(3 * random.nextGaussian(), 3 * random.nextGaussian());
            };
            ComplexMatrix after = ((Moved) one.to(to)).matrix();
            moves++;
            double size = n * (matrix.largestPart() + condition * to.subtract(from).norm());
            double rounding = 50 * EPSILON * size;

            List<Complex> expected = new ArrayList<>();
            for (MovableEigenvalue each : all) {
                Complex value = each.triplet().value();
                boolean goes = each == one;
                boolean goesAlong = one.freedom() == Freedom.PAIR && value.subtract(from.conjugate()).norm() < 1e-9;
                Complex then = goes ? to : goesAlong ? to.conjugate() : value;
                expected.add(then);
                assertThat(residual(after, each.triplet().right(), then))
                        .as("eigenvector of %s in %s", value, matrix)
                        .isLessThan(rounding * condition);
            }
            assertSameValues(Spectrum.of(after).values(), expected, rounding * n * condition);
            assertThat(after.isReal()).isEqualTo(matrix.isReal());
            if (run % 4 > 1) {
                assertThat(after).isEqualTo(after.hermitianPart());
            }
            assertThat(MatrixText.parse(after.toString())).isEqualTo(after);
        }
        assertThat(moves).isGreaterThan(350);
    }

    @Test
    void itsConditionIsWilkinsons() {
        assertThat(MovableEigenvalue.of(MatrixText.parse("2,1;1,3"), 0).condition()).isEqualTo(1);
        // For [1 a; 0 2]: v = (1, 0), w = (1, -a), so the condition is sqrt(1 + a^2).
        assertThat(MovableEigenvalue.of(MatrixText.parse("1,3;0,2"), 0).condition())
                .isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(MovableEigenvalue.of(MatrixText.parse("1,3;0,2"), 1).condition())
                .isCloseTo(Math.sqrt(10), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2,1,0;0,2,1;0,0,2    | 0 | 3     | is over 1e15, so that the matrix is defective",
        "2,1;0,2.0000001      | 1 | 3     | its condition number is 1e7, and at most 10,000",
        "1,100000;0,2         | 0 | 3     | is 1e5",
        "2,1;1,3              | 0 | 1+i   | stays on the real axis",
        "1,2;0,3              | 0 | i     | stays on the real axis",
        "0,-1;1,0             | 1 | 2     | does not come to the real axis",
        "0,-1;1,0             | 1 | 2-i   | does not come to the real axis"
    })
    void saysWhyNot(String matrix, int index, String to, String reason) {
        assertThat(MovableEigenvalue.of(MatrixText.parse(matrix), index).to(ComplexText.parse(to).orElseThrow()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void refusesWhatIsNoPlace() {
        MovableEigenvalue free = MovableEigenvalue.of(MatrixText.parse("1+i,2;0,3"), 0);
        for (Complex place : List.of(Complex.NaN, new Complex(Double.POSITIVE_INFINITY, 0), new Complex(0, 1e151))) {
            assertThat(free.to(place)).isInstanceOf(Refused.class);
        }
        assertThat(MovableEigenvalue.of(MatrixText.parse("1e150,1e150;0,0"), 1).to(new Complex(-1e150)))
                .isInstanceOf(Moved.class);
        assertThat(MovableEigenvalue.of(MatrixText.parse("1,100;0,2"), 1).to(new Complex(1e149)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void tinyAndLargeMatricesMoveAlike() {
        assertThat(moved(MatrixText.parse("2e-140,1e-140;1e-140,3e-140"), 0, new Complex(1e-140)).largestPart())
                .isCloseTo(2.89442719099992e-140, within(1e-152));
        assertThat(moved(MatrixText.parse("0,0;0,0"), 0, new Complex(2)).at(0, 0).add(
                moved(MatrixText.parse("0,0;0,0"), 0, new Complex(2)).at(1, 1)).getRealPart()).isEqualTo(2);
    }

    private static ComplexMatrix moved(ComplexMatrix matrix, int index, Complex to) {
        return ((Moved) MovableEigenvalue.of(matrix, index).to(to)).matrix();
    }

    /** ||Mv - lambda v||. */
    private static double residual(ComplexMatrix m, Complex[] v, Complex value) {
        Complex[] rest = new Complex[v.length];
        for (int i = 0; i < v.length; i++) {
            rest[i] = value.multiply(v[i]).negate();
            for (int j = 0; j < v.length; j++) {
                rest[i] = rest[i].add(m.at(i, j).multiply(v[j]));
            }
        }
        return NullSpace.length(rest);
    }

    private static void assertSameValues(List<Complex> actual, List<Complex> expected, double tolerance) {
        List<Complex> left = new ArrayList<>(actual);
        for (Complex value : expected) {
            Complex nearest = left.stream()
                    .min(Comparator.comparingDouble(z -> z.subtract(value).norm()))
                    .orElseThrow();
            assertThat(nearest.subtract(value).norm()).as("%s among %s", value, actual).isLessThan(tolerance);
            left.remove(nearest);
        }
    }
}
