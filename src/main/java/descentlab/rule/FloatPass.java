package descentlab.rule;

/**
 * The same as {@link Pass} in single precision. Sums, and what has one value for all elements of a tensor, are in double
 * precision.
 */
interface FloatPass {

    void run(
            float[] x,
            float[] g,
            float[][] states,
            double[][] shared,
            float[] taken,
            double[][] sums,
            double[] numbers,
            int from,
            int to,
            int tensor,
            boolean last);
}
