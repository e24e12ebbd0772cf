package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.golden.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SpectrumTest {

    private static final double CLOSE = 1e-8;

    record Reference(String name, ComplexMatrix matrix, JsonNode json) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** NumPy's answers; the file says how they were made. */
    static Stream<Reference> references() {
        return Golden.cases("spectrum.json")
                .map(c -> new Reference(c.get("name").asString(), matrix(c.get("matrix")), c));
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithNumPy(Reference reference) {
        Spectrum spectrum = Spectrum.of(reference.matrix);

        assertSameValues(spectrum.values(), complexes(reference.json.get("eigenvalues")));
        List<GerschgorinDisc> rows = GerschgorinDisc.ofRows(reference.matrix);
        List<GerschgorinDisc> columns = GerschgorinDisc.ofColumns(reference.matrix);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode disc = reference.json.get("discs").get(i);
            assertThat(rows.get(i).center()).isEqualTo(reference.matrix.diagonal(i));
            assertClose(rows.get(i).center().getRealPart(), disc.get(0).asDouble());
            assertClose(rows.get(i).center().getImaginaryPart(), disc.get(1).asDouble());
            assertClose(rows.get(i).radius(), disc.get(2).asDouble());
            assertClose(columns.get(i).radius(), disc.get(3).asDouble());
        }
        if (reference.json.has("kappa")) {
            assertThat(Condition.of(reference.matrix, spectrum))
                    .isInstanceOfSatisfying(
                            Condition.Known.class,
                            known -> assertClose(known.kappa(), reference.json.get("kappa").asDouble()));
        } else {
            assertThat(Condition.of(reference.matrix, spectrum)).isInstanceOf(Condition.None.class);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void preconditionedAgreesWithNumPy(Reference reference) {
        if (!reference.json.has("preconditioned")) {
            return;
        }
        ComplexMatrix expected = matrix(reference.json.get("preconditioned"));
        ComplexMatrix scaled =
                ((DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(reference.matrix)).matrix();
        for (int i = 0; i < scaled.size(); i++) {
            for (int j = 0; j < scaled.size(); j++) {
                assertThat(scaled.at(i, j).subtract(expected.at(i, j)).norm()).isLessThan(CLOSE);
            }
        }
        Spectrum spectrum = Spectrum.of(scaled);
        JsonNode values = reference.json.get("preconditioned_eigenvalues");
        for (int i = 0; i < scaled.size(); i++) {
            assertClose(spectrum.values().get(i).getRealPart(), values.get(i).asDouble());
        }
        Condition.Known known = (Condition.Known) Condition.of(scaled, spectrum);
        assertClose(known.kappa(), reference.json.get("preconditioned_kappa").asDouble());
    }

    @Test
    void triangularMatricesGiveTheirDiagonalExactlyInAnyOrderOfTheVariables() {
        ComplexMatrix jordan = MatrixText.parse("0,2,1;0,0,2;0,0,0").fadeOffDiagonal(1);
        ComplexMatrix shifted = ComplexMatrix.of(3, (i, j) -> i == j ? new Complex(2, 1) : jordan.at(i, j));
        int[] order = {1, 2, 0};
        ComplexMatrix permuted = ComplexMatrix.of(3, (i, j) -> shifted.at(order[i], order[j]));

        assertThat(Spectrum.of(shifted).values()).containsOnly(new Complex(2, 1));
        assertThat(Spectrum.of(permuted).values()).containsOnly(new Complex(2, 1));
        assertThat(Spectrum.of(permuted.transpose()).values()).containsOnly(new Complex(2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,1;-1,1", "1,i;i,-1", "5,4i;4i,-3"})
    void doubleEigenvaluesOfTwoByTwoDoNotSplit(String text) {
        ComplexMatrix matrix = MatrixText.parse(text);
        Complex mean = matrix.at(0, 0).add(matrix.at(1, 1)).multiply(0.5);
        assertThat(Spectrum.of(matrix).values()).allMatch(z -> z.subtract(mean).norm() < 1e-15);
    }

    @Test
    void cyclicPermutationsHaveTheRootsOfUnity() {
        for (int n = 2; n <= 8; n++) {
            int size = n;
            ComplexMatrix cycle = ComplexMatrix.real(n, (i, j) -> j == (i + 1) % size ? 1 : 0);
            for (Complex value : Spectrum.of(cycle).values()) {
                Complex power = Complex.ONE;
                for (int k = 0; k < n; k++) {
                    power = power.multiply(value);
                }
                assertThat(power.subtract(Complex.ONE).norm()).isLessThan(1e-12);
            }
        }
    }

    @Test
    void realMatricesGiveTheSameByTheComplexRoute() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            ComplexMatrix matrix = Matrices.real(random, 1 + random.nextInt(8));
            assertSameValues(Spectrum.of(matrix).values(), List.of(ComplexQr.eigenvalues(matrix)));
        }
    }

    @Test
    void hermitianMatricesHaveRealEigenvaluesThatAddUpToTheTrace() {
        Random random = new Random(8);
        for (int run = 0; run < 200; run++) {
            ComplexMatrix matrix = Matrices.complex(random, 1 + random.nextInt(8)).hermitianPart();
            Spectrum spectrum = Spectrum.of(matrix);
            assertThat(spectrum.hermitian()).isTrue();
            assertThat(spectrum.values()).allMatch(z -> z.getImaginaryPart() == 0);
            double trace = 0;
            double sum = 0;
            double squares = 0;
            double frobenius = 0;
            for (int i = 0; i < matrix.size(); i++) {
                trace += matrix.diagonal(i).getRealPart();
                sum += spectrum.values().get(i).getRealPart();
                squares += Math.pow(spectrum.values().get(i).getRealPart(), 2);
                for (int j = 0; j < matrix.size(); j++) {
                    frobenius += Math.pow(matrix.at(i, j).norm(), 2);
                }
            }
            assertThat(sum).isCloseTo(trace, within(1e-12));
            assertThat(squares).isCloseTo(frobenius, within(1e-10));
        }
    }

    @Test
    void unitsOfTheVariablesDoNotMatter() {
        Random random = new Random(9);
        for (int run = 0; run < 100; run++) {
            int n = 2 + random.nextInt(7);
            ComplexMatrix matrix =
                    run % 2 == 0 ? Matrices.real(random, n) : Matrices.complex(random, n);
            double[] unit = random.doubles(n, -6, 6).map(e -> Math.pow(10, e)).toArray();
            ComplexMatrix rescaled = ComplexMatrix.of(
                    n, (i, j) -> i == j ? matrix.at(i, j) : matrix.at(i, j).multiply(unit[i] / unit[j]));
            assertSameValues(Spectrum.of(rescaled).values(), Spectrum.of(matrix).values());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-30, 1e30, 1e149})
    void scalingScalesTheSpectrum(double factor) {
        for (String text : List.of("2,1;1,3", "1,2,0;-3,4,1;0.5,0,-2", "1+2i,0.5i,0;0.2,-i,0.3;0,0.1+0.1i,3")) {
            ComplexMatrix matrix = MatrixText.parse(text);
            ComplexMatrix scaled = ComplexMatrix.of(
                    matrix.size(), (i, j) -> matrix.at(i, j).multiply(factor));
            List<Complex> back = Spectrum.of(scaled).values().stream()
                    .map(z -> z.divide(factor))
                    .toList();
            assertSameValues(back, Spectrum.of(matrix).values());
        }
    }

    @Test
    void theOrderIsByRealThenImaginaryPartWhateverTheRounding() {
        List<Complex> values = Spectrum.of(MatrixText.parse("0,-1,0;1,0,0;0,0,-4")).values();
        assertThat(values).containsExactly(new Complex(-4), new Complex(0, -1), new Complex(0, 1));
        assertThat(Spectrum.of(MatrixText.parse("0,0;0,0")).values()).containsOnly(Complex.ZERO);
    }

    private static void assertSameValues(List<Complex> actual, List<Complex> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double scale = expected.stream().mapToDouble(Complex::norm).max().orElse(1);
        List<Complex> rest = new ArrayList<>(actual);
        for (Complex value : expected) {
            Complex nearest = rest.stream()
                    .min((a, b) -> Double.compare(
                            a.subtract(value).norm(), b.subtract(value).norm()))
                    .orElseThrow();
            assertThat(nearest.subtract(value).norm()).isLessThanOrEqualTo(CLOSE * Math.max(scale, 1e-300));
            rest.remove(nearest);
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(CLOSE * Math.max(1, Math.abs(expected))));
    }

    static ComplexMatrix matrix(JsonNode json) {
        return ComplexMatrix.of(json.size(), (i, j) -> complex(json.get(i).get(j)));
    }

    private static List<Complex> complexes(JsonNode json) {
        return json.valueStream().map(SpectrumTest::complex).toList();
    }

    private static Complex complex(JsonNode json) {
        return new Complex(json.get(0).asDouble(), json.get(1).asDouble());
    }
}
