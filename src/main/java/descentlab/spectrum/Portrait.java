package descentlab.spectrum;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.DiscGroup;
import descentlab.linalg.Eigenbasis;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Homotopy;
import descentlab.linalg.MovableEigenvalue;
import descentlab.linalg.Spectrum;
import descentlab.spectrum.SpectrumData.Disc;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * Everything the spectrum lab draws of one matrix. Complex numbers are [re, im]; indices count from 0.
 *
 * @param text the matrix as in a link
 * @param cells its entries as text, row by row
 * @param view the matrix in the complex plane
 * @param preconditioned the matrix rescaled by its diagonal, or why it cannot be
 * @param handles what the hand can do with each eigenvalue of the view
 * @param basis eigenvalues and eigenvectors of a real symmetric matrix, else null
 */
record Portrait(
        String text,
        String[][] cells,
        View view,
        Preconditioned preconditioned,
        List<Handle> handles,
        Eigenbasis basis) {

    private static final int HOMOTOPY_STEPS = 60;

    /**
     * A matrix in the complex plane.
     *
     * @param matrix entries
     * @param hermitian true if it is its own conjugate transpose up to rounding
     * @param rowGroups connected row discs with the eigenvalues in them
     * @param paths where each eigenvalue of D + t(M-D) is at equal steps of t from 0 to 1; path i starts at entry i
     * @param kappa condition number, null where there is none
     * @param bestRate 2 / (smallest + largest eigenvalue), null where there is no kappa
     * @param contraction (kappa-1)/(kappa+1), null where there is no kappa
     * @param noKappa why there is no kappa, null where there is one
     */
    record View(
            double[][][] matrix,
            boolean hermitian,
            double[][] eigenvalues,
            List<Disc> rowDiscs,
            List<Disc> columnDiscs,
            List<DiscGroup> rowGroups,
            List<DiscGroup> columnGroups,
            List<double[][]> paths,
            Double kappa,
            Double bestRate,
            Double contraction,
            String noKappa) {

        static View of(ComplexMatrix matrix) {
            Spectrum spectrum = Spectrum.of(matrix);
            List<Complex> values = spectrum.values();
            List<GerschgorinDisc> rows = GerschgorinDisc.ofRows(matrix);
            List<GerschgorinDisc> columns = GerschgorinDisc.ofColumns(matrix);
            Condition condition = Condition.of(matrix, spectrum);
            Condition.Known known = condition instanceof Condition.Known number ? number : null;
            return new View(
                    SpectrumData.entries(matrix),
                    spectrum.hermitian(),
                    SpectrumData.pairs(values),
                    rows.stream().map(Disc::of).toList(),
                    columns.stream().map(Disc::of).toList(),
                    DiscGroup.of(rows, values),
                    DiscGroup.of(columns, values),
                    Homotopy.of(matrix, HOMOTOPY_STEPS).paths().stream()
                            .map(SpectrumData::pairs)
                            .toList(),
                    known == null ? null : known.kappa(),
                    known == null ? null : known.bestRate(),
                    known == null ? null : known.contraction(),
                    condition instanceof Condition.None none ? none.reason() : null);
        }
    }

    /**
     * The diagonal preconditioner's result.
     *
     * @param view the rescaled matrix, null if there is none
     * @param radius the largest row disc's radius r, null if there is no rescaled matrix
     * @param bound (1+r)/(1-r), null where the discs say nothing
     * @param impossible why there is no rescaled matrix, null if there is one
     */
    record Preconditioned(View view, Double radius, Double bound, String impossible) {

        static Preconditioned of(ComplexMatrix matrix) {
            return switch (DiagonalPreconditioning.of(matrix)) {
                case DiagonalPreconditioning.Applied applied -> {
                    double bound = applied.bound();
                    View view = View.of(applied.matrix());
                    // Without real eigenvalues between 1 - r and 1 + r there is no kappa to bound.
                    boolean bounded = view.hermitian() && Double.isFinite(bound);
                    yield new Preconditioned(view, applied.largestRadius(), bounded ? bound : null, null);
                }
                case DiagonalPreconditioning.Impossible(String reason) ->
                    new Preconditioned(null, null, null, reason);
            };
        }
    }

    /**
     * An eigenvalue in the hand.
     *
     * @param freedom where it can go: axis, pair or plane
     * @param stuck why it cannot be moved, null if it can
     */
    record Handle(String freedom, String stuck) {

        static Handle of(MovableEigenvalue eigenvalue) {
            String freedom = switch (eigenvalue.freedom()) {
                case REAL_AXIS -> "axis";
                case PAIR -> "pair";
                case PLANE -> "plane";
            };
            return new Handle(freedom, eigenvalue.stuck().orElse(null));
        }
    }

    static Portrait of(ComplexMatrix matrix) {
        return new Portrait(
                matrix.toString(),
                cells(matrix),
                View.of(matrix),
                Preconditioned.of(matrix),
                MovableEigenvalue.all(matrix).stream().map(Handle::of).toList(),
                matrix.isReal() && matrix.isHermitian() ? Eigenbasis.of(matrix) : null);
    }

    private static String[][] cells(ComplexMatrix matrix) {
        int n = matrix.size();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> ComplexText.print(matrix.at(i, j)))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }
}
