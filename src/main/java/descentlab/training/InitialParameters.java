package descentlab.training;

import descentlab.random.SeededRandom;
import java.util.Locale;
import java.util.Random;

/** How training starts. */
public enum InitialParameters {
    /** All zero. */
    ZERO {
        @Override
        void fill(double[] w, Random random) {}
    },
    /** Weights normal with deviation 0.01, bias zero. */
    NORMAL {
        @Override
        void fill(double[] w, Random random) {
            for (int i = 0; i < w.length - 1; i++) {
                w[i] = DEVIATION * random.nextGaussian();
            }
        }
    },
    /** As a network starts by itself: {@link descentlab.model.Network#initialize}. */
    OWN {
        @Override
        void fill(double[] w, Random random) {
            throw new IllegalArgumentException("only a network has initial parameters of its own");
        }
    };

    private static final double DEVIATION = 0.01;

    /** How a link names it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The numbers that a seed stands for. */
    static Random random(long seed) {
        return SeededRandom.INITIAL_PARAMETERS.generator(seed);
    }

    /** Writes weights and bias (the last) into w, which holds zeros. */
    abstract void fill(double[] w, Random random);
}
