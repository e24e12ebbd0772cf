package descentlab.bench;

import descentlab.linalg.FloatKernels;
import descentlab.linalg.RowStarts;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matrix products of LeNet's shapes, one thread: see {@code gflop}, which counts 10^9 operations a second. Run it with
 * {@code -Dvector=} too, for the plain kernels.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public class KernelBench {

    /** A product: rows and columns of C, length of the sums, and how A lies. */
    public enum Shape {
        CONV1_FORWARD(6, 912, 25, Layout.DENSE),
        CONV1_WEIGHT_GRADIENT(25, 8, 892, Layout.WINDOW),
        CONV2_FORWARD(16, 144, 150, Layout.DENSE),
        CONV2_INPUT_GRADIENT(150, 144, 16, Layout.TRANSPOSED),
        CONV2_WEIGHT_GRADIENT(150, 16, 136, Layout.WINDOW),
        DENSE1_FORWARD(32, 128, 400, Layout.DENSE),
        DENSE1_WEIGHT_GRADIENT(120, 400, 32, Layout.TRANSPOSED);

        private enum Layout {
            DENSE,
            TRANSPOSED,
            WINDOW
        }

        private final int m;
        private final int n;
        private final int k;
        private final Layout layout;

        Shape(int m, int n, int k, Layout layout) {
            this.m = m;
            this.n = n;
            this.k = k;
            this.layout = layout;
        }

        private RowStarts aRows() {
            if (layout != Layout.WINDOW) {
                return RowStarts.apart(m, layout == Layout.DENSE ? k : 1);
            }
            int[] rows = new int[m];
            Arrays.setAll(rows, i -> i / 25 * 196 + i % 25 / 5 * 14 + i % 5);
            return RowStarts.of(rows);
        }

        private double gflop() {
            return 2e-9 * m * n * k;
        }
    }

    /** Operations done. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Operations {
        public double gflop;
    }

    @Param
    private Shape shape;

    private final FloatKernels kernels = FloatKernels.create();
    private final float[] a = new float[60_000];
    private final float[] b = new float[60_000];
    private float[] c;
    private RowStarts aRows;
    private RowStarts bRows;

    @Setup
    public void fill() {
        Arrays.fill(a, 0.01f);
        Arrays.fill(b, 0.01f);
        c = new float[shape.m * shape.n];
        aRows = shape.aRows();
        bRows = RowStarts.apart(shape.k, shape.layout == Shape.Layout.DENSE && shape.k < 200 ? 1 : shape.n);
    }

    @Benchmark
    public float[] multiply(Operations operations) {
        int aColumn = shape.layout == Shape.Layout.TRANSPOSED ? shape.m : 1;
        kernels.multiply(shape.m, shape.n, shape.k, a, 0, aRows, aColumn, b, 0, bRows, c, 0, shape.n);
        operations.gflop += shape.gflop();
        return c;
    }
}
