package descentlab.rule;

import java.util.List;

/**
 * A rule under way in single precision, as networks are mostly trained: what has a value for each element is computed and
 * remembered in float, sums and what has one value for a tensor in double. Between steps all is kept in double, which has room
 * for every float, so that nobody else has to know. Not thread-safe.
 */
public final class FloatUpdate extends Update {

    private final float[] x;
    private final float[] g;
    private final float[] taken;
    private final float[][] narrow;
    private List<FloatPass> keeping;
    private List<FloatPass> plain;

    /** As {@link Update#Update}. */
    public FloatUpdate(Rule rule, double[] parameters, int[] ends) {
        super(rule, parameters, ends);
        int n = ends[ends.length - 1];
        x = new float[n];
        g = new float[n];
        taken = new float[n];
        narrow = new float[states.length][];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = states[i] == null ? null : new float[n];
        }
    }

    @Override
    public void step(double lr, long t, double[] from, double[] gradient, double[] change) {
        begin(lr, t);
        narrow(from, x);
        narrow(gradient, g);
        for (int i = 0; i < states.length; i++) {
            if (states[i] != null) {
                narrow(states[i], narrow[i]);
            }
        }
        for (FloatPass pass : change == null ? plain() : keeping()) {
            int begin = 0;
            for (int tensor = 0; tensor < ends.length; tensor++) {
                pass.run(x, g, narrow, shared, taken, sums, numbers, begin, ends[tensor], tensor, tensor == ends.length - 1);
                begin = ends[tensor];
            }
        }
        widen(x, from);
        if (change != null) {
            widen(taken, change);
        }
        for (int i = 0; i < states.length; i++) {
            if (states[i] != null) {
                widen(narrow[i], states[i]);
            }
        }
    }

    private List<FloatPass> keeping() {
        if (keeping == null) {
            keeping = new CompiledRule(rule, true).inFloat();
        }
        return keeping;
    }

    private List<FloatPass> plain() {
        if (plain == null) {
            plain = new CompiledRule(rule, false).inFloat();
        }
        return plain;
    }

    private static void narrow(double[] wide, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) wide[i];
        }
    }

    private static void widen(float[] narrow, double[] into) {
        for (int i = 0; i < narrow.length; i++) {
            into[i] = narrow[i];
        }
    }
}
