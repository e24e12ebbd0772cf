package descentlab.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A script under way: its parts in order, of which each helper stands there once. */
final class SourceText {

    private static final List<String> MODULES = List.of("bisect", "itertools", "math", "urllib.request");

    private final Dialect dialect;
    private final List<String> parts = new ArrayList<>();

    SourceText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds code that is the same in both libraries, written for NumPy; nothing if it is empty or there already. */
    SourceText add(String numpy) {
        String part = dialect.code(numpy).strip();
        if (!part.isEmpty() && !parts.contains(part)) {
            parts.add(part);
        }
        return this;
    }

    /** All of it, with what it imports and, above, the experiment's link. */
    String of(String link) {
        String body = String.join("\n\n\n", parts);
        String imports = MODULES.stream()
                .filter(module -> Pattern.compile("\\b" + Pattern.quote(module + ".")).matcher(body).find())
                .map(module -> "import " + module + "\n")
                .collect(Collectors.joining());
        return Literal.comment(link) + "\n"
                + Literal.comment("Wants Python 3.9 and " + dialect.wanted() + ", or newer; draws if there is Matplotlib.")
                + "\n" + imports + (imports.isEmpty() ? "" : "\n") + dialect.imported() + "\n\n" + body + "\n";
    }
}
