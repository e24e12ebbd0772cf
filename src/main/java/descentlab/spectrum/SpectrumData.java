package descentlab.spectrum;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * What {@code /api/spectrum.json} says of a matrix. Complex numbers are [re, im].
 *
 * @param matrix the entries, row by row
 * @param eigenvalues in the order of {@link Spectrum}
 * @param rowDiscs Gerschgorin's discs by rows
 * @param columnDiscs and by columns
 * @param kappa largest over smallest eigenvalue, null if the matrix is not Hermitian positive definite
 * @param preconditioned the same of diag(M)^-1/2 M diag(M)^-1/2, null where kappa is
 */
record SpectrumData(
        double[][][] matrix,
        double[][] eigenvalues,
        List<Disc> rowDiscs,
        List<Disc> columnDiscs,
        Double kappa,
        Preconditioned preconditioned) {

    /** A disc of the complex plane. */
    record Disc(double[] center, double radius) {

        static Disc of(GerschgorinDisc disc) {
            return new Disc(pair(disc.center()), disc.radius());
        }
    }

    /** The matrix rescaled by its diagonal. */
    record Preconditioned(double[][][] matrix, double[][] eigenvalues, Double kappa) {}

    static SpectrumData of(ComplexMatrix matrix) {
        Spectrum spectrum = Spectrum.of(matrix);
        Double kappa = kappa(matrix, spectrum);
        return new SpectrumData(
                entries(matrix),
                pairs(spectrum.values()),
                GerschgorinDisc.ofRows(matrix).stream().map(Disc::of).toList(),
                GerschgorinDisc.ofColumns(matrix).stream().map(Disc::of).toList(),
                kappa,
                kappa == null ? null : preconditioned(matrix));
    }

    private static Preconditioned preconditioned(ComplexMatrix matrix) {
        return switch (DiagonalPreconditioning.of(matrix)) {
            case DiagonalPreconditioning.Applied(ComplexMatrix scaled) -> {
                Spectrum spectrum = Spectrum.of(scaled);
                yield new Preconditioned(entries(scaled), pairs(spectrum.values()), kappa(scaled, spectrum));
            }
            case DiagonalPreconditioning.Impossible impossible -> null;
        };
    }

    private static Double kappa(ComplexMatrix matrix, Spectrum spectrum) {
        return Condition.of(matrix, spectrum) instanceof Condition.Known known ? known.kappa() : null;
    }

    static double[][][] entries(ComplexMatrix matrix) {
        int n = matrix.size();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> pair(matrix.at(i, j)))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    static double[][] pairs(List<Complex> values) {
        return values.stream().map(SpectrumData::pair).toArray(double[][]::new);
    }

    static double[] pair(Complex z) {
        return new double[] {z.getRealPart() + 0.0, z.getImaginaryPart() + 0.0};
    }
}
