package descentlab.exercise;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * One coordinate before a step of Adagrad, made so that the root that it divides by is a whole number.
 *
 * @param x where the coordinate is
 * @param earlier its gradients so far, or none where only their sum is told
 * @param before the sum of their squares
 * @param g the gradient now
 * @param lr the learning rate
 * @param eps inside the root; 0 where it is left out
 * @param root of the new sum and eps
 */
record AdagradStep(double x, List<Integer> earlier, int before, int g, double lr, int eps, int root) {

    /** Numbers whose squares add up to the square of the last. */
    private static final int[][] SQUARES = {
        {2, 3, 6, 7}, {1, 4, 8, 9}, {4, 4, 7, 9}, {2, 6, 9, 11}, {6, 6, 7, 11}, {3, 4, 12, 13}, {2, 5, 14, 15},
        {2, 10, 11, 15}, {8, 9, 12, 17}, {1, 6, 18, 19}, {6, 6, 17, 19}, {6, 10, 15, 19}
    };

    /** Those of two numbers and an eps, whose root is the second. */
    private static final int[][] WITH_EPS = {{4, 1, 8, 9}, {6, 1, 18, 19}, {3, 2, 6, 7}, {6, 2, 9, 11}, {5, 2, 14, 15}, {10, 2, 11, 15}, {4, 3, 12, 13}};

    private static final int[] ROUND = {4, 5, 8, 10};

    /**
     * Draws one: of level 1 with a sum and without eps, 2 with an eps that matters, 3 with the gradients so far; from 4 on
     * any of these, with larger numbers and either sign.
     */
    static AdagradStep random(Random random, int level) {
        int kind = level < 4 ? level : Tex.between(random, 1, 3);
        double x = Tex.between(random, 2, 5 + Growth.of(level)) * (level >= 4 && random.nextBoolean() ? -1 : 1);
        double lr = Tex.between(random, 1, 9) / 10.0;
        int sign = level >= 4 && random.nextBoolean() ? -1 : 1;
        if (kind == 3) {
            return listed(random, x, lr, sign);
        }
        int root = level < 4 ? Tex.oneOf(random, ROUND) : Tex.between(random, 6, 8 + Growth.of(level));
        int g = Tex.between(random, 2, root - 2);
        int eps = kind == 1 ? 0 : Tex.oneOf(random, level < 4 ? new int[] {1, 4} : new int[] {1, 4, 9});
        return new AdagradStep(x, List.of(), root * root - g * g - eps, sign * g, lr, eps, root);
    }

    private static AdagradStep listed(Random random, double x, double lr, int sign) {
        if (random.nextBoolean()) {
            int[] squares = SQUARES[random.nextInt(SQUARES.length)];
            return new AdagradStep(
                    x,
                    List.of(squares[0], -squares[1]),
                    squares[0] * squares[0] + squares[1] * squares[1],
                    sign * squares[2],
                    lr,
                    0,
                    squares[3]);
        }
        int[] squares = WITH_EPS[random.nextInt(WITH_EPS.length)];
        return new AdagradStep(
                x,
                List.of(squares[0]),
                squares[0] * squares[0],
                sign * squares[2],
                lr,
                squares[1] * squares[1],
                squares[3]);
    }

    /** Of squares, after the step. */
    int sum() {
        return before + g * g;
    }

    /** By how much x changes. */
    double change() {
        return -lr * g / root;
    }

    double next() {
        return x + change();
    }

    /** What is known of the gradients so far, and the gradient now, as a sentence. */
    String known() {
        String past = earlier.isEmpty()
                ? "So far Adagrad's sum for a coordinate is $s=" + before + "$."
                : "A coordinate's gradients so far were "
                        + earlier.stream().map(each -> "$" + each + "$").collect(Collectors.joining(" and ")) + ".";
        return past + " Its gradient is now $g=" + g + "$.";
    }

    /** The settings of the step, as a sentence. */
    String settings() {
        return "The rate is $\\eta=" + Tex.number(lr) + "$"
                + (eps == 0 ? "; leave $\\epsilon$ out." : ", and $\\epsilon=" + eps + "$ stands inside the root.");
    }

    /** How the new sum comes about, as a formula. */
    String summed() {
        String past = earlier.isEmpty()
                ? String.valueOf(before)
                : earlier.stream().map(AdagradStep::square).collect(Collectors.joining("+"));
        return "s=" + past + "+" + square(g) + "=" + sum();
    }

    private static String square(int value) {
        return (value < 0 ? "(" + value + ")" : value) + "^2";
    }

    /** What the step divides by, as a formula. */
    String divisor() {
        return "\\sqrt{" + sum() + (eps == 0 ? "" : "+" + eps) + "}=" + root;
    }
}
