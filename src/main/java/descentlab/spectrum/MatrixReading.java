package descentlab.spectrum;

import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixText;

/**
 * What became of a text: a portrait or a mistake, the other null. A text being typed is wrong now and then; that is an answer
 * here, not a failure of the request.
 */
record MatrixReading(Portrait portrait, Mistake mistake) {

    /** Where a text goes wrong; row and column count from 1 and are 0 where the whole row or matrix is meant. */
    record Mistake(int row, int column, String came, String allowed) {}

    /** Reads a text and computes the portrait: a millisecond or two for a large matrix. */
    static MatrixReading of(String text) {
        try {
            return new MatrixReading(Portrait.of(MatrixText.parse(text)), null);
        } catch (MalformedMatrix mistake) {
            return new MatrixReading(
                    null, new Mistake(mistake.row(), mistake.column(), mistake.came(), mistake.allowed()));
        }
    }
}
