package descentlab.linalg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * An eigenvalue of A that can be put elsewhere, and what becomes of A: V diag(lambda') V^-1, the matrix with the same
 * eigenvectors V and eigenvalues but for this one. With v and w its eigenvectors from the right and from the left that is
 *
 * <pre>A + (lambda' - lambda) vw^H, of a pair A + 2 Re((lambda' - lambda) vw^H), of a Hermitian matrix A + (lambda' - lambda) vv^H</pre>
 *
 * <p>A real matrix stays real and a Hermitian one exactly Hermitian: see {@link Freedom}.
 *
 * <p>Errors: the result has the eigenvalues asked for up to about eps (||A|| + c |lambda' - lambda|) times their own condition
 * numbers, where c is that of this eigenvalue. Above {@link #MOST_CONDITION} it does not move. Entries are rounded to 15 digits
 * of what they were summed from, about as far as they are known: so 2.1 is not 2.1000000000000001.
 *
 * @param matrix A
 * @param freedom where it can go
 * @param triplet lambda, v and w
 */
public record MovableEigenvalue(ComplexMatrix matrix, Freedom freedom, Eigentriplet triplet) {

    /** From here on an entry would change by up to as many times as much as the eigenvalue, and a defective matrix is near. */
    public static final double MOST_CONDITION = 1e4;

    private static final int DIGITS = 15;
    /** An imaginary part beside the largest entry that is rounding, in a real matrix. */
    private static final double ROUNDING = 1e-12;

    /** Where an eigenvalue can go without the matrix becoming one of another kind. */
    public enum Freedom {
        /** On the real axis: of a Hermitian matrix, or a real one of a real matrix. */
        REAL_AXIS,
        /** On its side of the real axis, its conjugate going along: of a real matrix. */
        PAIR,
        /** Anywhere. */
        PLANE
    }

    /** What became of a move. */
    public sealed interface Outcome {}

    /** The matrix with the eigenvalue there. */
    public record Moved(ComplexMatrix matrix) implements Outcome {}

    /** It cannot go there; the reason is a plain sentence. */
    public record Refused(String reason) implements Outcome {}

    /** All eigenvalues of a matrix, in the order of its spectrum. */
    public static List<MovableEigenvalue> all(ComplexMatrix matrix) {
        Spectrum spectrum = Spectrum.of(matrix);
        return IntStream.range(0, matrix.size()).mapToObj(k -> of(matrix, spectrum, k)).toList();
    }

    /** Eigenvalue k of a matrix, from 0, in the order of its spectrum. */
    public static MovableEigenvalue of(ComplexMatrix matrix, int k) {
        return of(matrix, Spectrum.of(matrix), k);
    }

    private static MovableEigenvalue of(ComplexMatrix matrix, Spectrum spectrum, int k) {
        ComplexMatrix whole = spectrum.hermitian() ? matrix.hermitianPart() : matrix;
        Complex value = spectrum.values().get(k);
        boolean real = spectrum.hermitian()
                || matrix.isReal() && Math.abs(value.getImaginaryPart()) <= ROUNDING * matrix.largestPart();
        Freedom freedom = real ? Freedom.REAL_AXIS : matrix.isReal() ? Freedom.PAIR : Freedom.PLANE;
        Complex exact = real ? new Complex(value.getRealPart()) : value;
        Eigentriplet triplet = Eigentriplet.of(whole, exact);
        return new MovableEigenvalue(whole, freedom, spectrum.hermitian() ? triplet.symmetric() : triplet);
    }

    /** Wilkinson's condition number of the eigenvalue. */
    public double condition() {
        return triplet.condition();
    }

    /** Why it cannot be moved at all, in a sentence; empty if it can. */
    public Optional<String> stuck() {
        double condition = condition();
        if (condition <= MOST_CONDITION) {
            return Optional.empty();
        }
        String number = condition < 1 / Math.ulp(1.0)
                ? "is " + String.format(Locale.ROOT, "%.0e", condition).replace("e+0", "e").replace("e+", "e")
                : "is over 1e15, so that the matrix is defective as far as can be told";
        return Optional.of("This eigenvalue cannot be moved with its eigenvectors kept: its condition number " + number
                + ", and at most 10,000 is followed.");
    }

    /** The matrix with this eigenvalue at another place and all eigenvectors where they are. */
    public Outcome to(Complex place) {
        return refusal(place).<Outcome>map(Refused::new).orElseGet(() -> moved(place));
    }

    private Optional<String> refusal(Complex place) {
        double im = place.getImaginaryPart();
        if (freedom == Freedom.REAL_AXIS && im != 0) {
            return Optional.of("This eigenvalue stays on the real axis.");
        }
        if (freedom == Freedom.PAIR && !(im * Math.signum(triplet.value().getImaginaryPart()) > 0)) {
            return Optional.of("A pair of conjugates does not come to the real axis: there it would be one double eigenvalue.");
        }
        return allowed(place) ? stuck() : Optional.of(tooLarge());
    }

    private static boolean allowed(Complex z) {
        // Not so where a part is no number.
        return Math.abs(z.getRealPart()) <= ComplexText.LARGEST && Math.abs(z.getImaginaryPart()) <= ComplexText.LARGEST;
    }

    private static String tooLarge() {
        return "Entries and eigenvalues are at most 1e150 in size.";
    }

    private Outcome moved(Complex place) {
        Complex by = place.subtract(triplet.value());
        if (by.isZero()) {
            return new Moved(matrix);
        }
        double change = by.norm() * triplet.largestProjection() * (freedom == Freedom.PAIR ? 2 : 1);
        boolean hermitian = matrix.isHermitian();
        ComplexMatrix sum = ComplexMatrix.of(matrix.size(), (i, j) -> {
            boolean mirrored = hermitian && i > j;
            Complex entry = entry(by, change, mirrored ? j : i, mirrored ? i : j);
            return mirrored ? entry.conjugate() : hermitian && i == j ? new Complex(entry.getRealPart()) : entry;
        });
        return sum.largestPart() <= ComplexText.LARGEST ? new Moved(sum) : new Refused(tooLarge());
    }

    private Complex entry(Complex by, double change, int i, int j) {
        Complex before = matrix.at(i, j);
        Complex term = by.multiply(triplet.projector(i, j));
        Complex added = switch (freedom) {
            case PLANE -> term;
            case PAIR -> new Complex(2 * term.getRealPart());
            case REAL_AXIS -> matrix.isReal() ? new Complex(term.getRealPart()) : term;
        };
        double size = before.norm() + change;
        Complex after = before.add(added);
        return new Complex(rounded(after.getRealPart(), size), rounded(after.getImaginaryPart(), size));
    }

    /** Rounded to {@link #DIGITS} digits of a number of that size. */
    private static double rounded(double value, double size) {
        if (value == 0 || !Double.isFinite(value) || size < Double.MIN_NORMAL) {
            return value;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(size));
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }
}
