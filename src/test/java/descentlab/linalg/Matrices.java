package descentlab.linalg;

import java.util.Random;
import org.hipparchus.complex.Complex;

/** Random matrices for property tests. */
final class Matrices {

    private Matrices() {}

    static ComplexMatrix real(Random random, int n) {
        return ComplexMatrix.real(n, (i, j) -> random.nextGaussian());
    }

    static ComplexMatrix complex(Random random, int n) {
        return ComplexMatrix.of(n, (i, j) -> new Complex(random.nextGaussian(), random.nextGaussian()));
    }

    /** Off-diagonal entries small or zero now and then, so that discs fall into several groups. */
    static ComplexMatrix spread(Random random, int n) {
        double size = Math.pow(10, -2 * random.nextDouble());
        return ComplexMatrix.of(n, (i, j) -> {
            double factor = i == j ? 3 : random.nextInt(3) == 0 ? 0 : size;
            return new Complex(factor * random.nextGaussian(), factor * random.nextGaussian());
        });
    }

    static ComplexMatrix positiveDefinite(Random random, int n) {
        ComplexMatrix a = real(random, n);
        return ComplexMatrix.real(n, (i, j) -> {
            double sum = i == j ? 0.1 : 0;
            for (int k = 0; k < n; k++) {
                sum += a.at(i, k).getRealPart() * a.at(j, k).getRealPart();
            }
            return sum;
        });
    }
}
