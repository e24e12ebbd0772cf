package descentlab.exercise;

import java.util.Random;

/**
 * A symmetric positive definite matrix [[a, b], [b, d]] made so that its eigenvalues and eigenvectors are known.
 *
 * @param small smallest eigenvalue
 * @param large largest eigenvalue, clearly above the smallest
 * @param flat1 first entry of an eigenvector of the smallest eigenvalue
 * @param flat2 its second entry
 */
record Bowl(double a, double b, double d, double small, double large, double flat1, double flat2) {

    /** How hard eigenvalues are found by hand, from 1. */
    static final int HARDEST = 4;

    /** Largest of the eigenvalues drawn, and of diagonal entries where eigenvalues need a root. */
    private static final int MOST = 6;

    private static final int MOST_ROOTED = 9;

    private static final int[][] EASY = {{1, 1}, {1, -1}};
    private static final int[][] WHOLE = {{1, 2}, {2, 1}, {1, -2}, {2, -1}, {1, 3}, {3, -1}};
    private static final int[][] LARGER = {{2, 3}, {3, -2}, {1, 4}, {4, 1}, {3, 4}, {4, -3}};

    /**
     * Draws a bowl: of level 1 a diagonal matrix or one with equal diagonal entries, 2 whole numbers with whole
     * eigenvalues, 3 such in tenths, 4 whole numbers with eigenvalues that need a root.
     */
    static Bowl random(Random random, int level) {
        return switch (level) {
            case 1 -> random.nextBoolean() ? diagonal(random) : along(random, EASY, 1, MOST);
            case 2 -> along(random, WHOLE, 1, MOST);
            case 3 -> along(random, LARGER, 10, MOST);
            default -> rooted(random, MOST_ROOTED);
        };
    }

    /** Draws a bowl of level 2 or above, of numbers that grow with the level without end. */
    static Bowl larger(Random random, int level) {
        return switch (random.nextInt(3)) {
            case 0 -> whole(random, level);
            case 1 -> along(random, LARGER, 10, MOST + Growth.of(level));
            default -> rooted(random, MOST_ROOTED + Growth.of(level));
        };
    }

    /** Draws a bowl of whole numbers with whole eigenvalues, which grow with the level. */
    static Bowl whole(Random random, int level) {
        return along(random, WHOLE, 1, MOST + Growth.of(level));
    }

    private static Bowl diagonal(Random random) {
        int small = Tex.between(random, 1, 5);
        int large = small + Tex.between(random, 1, 12);
        return random.nextBoolean()
                ? new Bowl(small, 0, large, small, large, 1, 0)
                : new Bowl(large, 0, small, small, large, 0, 1);
    }

    /** lambda I + k w w', divided: eigenvalues lambda across w and lambda + k |w|^2 along it. */
    private static Bowl along(Random random, int[][] directions, int divisor, int most) {
        int[] w = directions[random.nextInt(directions.length)];
        double unit = divisor;
        int lambda = Tex.between(random, 1, most);
        int k = Tex.between(random, 1, 3);
        return new Bowl(
                (lambda + k * w[0] * w[0]) / unit,
                k * w[0] * w[1] / unit,
                (lambda + k * w[1] * w[1]) / unit,
                lambda / unit,
                (lambda + k * (w[0] * w[0] + w[1] * w[1])) / unit,
                -w[1],
                w[0]);
    }

    private static Bowl rooted(Random random, int most) {
        while (true) {
            int a = Tex.between(random, 2, most);
            int d = Tex.between(random, 2, most);
            int b = Tex.between(random, 1, 5) * (random.nextBoolean() ? 1 : -1);
            int discriminant = (a - d) * (a - d) + 4 * b * b;
            if (a != d && b * b < a * d && !square(discriminant)) {
                double root = Math.sqrt(discriminant);
                double large = (a + d + root) / 2;
                double small = (a * d - b * b) / large;
                return new Bowl(a, b, d, small, large, b, small - a);
            }
        }
    }

    private static boolean square(int n) {
        int root = (int) Math.round(Math.sqrt(n));
        return root * root == n;
    }

    String tex() {
        return Tex.matrix(2, a, b, b, d);
    }

    double kappa() {
        return large / small;
    }

    /** Condition number once rescaled by the diagonal. */
    double rescaledKappa() {
        double rho = Math.abs(b) / Math.sqrt(a * d);
        return (1 + rho) / (1 - rho);
    }
}
