package descentlab.spectrum;

import descentlab.experiment.EigenvalueMoveRequest;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixText;
import descentlab.linalg.MovableEigenvalue;

/**
 * What became of a text, or of an eigenvalue that was to go elsewhere: a portrait, a mistake in the text, or a sentence why the
 * eigenvalue cannot go there; the others null. A text being typed is wrong now and then; that is an answer here, not a failure of
 * the request.
 */
record MatrixReading(Portrait portrait, Mistake mistake, String refusal) {

    /** Where a text goes wrong; row and column count from 1 and are 0 where the whole row or matrix is meant. */
    record Mistake(int row, int column, String came, String allowed) {}

    /** Reads a text and computes the portrait: a millisecond or two for a large matrix. */
    static MatrixReading of(String text) {
        try {
            return new MatrixReading(Portrait.of(MatrixText.parse(text)), null, null);
        } catch (MalformedMatrix mistake) {
            return new MatrixReading(
                    null, new Mistake(mistake.row(), mistake.column(), mistake.came(), mistake.allowed()), null);
        }
    }

    /** The portrait of the matrix with the eigenvalue where it is to go. */
    static MatrixReading of(EigenvalueMoveRequest move) {
        return switch (MovableEigenvalue.of(move.matrix(), move.index()).to(move.to())) {
            case MovableEigenvalue.Moved(var matrix) -> new MatrixReading(Portrait.of(matrix), null, null);
            case MovableEigenvalue.Refused(String reason) -> new MatrixReading(null, null, reason);
        };
    }
}
