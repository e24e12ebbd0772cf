package descentlab.linalg;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * A closed disc of Gerschgorin's circle theorem (Izv. Akad. Nauk SSSR 6, 1931): about diagonal entry i of M, with the
 * sum of the moduli of the other entries of its row, or of its column, as radius. Every eigenvalue lies in one of the
 * row discs, and in one of the column discs.
 *
 * @param index which diagonal entry, from 0
 * @param center that entry
 * @param radius sum of |entry| over the rest of the row or column
 */
public record GerschgorinDisc(int index, Complex center, double radius) {

    /** The discs of the rows of a matrix, in order. */
    public static List<GerschgorinDisc> ofRows(ComplexMatrix matrix) {
        return IntStream.range(0, matrix.size())
                .mapToObj(i -> new GerschgorinDisc(i, matrix.diagonal(i), matrix.rowSum(i, j -> j != i)))
                .toList();
    }

    /** The discs of the columns of a matrix, in order. */
    public static List<GerschgorinDisc> ofColumns(ComplexMatrix matrix) {
        return ofRows(matrix.transpose());
    }

    /** How far a point lies outside the disc; negative inside. */
    public double outside(Complex point) {
        return point.subtract(center).norm() - radius;
    }

    /** How far apart two discs are; negative if they overlap. */
    public double gap(GerschgorinDisc other) {
        return outside(other.center) - other.radius;
    }
}
