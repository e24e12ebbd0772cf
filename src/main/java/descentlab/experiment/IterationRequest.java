package descentlab.experiment;

import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Text;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import descentlab.linalg.QrSteps.Shift;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;

/**
 * Steps by which eigenvalues are found: {@code matrix=2,1;1,3&method=power&start=1,0.5&steps=40} or
 * {@code method=qr&shift=wilkinson}.
 */
public sealed interface IterationRequest {

    /** Most steps of one. */
    int MOST_STEPS = 60;

    /** What a link says beside the matrix. */
    List<LinkParameter<IterationRequest, ?>> PARAMETERS = List.of(
            Declared.METHOD, Declared.STEPS, Declared.START, Declared.SHIFT);

    /** Each parameter, declared once. */
    final class Declared {

        private static final LinkParameter<IterationRequest, String> METHOD = new LinkParameter<>(
                "method",
                "Method",
                "power iteration, or QR steps",
                Choice.of(List.of("power", "qr"), name -> name, name -> name),
                "power",
                e -> e instanceof Power ? "power" : "qr");

        private static final LinkParameter<IterationRequest, Integer> STEPS =
                new LinkParameter<>("steps", "Steps", "how many", new Count(1, MOST_STEPS), 40, IterationRequest::steps);

        private static final LinkParameter<IterationRequest, String> START = new LinkParameter<>(
                "start",
                "Start",
                "the first vector of power iteration, but for its length; 1,1/2,1/3,... without it",
                new Text("as many numbers as the matrix has rows, as in 1,0.5", "1,0.5"),
                null,
                e -> null);

        private static final LinkParameter<IterationRequest, Shift> SHIFT = new LinkParameter<>(
                "shift",
                "Shift",
                "of QR steps: nothing, the last diagonal entry that is not done, or of the last 2x2 block that is not, the"
                        + " eigenvalue nearer to that entry",
                Choice.of(List.of(Shift.values()), shift -> shift.name().toLowerCase(Locale.ROOT), Shift::name),
                Shift.values()[0],
                e -> e instanceof Qr qr ? qr.shift() : null);

        private Declared() {}
    }

    /** How many steps. */
    int steps();

    /** Power iteration. */
    record Power(ComplexMatrix matrix, Complex[] start, int steps) implements IterationRequest {}

    /** QR steps. */
    record Qr(ComplexMatrix matrix, Shift shift, int steps) implements IterationRequest {}

    /** Reads a query. */
    static Reading<IterationRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Optional<ComplexMatrix> matrix = SpectrumExperiment.matrix(reader);
        int size = matrix.map(ComplexMatrix::size).orElse(1);
        int steps = Declared.STEPS.read(reader);
        if (Declared.METHOD.read(reader).equals("qr")) {
            Shift shift = Declared.SHIFT.read(reader);
            return new Reading<>(matrix.map(m -> new Qr(m, shift, steps)).orElse(null), reader.problems());
        }
        Complex[] start = start(reader, size);
        return new Reading<>(matrix.map(m -> new Power(m, start, steps)).orElse(null), reader.problems());
    }

    /** Without one it is (1, 1/2, 1/3, ...), which is hardly ever without a part along an eigenvector. */
    private static Complex[] start(QueryReader reader, int size) {
        Complex[] usual = new Complex[size];
        Arrays.setAll(usual, i -> new Complex(1.0 / (i + 1)));
        Optional<String> text = reader.text("start");
        if (text.isEmpty()) {
            return usual;
        }
        List<Optional<Complex>> parts =
                Arrays.stream(text.get().split(",", -1)).map(ComplexText::parse).toList();
        boolean fits = parts.size() == size
                && parts.stream().allMatch(Optional::isPresent)
                && parts.stream().anyMatch(part -> !part.get().isZero());
        if (!fits) {
            reader.problem("start", text.get(), size + " finite numbers, as many as the matrix has rows, not all 0");
            return usual;
        }
        return parts.stream().map(Optional::get).toArray(Complex[]::new);
    }
}
