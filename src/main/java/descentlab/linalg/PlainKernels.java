package descentlab.linalg;

/** {@link FloatKernels} in loops that the JVM's compiler turns into vector instructions where it can. */
final class PlainKernels implements FloatKernels {

    @Override
    public void multiply(
            int m, int n, int k,
            float[] a, int aAt, RowStarts aRows, int aColumn,
            float[] b, int bAt, RowStarts bRows,
            float[] c, int cAt, int cRow) {
        for (int i = 0; i < m; i++) {
            int row = cAt + i * cRow;
            for (int p = 0; p < k; p++) {
                addScaled(n, a[aAt + aRows.at[i] + p * aColumn], b, bAt + bRows.at[p], c, row);
            }
        }
    }

    private static void addScaled(int n, float factor, float[] b, int bAt, float[] c, int cAt) {
        for (int j = 0; j < n; j++) {
            c[cAt + j] = Math.fma(factor, b[bAt + j], c[cAt + j]);
        }
    }

    @Override
    public void add(int n, float[] from, int fromAt, float[] to, int toAt) {
        for (int i = 0; i < n; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = Sigmoid.of(x[i]);
        }
    }

    @Override
    public void sigmoidSlope(int n, float[] y, int yAt, float[] g, int gAt) {
        for (int i = 0; i < n; i++) {
            float value = y[yAt + i];
            g[gAt + i] *= value * (1 - value);
        }
    }
}
