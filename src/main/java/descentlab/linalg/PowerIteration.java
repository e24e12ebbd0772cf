package descentlab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Power iteration (von Mises and Pollaczek-Geiringer 1929; Golub and Van Loan, Matrix Computations, 7.3): x_0 a unit vector,
 * x_k+1 = A x_k / ||A x_k||, and the Rayleigh quotient x^H A x, which comes to the eigenvalue lambda_1 of largest modulus.
 *
 * <p>The sine of the angle to lambda_1's eigenspace shrinks by |lambda_2 / lambda_1| a step in the end, lambda_2 the next in
 * modulus; the Rayleigh quotient's error by as much, and of a normal matrix by its square. It does not come there where
 * another eigenvalue is as large in modulus, nor from a start without a part along lambda_1: see {@link Outcome}.
 *
 * @param steps x_0, x_1, ...; fewer than asked for where Ax = 0
 * @param outcome what becomes of it
 * @param largest lambda_1, one of them where several are as large
 * @param goal an orthonormal basis of lambda_1's eigenspace; empty where that is not what it goes to
 * @param ratio |lambda_2 / lambda_1|, lambda_2 the largest of the others; 1 where they are as large, NaN where there are none
 * @param measured the factor by which the sine shrank in each of the last steps in which it could be told from rounding; NaN
 *     where there are none
 */
public record PowerIteration(
        List<Step> steps, Outcome outcome, Complex largest, List<Complex[]> goal, double ratio, double measured) {

    /** Moduli and eigenvalues nearer to each other than this part are taken for equal: no 60 steps tell them apart. */
    static final double SAME = 1e-6;

    private static final double NO_PART = 1e-12;
    private static final double VANISHED = 1e-15;
    private static final double SMALL_ANGLE = 0.3;
    private static final double ROUNDING = 1e-11;
    private static final int MEASURED_STEPS = 10;

    /** What becomes of the iteration. */
    public enum Outcome {
        /** It comes to the eigenspace of lambda_1. */
        CONVERGES,
        /** Other eigenvalues are as large in modulus: the vector goes round. */
        TIED,
        /** lambda_1 has too few eigenvectors: it comes there, but slower than any power, like 1/k. */
        DEFECTIVE,
        /** The start has no part along lambda_1, so that only rounding could bring it there. */
        NO_PART,
        /** Ax = 0 at the last step. */
        VANISHES
    }

    /**
     * A step.
     *
     * @param x of length 1
     * @param rayleigh x^H A x
     * @param residual ||Ax - rayleigh x||
     * @param sine of the angle between x and the eigenspace of lambda_1; NaN where that is not what it goes to
     */
    public record Step(Complex[] x, Complex rayleigh, double residual, double sine) {}

    /**
     * Iterates.
     *
     * @param start x_0 times any number but 0
     * @param count how many steps
     * @throws IllegalArgumentException if the start is 0, not finite, or of another size than the matrix
     */
    public static PowerIteration of(ComplexMatrix matrix, Complex[] start, int count) {
        Complex[] x = unit(start);
        if (x.length != matrix.size() || !Double.isFinite(NullSpace.length(x))) {
            throw new IllegalArgumentException("a start is a vector of " + matrix.size() + " numbers, not all 0");
        }
        int exponent = Math.getExponent(Math.max(matrix.largestPart(), Double.MIN_NORMAL));
        ComplexMatrix a = ComplexMatrix.of(matrix.size(), (i, j) -> Irreducible.scale(matrix.at(i, j), -exponent));
        Goal goal = Goal.of(a);
        List<Step> steps = new ArrayList<>();
        boolean vanished = false;
        for (int k = 0; k <= count && !vanished; k++) {
            Complex[] image = a.times(x);
            Complex rayleigh = NullSpace.dot(x, image);
            steps.add(new Step(x, Irreducible.scale(rayleigh, exponent),
                    Math.scalb(NullSpace.length(minus(image, x, rayleigh)), exponent), goal.sine(x)));
            vanished = NullSpace.length(image) <= VANISHED;
            x = vanished ? x : unit(image);
        }
        Outcome outcome = vanished ? Outcome.VANISHES : goal.outcome(steps.getFirst().x());
        return new PowerIteration(
                steps,
                outcome,
                Irreducible.scale(goal.largest, exponent),
                goal.isOne() ? goal.space.right() : List.of(),
                goal.ratio,
                measured(steps));
    }

    /** What the iteration goes to: the eigenspace of the eigenvalues that are largest in modulus, if they are one. */
    private record Goal(Complex largest, double ratio, boolean tied, int multiplicity, NullSpace space) {

        static Goal of(ComplexMatrix a) {
            List<Complex> values = new ArrayList<>(Spectrum.of(a).values());
            values.sort((y, z) -> Double.compare(z.norm(), y.norm()));
            Complex largest = values.getFirst();
            double size = largest.norm();
            List<Complex> others = values.stream().filter(z -> z.subtract(largest).norm() > SAME * size).toList();
            double next = others.isEmpty() ? Double.NaN : others.getFirst().norm() / size;
            boolean tied = next >= 1 - SAME;
            NullSpace space = NullSpace.of(a.minus(largest), a.size() * SAME * SAME);
            return new Goal(largest, tied ? 1 : next, tied, values.size() - others.size(), space);
        }

        boolean isOne() {
            return !tied && !largest.isZero();
        }

        double sine(Complex[] x) {
            if (!isOne()) {
                return Double.NaN;
            }
            Complex[] rest = x.clone();
            for (Complex[] v : space.right()) {
                rest = minus(rest, v, NullSpace.dot(v, x));
            }
            return NullSpace.length(rest);
        }

        Outcome outcome(Complex[] start) {
            if (tied) {
                return Outcome.TIED;
            }
            double part = 0;
            for (Complex[] w : space.left()) {
                part = Math.hypot(part, NullSpace.dot(w, start).norm());
            }
            boolean defective = space.right().size() < multiplicity;
            return defective ? Outcome.DEFECTIVE : part <= NO_PART ? Outcome.NO_PART : Outcome.CONVERGES;
        }
    }

    private static double measured(List<Step> steps) {
        int end = 0;
        while (end < steps.size() && steps.get(end).sine > ROUNDING) {
            end++;
        }
        int from = Math.max(0, end - 1 - MEASURED_STEPS);
        while (from < end && steps.get(from).sine > SMALL_ANGLE) {
            from++;
        }
        int length = end - 1 - from;
        return length < 2 ? Double.NaN : Math.pow(steps.get(end - 1).sine / steps.get(from).sine, 1.0 / length);
    }

    private static Complex[] minus(Complex[] y, Complex[] x, Complex factor) {
        Complex[] rest = new Complex[y.length];
        Arrays.setAll(rest, i -> y[i].subtract(x[i].multiply(factor)));
        return rest;
    }

    private static Complex[] unit(Complex[] x) {
        // By the largest part first, so that squares neither overflow nor vanish.
        double largest = Arrays.stream(x)
                .mapToDouble(z -> Math.max(Math.abs(z.getRealPart()), Math.abs(z.getImaginaryPart())))
                .max()
                .orElse(0);
        Complex[] moderate = Arrays.stream(x).map(z -> z.divide(largest)).toArray(Complex[]::new);
        double length = NullSpace.length(moderate);
        return Arrays.stream(moderate).map(z -> z.divide(length)).toArray(Complex[]::new);
    }
}
