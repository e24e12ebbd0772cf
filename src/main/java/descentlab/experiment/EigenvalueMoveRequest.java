package descentlab.experiment;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;

/**
 * An eigenvalue that is to go elsewhere: {@code matrix=2,1;1,3&eigenvalue=1&to=1.5}.
 *
 * @param matrix whose eigenvalue it is
 * @param index which of its spectrum, from 0; from 1 in a query
 * @param to where it is to go
 */
public record EigenvalueMoveRequest(ComplexMatrix matrix, int index, Complex to) {

    /** Reads a query. */
    public static Reading<EigenvalueMoveRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Optional<ComplexMatrix> matrix = SpectrumExperiment.matrix(reader);
        int size = matrix.map(ComplexMatrix::size).orElse(1);
        String which = reader.text("eigenvalue").orElse("");
        boolean one = which.matches("[1-9]") && Integer.parseInt(which) <= size;
        if (!one) {
            reader.problem("eigenvalue", which, "a whole number from 1 to " + size);
        }
        String place = reader.text("to").orElse("");
        Optional<Complex> to = ComplexText.parse(place);
        if (to.isEmpty()) {
            reader.problem("to", place, ComplexText.ALLOWED);
        }
        EigenvalueMoveRequest request = matrix.isPresent() && one && to.isPresent()
                ? new EigenvalueMoveRequest(matrix.get(), Integer.parseInt(which) - 1, to.get())
                : null;
        return new Reading<>(request, reader.problems());
    }
}
