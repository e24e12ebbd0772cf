package descentlab.exercise;

import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.notation.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a question while it is answered. It shows what the question is about, and never prints the number
 * that is asked for, here or in a later part: it shows other numbers then, or leaves numbers out.
 */
public sealed interface Exhibit {

    /**
     * The discs and eigenvalues of the matrix that is typed as the answer, as it is typed.
     *
     * @param size rows of the matrix
     * @param shown how much of it is shown
     */
    record TypedMatrix(int size, Shown shown) implements Exhibit {

        /** How much of a matrix is shown. */
        public enum Shown {
            /** Its discs and no number, where eigenvalues or radii are asked for elsewhere. */
            DISCS,
            /** Its discs and eigenvalues. */
            EIGENVALUES,
            /** Both, those of the matrix rescaled by its diagonal, and the condition numbers. */
            RESCALED_TOO
        }

        private static final double LARGEST = 1e9;

        /** The matrix that fields say, in the grammar of links; empty as long as one is no number, or a huge one. */
        public Optional<String> matrix(List<String> fields) {
            if (fields.size() != size * size) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                Optional<String> entry = entry(fields.get(i));
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                text.append(i == 0 ? "" : i % size == 0 ? ";" : ",").append(entry.get());
            }
            return Optional.of(text.toString());
        }

        /** How many of the fields do not say an entry yet. */
        public int missing(List<String> fields) {
            return (int) fields.stream().filter(field -> entry(field).isEmpty()).count();
        }

        private static Optional<String> entry(String field) {
            try {
                double value = TypedNumber.read(field).value();
                return Math.abs(value) <= LARGEST ? Optional.of(Decimal.write(value)) : Optional.empty();
            } catch (IllegalArgumentException notYet) {
                return Optional.empty();
            }
        }
    }

    /**
     * The discs and eigenvalues of a matrix that is not the question's.
     *
     * @param says what there is to see in it, in a sentence
     */
    record OtherMatrix(ComplexMatrix matrix, String says) implements Exhibit {

        static OtherMatrix of(String says, double[]... rows) {
            return new OtherMatrix(ComplexMatrix.rows(rows), says);
        }

        /** The matrix as TeX. */
        public String tex() {
            return Tex.matrix(
                    matrix.size(),
                    Arrays.stream(matrix.realParts()).flatMapToDouble(Arrays::stream).toArray());
        }
    }

    /** What a change of c does to the minimizer, with a matrix that is not the question's. */
    record Perturbation(ComplexMatrix matrix, String says) implements Exhibit {}

    /** Arrows c and delta and what an orthogonal matrix makes of them, none of them the question's; they can be moved. */
    record Arrows(String says) implements Exhibit {}

    /** A race. */
    record Race(SurfaceExperiment race, String says) implements Exhibit {}

    /** A training. */
    record Training(TrainingExperiment training, String says) implements Exhibit {}
}
