package descentlab.random;

import java.util.Random;

/**
 * {@link Random}, number for number, as its specification fixes it: x = (x 0x5DEECE66D + 11) mod 2^48, whose upper bits
 * are given, and Marsaglia's polar method for Gaussians. What is different: it can be copied where it is, and belongs to
 * one thread at a time.
 */
public final class RandomStream extends Random {

    private static final long serialVersionUID = 1;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;

    private long x;
    private double spare;
    private boolean hasSpare;

    /** A stream that gives what a {@link Random} of this seed gives. */
    public RandomStream(long seed) {
        super(seed); // which sets it
    }

    private RandomStream(RandomStream other) {
        super(0);
        x = other.x;
        spare = other.spare;
        hasSpare = other.hasSpare;
    }

    /** One that goes on from here with the same numbers. */
    public RandomStream copy() {
        return new RandomStream(this);
    }

    @Override
    public void setSeed(long seed) {
        x = (seed ^ MULTIPLIER) & MASK;
        hasSpare = false;
    }

    @Override
    protected int next(int bits) {
        x = x * MULTIPLIER + INCREMENT & MASK;
        return (int) (x >>> BITS - bits);
    }

    @Override
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double v1;
        double v2;
        double square;
        do {
            v1 = 2 * nextDouble() - 1;
            v2 = 2 * nextDouble() - 1;
            square = v1 * v1 + v2 * v2;
        } while (square >= 1 || square == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = v2 * factor;
        hasSpare = true;
        return v1 * factor;
    }
}
