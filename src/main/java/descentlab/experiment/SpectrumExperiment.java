package descentlab.experiment;

import descentlab.experiment.LinkParameter.Text;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixText;
import descentlab.optimizer.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A matrix whose spectrum is asked for, as a link says it: {@code matrix=2,1;1,3}.
 *
 * @param matrix the matrix
 */
public record SpectrumExperiment(ComplexMatrix matrix) implements Experiment {

    /** Path of the spectrum lab. */
    public static final String PAGE = "lab/spectrum";

    /** The one parameter. */
    public static final String PARAMETER = "matrix";

    private static final LinkParameter<SpectrumExperiment, String> MATRIX = new LinkParameter<>(
            PARAMETER,
            "Matrix",
            "rows separated by semicolons, entries by commas, complex ones as 1+2i",
            new Text("a square matrix, as in 2,1;1,3", "2,1;1,3"),
            null,
            e -> e.matrix.toString());

    /** All that a link says. */
    public static final List<LinkParameter<SpectrumExperiment, ?>> PARAMETERS = List.of(MATRIX);

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Map<String, List<String>> settings() {
        return Map.of(PARAMETER, List.of(matrix.toString()));
    }

    @Override
    public List<Method> runs() {
        return List.of();
    }

    @Override
    public SpectrumExperiment withRuns(List<? extends Method> others) {
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("a matrix has no optimizers");
        }
        return this;
    }

    @Override
    public SpectrumExperiment opened() {
        return this;
    }

    /** Reads a query; without a readable matrix there is no experiment, but a problem. */
    public static Reading<SpectrumExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SpectrumExperiment experiment = matrix(reader).map(SpectrumExperiment::new).orElse(null);
        return new Reading<>(experiment, reader.problems());
    }

    /** The matrix of a query, or a problem. */
    static Optional<ComplexMatrix> matrix(QueryReader reader) {
        // MatrixText has a bound of its own and says what of a text is too large.
        String text = reader.text(PARAMETER, Integer.MAX_VALUE).orElse("");
        try {
            return Optional.of(MatrixText.parse(text));
        } catch (MalformedMatrix mistake) {
            if (mistake.tooLarge()) {
                reader.tooMuch(PARAMETER, text, mistake.wanted());
            } else {
                reader.problem(PARAMETER, text, mistake.wanted());
            }
            return Optional.empty();
        }
    }
}
