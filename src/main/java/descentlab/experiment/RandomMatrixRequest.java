package descentlab.experiment;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.MatrixPreset;
import descentlab.linalg.MatrixText;
import java.util.List;
import java.util.Map;

/** A random positive definite matrix of a size, with a condition number: {@code size=3&kappa=100&seed=1}. */
public record RandomMatrixRequest(int size, double kappa, long seed) {

    private static final int SIZE = 3;
    private static final double KAPPA = 100;
    private static final double MOST_KAPPA = 1e8;

    /** Reads a query. */
    public static Reading<RandomMatrixRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        RandomMatrixRequest request = new RandomMatrixRequest(
                reader.count("size", SIZE, 2, MatrixText.LARGEST_SIZE),
                reader.number("kappa", KAPPA, 1, MOST_KAPPA),
                reader.seed("seed"));
        return new Reading<>(request, reader.problems());
    }

    /** The matrix, the same for equal requests. */
    public ComplexMatrix matrix() {
        return MatrixPreset.randomPositiveDefinite(size, kappa, seed);
    }
}
