package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.golden.Golden;
import descentlab.linalg.QrSteps.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Power iteration and QR steps. */
class IterationTest {

    static Stream<JsonNode> references() {
        return Golden.cases("iteration.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void powerIterationAgreesWithNumPy(JsonNode reference) {
        ComplexMatrix matrix = matrix(reference);
        PowerIteration power = PowerIteration.of(matrix, usual(matrix.size()), 20);
        for (JsonNode expected : reference.get("power")) {
            PowerIteration.Step step = power.steps().get(expected.get("step").asInt());
            for (int i = 0; i < matrix.size(); i++) {
                near(step.x()[i], expected.get("x").get(i));
            }
            near(step.rayleigh(), expected.get("rayleigh"));
            assertThat(step.residual()).isCloseTo(expected.get("residual").asDouble(), within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void qrStepsAgreeWithNumPy(JsonNode reference) {
        ComplexMatrix matrix = matrix(reference);
        for (Shift shift : Shift.values()) {
            QrSteps qr = QrSteps.of(matrix, shift, 10);
            for (JsonNode expected : reference.path(shift.name().toLowerCase(Locale.ROOT))) {
                int k = expected.get("step").asInt();
                ComplexMatrix a = qr.matrices().get(k);
                assertThat(qr.below()[k]).isCloseTo(expected.get("below").asDouble(), within(1e-10));
                for (int i = 0; i < a.size(); i++) {
                    near(a.diagonal(i), expected.get("diagonal").get(i));
                    for (int j = 0; j < a.size(); j++) {
                        assertThat(a.at(i, j).norm())
                                .isCloseTo(expected.get("moduli").get(i).get(j).asDouble(), within(1e-10));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2,1;1,3             | 1,0.5  | CONVERGES | 0.3819660112501051",
        "2,1;0,1             | 1,0.5  | CONVERGES | 0.5",
        "0,-1;1,0            | 1,0    | TIED      | 1",
        "1,0;0,-1            | 1,0.5  | TIED      | 1",
        "2,1;0,2             | 1,0.5  | DEFECTIVE | NaN",
        "3,0,0;0,3,0;0,0,1   | 1,1,1  | CONVERGES | 0.3333333333333333",
        "2.1,-1.9;-1.9,2.1   | 1,1    | NO_PART   | 0.05",
        "0,1;0,0             | 1,1    | VANISHES  | NaN",
        "0,0;0,0             | 1,2    | VANISHES  | NaN",
        "7                   | 2      | CONVERGES | NaN",
        "i,0;0,0.5           | 1,1    | CONVERGES | 0.5"
    })
    void saysWhatBecomesOfPowerIteration(String text, String start, PowerIteration.Outcome outcome, double ratio) {
        PowerIteration power = power(text, start, 60);
        assertThat(power.outcome()).isEqualTo(outcome);
        assertThat(power.ratio()).isEqualTo(ratio, within(1e-12));
        assertThat(power.goal().isEmpty()).isEqualTo(outcome == PowerIteration.Outcome.TIED
                || outcome == PowerIteration.Outcome.VANISHES);
    }

    /** The sine shrinks by |lambda_2 / lambda_1|; the Rayleigh quotient of a Hermitian matrix by its square. */
    @Test
    void itsErrorShrinksAsPredicted() {
        Random random = new Random(3);
        for (int run = 0; run < 60; run++) {
            int n = 2 + random.nextInt(7);
            double ratio = 0.2 + 0.6 * random.nextDouble();
            ComplexMatrix matrix = MatrixPreset.randomPositiveDefinite(n, Math.pow(ratio, 1.0 - n), run);
            PowerIteration power = PowerIteration.of(matrix, usual(n), 60);
            assertThat(power.outcome()).isEqualTo(PowerIteration.Outcome.CONVERGES);
            assertThat(power.ratio()).isCloseTo(ratio, within(1e-6));
            assertThat(power.measured()).isCloseTo(ratio, within(0.03));
            for (PowerIteration.Step step : power.steps()) {
                double off = power.largest().subtract(step.rayleigh()).norm();
                assertThat(NullSpace.length(step.x())).isCloseTo(1, within(1e-14));
                assertThat(off).isLessThanOrEqualTo(power.largest().norm() * (step.sine() * step.sine() + 1e-13));
                double nearest = Spectrum.of(matrix).values().stream()
                        .mapToDouble(value -> value.subtract(step.rayleigh()).norm())
                        .min()
                        .orElseThrow();
                assertThat(step.residual()).isGreaterThanOrEqualTo(nearest - 1e-12 * power.largest().norm());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2,1;1,3                 | NONE      | TRIANGULAR | 0.3819660112501051 | 0",
        "0,-1;1,0                | NONE      | BLOCKS     | NaN                | 1",
        "0,-1;1,0                | RAYLEIGH  | BLOCKS     | NaN                | 1",
        "0,-1;1,0                | WILKINSON | TRIANGULAR | NaN                | 0",
        "1,2,0;-3,4,1;0.5,0,-2   | NONE      | BLOCKS     | 0.628              | 1",
        "1,2,0;-3,4,1;0.5,0,-2   | RAYLEIGH  | BLOCKS     | 0.628              | 1",
        "1,2,0;-3,4,1;0.5,0,-2   | WILKINSON | TRIANGULAR | 0.628              | 0",
        "0,1;1,0                 | NONE      | TIED       | NaN                | 0",
        "10,0.1;0.1,9.9          | NONE      | UNDER_WAY  | 0.97778            | 0",
        "0,1;1,0                 | RAYLEIGH  | UNDER_WAY  | NaN                | 0",
        "0,1;1,0                 | WILKINSON | TRIANGULAR | NaN                | 0",
        "1,0;0,2                 | NONE      | TRIANGULAR | 0.5                | 0",
        "10,1;1,9.9              | RAYLEIGH  | TRIANGULAR | 0.818              | 0",
        "0,0;0,0                 | NONE      | TRIANGULAR | 0                  | 0",
        "3                       | NONE      | TRIANGULAR | NaN                | 0",
        "2,i;-i,2                | NONE      | TRIANGULAR | 0.3333333333333333 | 0"
    })
    void saysWhatBecomesOfQrSteps(String text, Shift shift, QrSteps.Outcome outcome, double ratio, int blocks) {
        QrSteps qr = QrSteps.of(MatrixText.parse(text), shift, 60);
        assertThat(qr.outcome()).isEqualTo(outcome);
        assertThat(qr.blocks()).hasSize(blocks);
        if (text.equals("0,0;0,0")) {
            assertThat(qr.ratio()).isNaN();
        } else {
            assertThat(qr.ratio()).isEqualTo(ratio, within(1e-3));
        }
    }

    @Test
    void aPairOfConjugatesIsNoTie() {
        ComplexMatrix matrix = MatrixText.parse("1,2,0;-3,4,1;0.5,0,-2");
        assertThat(QrSteps.of(matrix, Shift.NONE, 20).outcome()).isEqualTo(QrSteps.Outcome.UNDER_WAY);
        assertThat(QrSteps.of(MatrixText.parse("1,0.1;0.1,-1"), Shift.NONE, 20).outcome())
                .isEqualTo(QrSteps.Outcome.TIED);
    }

    @Test
    void everyStepKeepsTheEigenvaluesAndTheDiagonalComesToThem() {
        Random random = new Random(5);
        for (int run = 0; run < 60; run++) {
            int n = 1 + random.nextInt(8);
            ComplexMatrix matrix = run % 2 == 0 ? Matrices.complex(random, n) : Matrices.positiveDefinite(random, n);
            List<Complex> values = Spectrum.of(matrix).values();
            for (Shift shift : Shift.values()) {
                QrSteps qr = QrSteps.of(matrix, shift, 60);
                assertThat(qr.matrices()).hasSize(61);
                same(Spectrum.of(qr.matrices().get(60)).values(), values, 1e-9);
                if (run % 2 == 1) {
                    assertThat(qr.matrices().get(30).isHermitian()).isTrue();
                    assertThat(qr.matrices().get(30).isReal()).isTrue();
                }
                if (qr.outcome() == QrSteps.Outcome.TRIANGULAR) {
                    ComplexMatrix last = qr.matrices().get(60);
                    same(IntStream.range(0, n).mapToObj(last::diagonal).toList(), values, 1e-6);
                }
                if (shift == Shift.WILKINSON) {
                    assertThat(qr.outcome()).isEqualTo(QrSteps.Outcome.TRIANGULAR);
                }
            }
        }
    }

    @Test
    void aShiftIsMuchQuicker() {
        ComplexMatrix matrix = MatrixText.parse("10,1,0;1,9.5,1;0,1,9");
        assertThat(QrSteps.of(matrix, Shift.WILKINSON, 60).settledAfter().orElseThrow()).isLessThan(8);
        assertThat(QrSteps.of(matrix, Shift.NONE, 60).settledAfter()).isEmpty();
        QrSteps plain = QrSteps.of(matrix, Shift.NONE, 60);
        assertThat(plain.measured()).isCloseTo(plain.ratio(), within(5e-3));
    }

    @Test
    void sizeDoesNotMatter() {
        PowerIteration large = power("2e149,1e149;1e149,3e149", "1e-140,5e-141", 30);
        PowerIteration small = power("2,1;1,3", "1,0.5", 30);
        assertThat(large.steps().getLast().rayleigh().getRealPart())
                .isCloseTo(small.steps().getLast().rayleigh().getRealPart() * 1e149, within(1e136));
        assertThat(large.outcome()).isEqualTo(PowerIteration.Outcome.CONVERGES);
        assertThat(QrSteps.of(MatrixText.parse("2e-140,1e-140;1e-140,3e-140"), Shift.NONE, 40).outcome())
                .isEqualTo(QrSteps.Outcome.TRIANGULAR);
    }

    @Test
    void refusesAStartThatIsNone() {
        for (String start : new String[] {"0,0", "1,2,3", "1"}) {
            assertThatThrownBy(() -> power("2,1;1,3", start, 5)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PowerIteration power(String matrix, String start, int steps) {
        Complex[] x = Arrays.stream(start.split(","))
                .map(part -> ComplexText.parse(part).orElseThrow())
                .toArray(Complex[]::new);
        return PowerIteration.of(MatrixText.parse(matrix), x, steps);
    }

    private static Complex[] usual(int n) {
        Complex[] start = new Complex[n];
        Arrays.setAll(start, i -> new Complex(1.0 / (i + 1)));
        return start;
    }

    private static ComplexMatrix matrix(JsonNode reference) {
        JsonNode rows = reference.get("matrix");
        return ComplexMatrix.of(rows.size(), (i, j) -> complex(rows.get(i).get(j)));
    }

    private static Complex complex(JsonNode pair) {
        return new Complex(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static void near(Complex actual, JsonNode expected) {
        assertThat(actual.subtract(complex(expected)).norm()).as("%s for %s", actual, expected).isLessThan(1e-10);
    }

    private static void same(List<Complex> actual, List<Complex> expected, double tolerance) {
        List<Complex> left = new ArrayList<>(actual);
        for (Complex value : expected) {
            Complex nearest = left.stream()
                    .min(Comparator.comparingDouble(z -> z.subtract(value).norm()))
                    .orElseThrow();
            assertThat(nearest.subtract(value).norm()).isLessThan(tolerance);
            left.remove(nearest);
        }
    }
}
