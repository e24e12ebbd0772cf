package descentlab.experiment;

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

    /** Power iteration. */
    record Power(ComplexMatrix matrix, Complex[] start, int steps) implements IterationRequest {}

    /** QR steps. */
    record Qr(ComplexMatrix matrix, Shift shift, int steps) implements IterationRequest {}

    /** Reads a query. */
    static Reading<IterationRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Optional<ComplexMatrix> matrix = SpectrumExperiment.matrix(reader);
        int size = matrix.map(ComplexMatrix::size).orElse(1);
        int steps = reader.count("steps", 40, 1, MOST_STEPS);
        String method = reader.text("method").orElse("power");
        if (!List.of("power", "qr").contains(method)) {
            reader.problem("method", method, "power or qr");
        }
        if (method.equals("qr")) {
            Shift shift = shift(reader);
            return new Reading<>(matrix.map(m -> new Qr(m, shift, steps)).orElse(null), reader.problems());
        }
        Complex[] start = start(reader, size);
        return new Reading<>(matrix.map(m -> new Power(m, start, steps)).orElse(null), reader.problems());
    }

    private static Shift shift(QueryReader reader) {
        String name = reader.text("shift").orElse("none");
        List<String> names = Arrays.stream(Shift.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
        int which = names.indexOf(name);
        if (which < 0) {
            reader.problem("shift", name, "one of " + String.join(", ", names));
        }
        return Shift.values()[Math.max(0, which)];
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
