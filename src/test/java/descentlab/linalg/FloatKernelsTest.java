package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.rig.OtherJvm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the kernels, held by each of them. */
class FloatKernelsTest {

    private static final int PAD = 3;
    private static final float UNTOUCHED = 7;

    static Stream<FloatKernels> kernels() {
        return Stream.of(new PlainKernels(), new VectorKernels());
    }

    @Test
    void theTestsRunWithTheVectorApi() {
        assertThat(FloatKernels.vectorized()).isTrue();
        assertThat(FloatKernels.create()).isInstanceOf(VectorKernels.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1", "6, 912, 25", "16, 144, 150", "150, 144, 16", "32, 128, 400", "120, 400, 32", "84, 120, 32",
        "10, 84, 32", "32, 10, 84", "7, 13, 5", "9, 49, 0", "3, 24, 2", "5, 31, 4", "4, 15, 1", "2, 33, 700"
    })
    void multipliesAndAddsAsTheFormulaSays(int m, int n, int k) {
        for (boolean transposed : new boolean[] {false, true}) {
            float[] a = random(PAD + m * k);
            float[] b = random(PAD + n * k);
            int cRow = n + PAD;
            float[] expected = new float[PAD + m * cRow];
            Arrays.fill(expected, UNTOUCHED);
            float[] start = expected.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = UNTOUCHED;
                    for (int p = 0; p < k; p++) {
                        sum += (double) a[PAD + (transposed ? p * m + i : i * k + p)] * b[PAD + p * n + j];
                    }
                    expected[PAD + i * cRow + j] = (float) sum;
                }
            }
            RowStarts aRows = RowStarts.apart(m, transposed ? 1 : k);
            float[][] results = kernels()
                    .map(kernels -> {
                        float[] c = start.clone();
                        kernels.multiply(
                                m, n, k, a, PAD, aRows, transposed ? m : 1, b, PAD, RowStarts.apart(k, n), c, PAD, cRow);
                        return c;
                    })
                    .toArray(float[][]::new);
            assertThat(results[0]).containsExactly(expected, within(1e-4f));
            assertThat(results[1]).as("vectors give the same bits").containsExactly(results[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 912, 1, 32", "16, 144, 6, 14"})
    void rowsThatOverlapMakeAConvolution(int outputs, int pixels, int inputs, int width) {
        int plane = width * width;
        float[] image = random(inputs * plane + 6 * width);
        int[] places = window(inputs, width, plane);
        RowStarts window = RowStarts.of(places);
        float[] weights = random(outputs * places.length);
        float[] gradient = random(pixels * 16);
        float[][] results = kernels()
                .map(kernels -> {
                    float[] c = new float[outputs * pixels];
                    kernels.multiply(
                            outputs, pixels, places.length, weights, 0, RowStarts.apart(outputs, places.length), 1,
                            image, 0, window, c, 0, pixels);
                    return c;
                })
                .toArray(float[][]::new);
        double expected = 0;
        for (int p = 0; p < places.length; p++) {
            expected += (double) weights[2 * places.length + p] * image[places[p] + 5];
        }
        assertThat(results[0][2 * pixels + 5]).isCloseTo((float) expected, within(1e-4f));
        assertThat(results[1]).containsExactly(results[0]);

        for (int n : new int[] {8, 16, 11}) {
            float[][] gradients = kernels()
                    .map(kernels -> {
                        float[] c = new float[places.length * n];
                        kernels.multiply(
                                places.length, n, 100, image, 0, window, 1,
                                gradient, 0, RowStarts.apart(100, n), c, 0, n);
                        return c;
                    })
                    .toArray(float[][]::new);
            assertThat(gradients[1]).containsExactly(gradients[0]);
        }
    }

    private static int[] window(int inputs, int width, int plane) {
        int[] window = new int[inputs * 25];
        for (int i = 0; i < window.length; i++) {
            window[i] = i / 25 * plane + i % 25 / 5 * width + i % 5;
        }
        return window;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theSigmoidIsExactToItsBound(FloatKernels kernels) {
        float[] x = new float[20_001];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 10_000) * 0.0085f;
        }
        float[] y = x.clone();
        kernels.sigmoid(y, 0, y.length);
        for (int i = 0; i < x.length; i++) {
            double exact = 1 / (1 + Math.exp(-(double) x[i]));
            assertThat((double) y[i]).isCloseTo(exact, within(1.3e-7 * exact));
        }
    }

    @Test
    void theSigmoidHasTheSameBitsWithAndWithoutVectors() {
        float[] plain = random(1003);
        plain[0] = Float.NaN;
        plain[1] = Float.POSITIVE_INFINITY;
        plain[2] = Float.NEGATIVE_INFINITY;
        plain[3] = -0f;
        plain[4] = 1e30f;
        float[] vector = plain.clone();
        new PlainKernels().sigmoid(plain, 0, plain.length);
        new VectorKernels().sigmoid(vector, 0, vector.length);
        assertThat(vector).containsExactly(plain);
        assertThat(plain[0]).isNaN();
        assertThat(plain[1]).isEqualTo(1);
        assertThat(plain[2]).isBetween(0f, 1e-37f);
        assertThat(plain[3]).isEqualTo(0.5f);
    }

    @Test
    void withoutTheModuleAnotherJvmFallsBackToTheSameNumbers() throws IOException, InterruptedException {
        assertThat(otherJvm("--add-modules", "jdk.incubator.vector")).isEqualTo("vectors " + checksum());
        assertThat(otherJvm()).isEqualTo("plain " + checksum());
    }

    /** Those of AVX2, for which there are fewer registers, and those of NEON: other tiles. */
    @ParameterizedTest
    @ValueSource(ints = {32, 16})
    void shorterVectorsGiveTheSameNumbers(int bytes) throws IOException, InterruptedException {
        assertThat(otherJvm("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=" + bytes))
                .isEqualTo("vectors " + checksum());
    }

    private static String otherJvm(String... options) throws IOException, InterruptedException {
        return OtherJvm.lines(Other.class, List.of(options)).getLast();
    }

    /** Run in a JVM of its own. */
    static final class Other {
        public static void main(String[] arguments) {
            System.out.println((FloatKernels.vectorized() ? "vectors " : "plain ") + checksum());
        }
    }

    /** Of products of LeNet's shapes, and of the sigmoids of one. */
    private static int checksum() {
        FloatKernels kernels = FloatKernels.create();
        float[] c = new float[150 * 150];
        kernels.multiply(
                16, 150, 90, random(1440), 0, RowStarts.apart(16, 90), 1,
                random(90 * 150), 0, RowStarts.apart(90, 150), c, 0, 150);
        kernels.multiply(
                15, 144, 16, random(16 * 150), 0, RowStarts.apart(15, 1), 150,
                random(16 * 144), 0, RowStarts.apart(16, 144), c, 0, 150);
        for (int n : new int[] {8, 16, 84}) {
            kernels.multiply(
                    150, n, 100, random(6 * 196 + 100), 0, RowStarts.of(window(6, 14, 196)), 1,
                    random(100 * n), 0, RowStarts.apart(100, n), c, 0, 150);
        }
        kernels.sigmoid(c, 0, c.length);
        return Arrays.hashCode(c);
    }

    private static float[] random(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
