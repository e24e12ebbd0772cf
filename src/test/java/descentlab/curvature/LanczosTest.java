package descentlab.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lanczos' iteration finds the eigenvalues of matrices whose eigenvalues are known, and says how well. */
class LanczosTest {

    /** Q diag(values) Q with a reflection Q = I - 2 u u^T, so that nothing lies along an axis. */
    private static final class Reflected implements Products {

        private final double[] values;
        private final double[] u;
        private double[] v;
        private int parts;

        Reflected(double... values) {
            this.values = values;
            u = new Random(3).doubles(values.length, 0.5, 1).toArray();
            double norm = Math.sqrt(Arrays.stream(u).map(x -> x * x).sum());
            Arrays.setAll(u, i -> u[i] / norm);
        }

        private double[] reflect(double[] x) {
            double along = IntStream.range(0, x.length).mapToDouble(i -> u[i] * x[i]).sum();
            return IntStream.range(0, x.length).mapToDouble(i -> x[i] - 2 * along * u[i]).toArray();
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void begin(double[] direction) {
            v = direction;
            parts = 0;
        }

        @Override
        public boolean goOn(BooleanSupplier over) {
            return ++parts == 3;
        }

        @Override
        public void end(double[] product) {
            double[] y = reflect(v);
            double[] back = reflect(IntStream.range(0, y.length).mapToDouble(i -> values[i] * y[i]).toArray());
            System.arraycopy(back, 0, product, 0, product.length);
        }
    }

    private static double[] random(int n, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void allEigenvaluesAreFoundInAsManySteps() {
        double[] values = {-3, -0.5, 0, 1e-3, 1, 2, 50, 1000};
        Lanczos lanczos = new Lanczos(new Reflected(values), random(8, 1), 100, 0).finish();
        assertThat(lanczos.steps()).isEqualTo(8);
        for (int i = 0; i < values.length; i++) {
            assertThat(lanczos.value(i)).isCloseTo(values[7 - i], within(1e-9));
        }
    }

    @Test
    void theLargestComesFirstAndTheResidualBoundsItsError() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i == 0 ? 30 : i == 1 ? 20 : Math.sin(i)).toArray();
        for (int steps = 3; steps < 14; steps++) {
            Lanczos lanczos = new Lanczos(new Reflected(values), random(400, 2), steps, 0).finish();
            assertThat(Math.abs(lanczos.value(0) - 30)).isLessThanOrEqualTo(lanczos.residual(0) + 1e-12);
        }
        Lanczos near = new Lanczos(new Reflected(values), random(400, 2), 100, 1e-6).finish();
        assertThat(near.steps()).isLessThan(20);
        assertThat(near.value(0)).isCloseTo(30, within(1e-9));
        double[] vector = near.vector(0);
        double[] product = new double[400];
        Reflected again = new Reflected(values);
        again.begin(vector);
        again.end(product);
        assertThat(product[7]).isCloseTo(30 * vector[7], within(1e-4));
    }

    @Test
    void aWarmStartTakesFewerProducts() {
        double[] values = IntStream.range(0, 300).mapToDouble(i -> Math.pow(0.8, i)).toArray();
        Lanczos cold = new Lanczos(new Reflected(values), random(300, 4), 100, 1e-3).finish();
        values[0] = 1.05;
        Lanczos warm = new Lanczos(new Reflected(values), cold.vector(0), 100, 1e-3).finish();
        assertThat(warm.steps()).isLessThan(cold.steps());
        assertThat(warm.value(0)).isCloseTo(1.05, within(1e-5));
    }

    @Test
    void aStartWithinAnInvariantSubspaceEndsThere() {
        Reflected matrix = new Reflected(1, 1, 1, 1, 7);
        Lanczos lanczos = new Lanczos(matrix, random(5, 5), 5, 0).finish();
        assertThat(lanczos.steps()).isEqualTo(2);
        assertThat(lanczos.value(0)).isCloseTo(7, within(1e-12));
        assertThat(lanczos.value(1)).isCloseTo(1, within(1e-12));
        assertThat(lanczos.residual(0)).isZero();
    }

