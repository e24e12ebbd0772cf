package descentlab.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatKernels} over the Vector API, with the longest vectors the machine has. How long they are changes no number: each
 * entry of a result has a lane of its own.
 *
 * <p>Vectors are made and loaded by the API's own methods alone, never by one of ours between: the compiler always takes in
 * the API's, ours only where its counts say that they are called often. Counts that were broken off while a kernel got
 * warm said otherwise in half of all starts, and each vector was an object for good.
 */
final class VectorKernels implements FloatKernels {

    /** The longest vectors that the machine has, and shorter ones for what is left: {@link Tiles} knows both by name. */
    static final VectorSpecies<Float> LONG = longest(Integer.MAX_VALUE);

    static final VectorSpecies<Float> SHORT = longest(FloatVector.SPECIES_256.vectorBitSize());

    /** What vectors of these lengths are, for {@link TileCompiler}. */
    static final Class<?> LONG_TYPE = LONG.vectorType();

    static final Class<?> SHORT_TYPE = SHORT.vectorType();

    /** AVX-512 and NEON have 32 registers for vectors, AVX2 has 16. */
    private static final boolean MANY =
            LONG == FloatVector.SPECIES_512 || System.getProperty("os.arch").equals("aarch64");

    private final Tiles longs = new Tiles("LONG", LONG, MANY);
    private final Tiles shorts = new Tiles("SHORT", SHORT, MANY);

    private static VectorSpecies<Float> longest(int most) {
        int bits = Math.min(most, VectorShape.preferredShape().vectorBitSize());
        return bits >= FloatVector.SPECIES_512.vectorBitSize()
                ? FloatVector.SPECIES_512
                : bits >= FloatVector.SPECIES_256.vectorBitSize() ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;
    }

    /** Whether the machine has vectors of 4 floats. */
    static boolean supported() {
        return VectorShape.preferredShape().vectorBitSize() >= FloatVector.SPECIES_128.vectorBitSize();
    }

    @Override
    public void multiply(
            int m, int n, int k,
            float[] a, int aAt, RowStarts aRows, int aColumn,
            float[] b, int bAt, RowStarts bRows,
            float[] c, int cAt, int cRow) {
        int count = n / LONG.length();
        int done = count * LONG.length();
        longs.multiply(m, count, k, a, aAt, aRows, aColumn, b, bAt, bRows, c, cAt, cRow);
        count = (n - done) / SHORT.length();
        shorts.multiply(m, count, k, a, aAt, aRows, aColumn, b, bAt + done, bRows, c, cAt + done, cRow);
        for (int j = done + count * SHORT.length(); j < n; j++) {
            for (int i = 0; i < m; i++) {
                float sum = c[cAt + i * cRow + j];
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[aAt + aRows.at[i] + p * aColumn], b[bAt + bRows.at[p] + j], sum);
                }
                c[cAt + i * cRow + j] = sum;
            }
        }
    }

    @Override
    public void add(int n, float[] from, int fromAt, float[] to, int toAt) {
        int i = 0;
        for (; i <= n - LONG.length(); i += LONG.length()) {
            FloatVector sum = FloatVector.fromArray(LONG, to, toAt + i).add(FloatVector.fromArray(LONG, from, fromAt + i));
            sum.intoArray(to, toAt + i);
        }
        for (; i < n; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int to) {
        int i = from;
        for (; i <= to - LONG.length(); i += LONG.length()) {
            FloatVector z = FloatVector.fromArray(LONG, x, i).neg().max(-Sigmoid.LARGEST).min(Sigmoid.LARGEST);
            FloatVector rounded = z.fma(Sigmoid.LOG2_E, Sigmoid.ROUNDING);
            FloatVector whole = rounded.sub(Sigmoid.ROUNDING);
            FloatVector r = whole.fma(FloatVector.broadcast(LONG, -Sigmoid.LN2_HIGH), z);
            r = whole.fma(FloatVector.broadcast(LONG, -Sigmoid.LN2_LOW), r);
            FloatVector p = r.fma(Sigmoid.C6, Sigmoid.C5);
            p = p.fma(r, FloatVector.broadcast(LONG, Sigmoid.C4));
            p = p.fma(r, FloatVector.broadcast(LONG, Sigmoid.C3));
            p = p.fma(r, FloatVector.broadcast(LONG, Sigmoid.C2));
            p = p.fma(r, FloatVector.broadcast(LONG, 1));
            p = p.fma(r, FloatVector.broadcast(LONG, 1));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, Sigmoid.MANTISSA_BITS)
                    .add(Sigmoid.ONE)
                    .reinterpretAsFloats();
            FloatVector one = FloatVector.broadcast(LONG, 1);
            one.div(p.fma(power, one)).intoArray(x, i);
        }
        for (; i < to; i++) {
            x[i] = Sigmoid.of(x[i]);
        }
    }

    @Override
    public void sigmoidSlope(int n, float[] y, int yAt, float[] g, int gAt) {
        int i = 0;
        for (; i <= n - LONG.length(); i += LONG.length()) {
            FloatVector value = FloatVector.fromArray(LONG, y, yAt + i);
            FloatVector slope = value.mul(FloatVector.broadcast(LONG, 1).sub(value));
            FloatVector.fromArray(LONG, g, gAt + i).mul(slope).intoArray(g, gAt + i);
        }
        for (; i < n; i++) {
            float value = y[yAt + i];
            g[gAt + i] *= value * (1 - value);
        }
    }
}
