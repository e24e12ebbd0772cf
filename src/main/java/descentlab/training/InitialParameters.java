package descentlab.training;

import descentlab.random.SeededRandom;
import java.util.Locale;
import java.util.Random;

/** How training starts. */
public enum InitialParameters {
    /** All zero. */
    ZERO {
        @Override
        void fill(double[] w, long seed) {}
    },
    /** Weights normal with deviation 0.01, bias zero. */
    NORMAL {
        @Override
        void fill(double[] w, long seed) {
            Random random = SeededRandom.INITIAL_PARAMETERS.generator(seed);
            for (int i = 0; i < w.length - 1; i++) {
                w[i] = DEVIATION * random.nextGaussian();
            }
        }
    };

    private static final double DEVIATION = 0.01;

    /** How a link names it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes weights and bias (the last) into w, which holds zeros. */
    abstract void fill(double[] w, long seed);
}