    @Test
    void slicesDoNotChangeIt() {
        double[] values = random(60, 6);
        Lanczos whole = new Lanczos(new Reflected(values), random(60, 7), 20, 0).finish();
        Lanczos sliced = new Lanczos(new Reflected(values), random(60, 7), 20, 0);
        int slices = 0;
        while (!sliced.goOn(() -> true)) {
            slices++;
        }
        assertThat(slices).isGreaterThan(20);
        assertThat(sliced.value(0)).isEqualTo(whole.value(0));
    }

    @Test
    void whatIsNoStartIsRefused() {
        Reflected matrix = new Reflected(1, 2, 3);
        assertThatThrownBy(() -> new Lanczos(matrix, new double[3], 2, 0)).hasMessageContaining("length");
        assertThatThrownBy(() -> new Lanczos(matrix, new double[] {1, Double.NaN, 0}, 2, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Lanczos(matrix, new double[2], 2, 0)).hasMessageContaining("3 rows");
        assertThatThrownBy(() -> new Lanczos(matrix, new double[] {1, 0, 0}, 0, 0)).hasMessageContaining("steps");
        assertThatThrownBy(() -> new ScaledProducts(matrix, new double[2])).hasMessageContaining("3 rows");
    }

    @Test
    void aProductThatIsNotFiniteEndsIt() {
        Lanczos lanczos = new Lanczos(new Reflected(1, Double.POSITIVE_INFINITY, 3), random(3, 8), 3, 0).finish();
        assertThat(lanczos.broken()).isTrue();
        assertThat(lanczos.value(0)).isNaN();
    }

    @Test
    void aDensityHasTheMomentsOfTheSpectrum() {
        int n = 2000;
        double[] values = IntStream.range(0, n).mapToDouble(i -> i < 500 ? -1.0 : i < 1990 ? 0.5 * i / n : 40).toArray();
        SpectralDensity density = new SpectralDensity();
        for (int probe = 0; probe < 10; probe++) {
            density.add(new Lanczos(new Reflected(values), random(n, 10 + probe), 40, 0).finish());
        }
        assertThat(density.mean(value -> 1)).isCloseTo(1, within(1e-9));
        assertThat(density.mean(value -> value))
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(0.03));
        assertThat(density.negatives(1e-6)).isCloseTo(0.25, within(0.02));
        assertThat(density.largest()).isCloseTo(40, within(1e-9));
        double integral = IntStream.range(-300, 4300).mapToDouble(i -> density.at(i / 100.0, 0.1) / 100).sum();
        assertThat(integral).isCloseTo(1, within(1e-3));
        assertThat(density.at(20, 0.1)).isLessThan(1e-9);
        assertThat(density.at(-1, 0.1)).isGreaterThan(0.8);
    }

    @Test
    void scalingFromBothSidesKeepsItSymmetric() {
        double[] d = {1, 2, 0.5};
        double[] e1 = new double[3];
        double[] e2 = new double[3];
        ScaledProducts scaled = new ScaledProducts(new Reflected(1, 2, 3), d);
        double[] plain = new double[3];
        Reflected inner = new Reflected(1, 2, 3);
        inner.begin(new double[] {1, 0, 0});
        inner.end(plain);
        for (double[] e : new double[][] {e1, e2}) {
            scaled.begin(e == e1 ? new double[] {1, 0, 0} : new double[] {0, 1, 0});
            while (!scaled.goOn(() -> false)) {
                // on
            }
            scaled.end(e);
        }
        assertThat(e1[1]).isCloseTo(2 * plain[1], within(1e-12));
        assertThat(e2[0]).isCloseTo(e1[1], within(1e-12));
    }
}
