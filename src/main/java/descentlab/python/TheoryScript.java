package descentlab.python;

import descentlab.diagram.Knob;
import descentlab.diagram.Theory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A theory's diagram as programs, which lie in files beside this class: each prints the diagram's numbers by name. What stands in
 * them as <code>${eta}</code> is a knob's value, <code>${random}</code> and <code>${zipf}</code> are what other scripts have too.
 */
final class TheoryScript {

    private static final String FOLDER = "/python/";

    private TheoryScript() {}

    static String of(Theory theory, double[] at, Dialect dialect) {
        String text = read(theory.name() + (dialect == Dialect.TORCH ? ".torch.py" : ".numpy.py"));
        List<Knob> knobs = theory.knobs();
        for (int i = 0; i < knobs.size(); i++) {
            String value = knobs.get(i).whole() ? String.valueOf(Math.round(at[i])) : Literal.real(at[i]);
            text = text.replace("${" + knobs.get(i).name() + "}", value);
        }
        return text.replace("${zipf}", "\n\n" + TableData.zipfText())
                .replace("${random}", "\n\n" + Helper.RANDOM);
    }

    /** A file of such code. */
    static String read(String file) {
        try (InputStream in = TheoryScript.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
