package descentlab.random;

/**
 * Random numbers that are the same on every machine: those of {@link java.util.Random}, whose generator and Gaussian
 * method are fixed by its specification, seeded from the experiment's seed and the purpose, so that the noise of a run does
 * not shift its shuffling.
 */
public enum SeededRandom {
    /** Initial parameters. */
    INITIAL_PARAMETERS,
    /** Order of the examples in an epoch. */
    ORDER,
    /** Noise on the gradient. */
    GRADIENT_NOISE,
    /** Data made by a model. */
    SYNTHETIC_DATA,
    /** Which rows of a file test. */
    SPLIT,
    /** Vectors that a matrix is probed with, and permutations to compare with. */
    PROBES,
    /** Rates that are tried. */
    TRIALS;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** A generator for this purpose under that seed. */
    public RandomStream generator(long seed) {
        // SplitMix64's finalizer (Steele, Lea and Flood 2014) keeps neighboring seeds apart.
        long z = seed + GOLDEN_GAMMA * (ordinal() + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new RandomStream(z ^ (z >>> 31));
    }
}
