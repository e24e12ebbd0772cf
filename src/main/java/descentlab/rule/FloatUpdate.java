package descentlab.rule;

import java.util.Arrays;

/**
 * A rule under way in single precision: what has a value for each element is computed in float, sums and what has one value for a
 * tensor in double. Not thread-safe.
 */
public final class FloatUpdate {

    private final int[] ends;
    private final float[][] states;
    private final double[][] shared;
    private final double[][] sums;
    private final double[] numbers;
    private final FloatPass[] passes;

    /** As {@link Update#Update}. */
    public FloatUpdate(Rule rule, double[] parameters, int[] ends) {
        this.ends = ends.clone();
        this.numbers = Update.numbers(parameters, ends);
        this.shared = Update.shared(rule, parameters, ends);
        this.states = new float[shared.length][];
        for (int i = 0; i < states.length; i++) {
            if (shared[i] == null) {
                states[i] = new float[ends[ends.length - 1]];
                Arrays.fill(states[i], (float) Update.start(rule, i, parameters));
            }
        }
        this.sums = Update.sums(rule, ends);
        this.passes = CompiledRule.inFloat(rule).toArray(FloatPass[]::new);
    }

    /** As {@link Update#step}. */
    public void step(double lr, long t, float[] x, float[] g, float[] rates) {
        numbers[0] = lr;
        numbers[1] = t;
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (FloatPass pass : passes) {
            int from = 0;
            for (int tensor = 0; tensor < ends.length; tensor++) {
                pass.run(
                        x, g, states, shared, rates, sums, numbers, from, ends[tensor], tensor, tensor == ends.length - 1);
                from = ends[tensor];
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (g[i] == 0) {
                rates[i] = Float.NaN;
            }
        }
    }
}
