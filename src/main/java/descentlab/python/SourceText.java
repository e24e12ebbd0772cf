package descentlab.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program under way: its parts in order, of which each helper stands there once, and what a notebook says of them. */
final class SourceText {

    private static final List<String> MODULES =
            List.of("base64", "bisect", "collections", "csv", "gzip", "hashlib", "io", "itertools", "math", "pathlib", "re",
                    "urllib.request", "zlib");

    private static final Pattern NAMED_IN = Pattern.compile("\\bnp\\.");

    /** Code, with the words of the chapter that it stands in. */
    private record Part(String chapter, String code) {}

    private final Dialect dialect;
    private final List<Part> parts = new ArrayList<>();
    private String chapter = "";

    SourceText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What a notebook says before the code that follows, as Markdown; a script has no such words. */
    SourceText chapter(String words) {
        chapter = words;
        return this;
    }

    /** Adds code that is the same in both libraries, written for NumPy; nothing if it is empty or there already. */
    SourceText add(String numpy) {
        return addAsItIs(dialect.code(numpy));
    }

    /** The same where not all need be the library's arrays. */
    SourceText addPlain(String numpy) {
        return addAsItIs(dialect.plain(numpy));
    }

    /** Adds code that is meant as it stands. */
    SourceText addAsItIs(String code) {
        String part = code.strip();
        if (!part.isEmpty() && parts.stream().noneMatch(other -> other.code.equals(part))) {
            parts.add(new Part(chapter, part));
        }
        return this;
    }

    /** All of it as a script, with what it imports and, above, the experiment's link. */
    String of(String link) {
        String body = parts.stream().map(Part::code).collect(Collectors.joining("\n\n\n"));
        return Literal.comment(link) + "\n" + Literal.comment(wanted("draws if there is Matplotlib.")) + "\n"
                + imports(body) + "\n\n" + body + "\n";
    }

    private String wanted(String pictures) {
        return "Wants Python 3.9 and " + dialect.wanted() + ", or newer; " + pictures;
    }

    private String imports(String body) {
        String modules = MODULES.stream()
                .filter(module -> Pattern.compile("\\b" + Pattern.quote(module + ".")).matcher(body).find())
                .map(module -> "import " + module + "\n")
                .collect(Collectors.joining());
        String libraries = dialect.imported()
                .lines()
                .filter(line -> dialect == Dialect.NUMPY || !line.endsWith("as np") || NAMED_IN.matcher(body).find())
                .filter(line -> !line.endsWith(" ops") || body.contains("ops."))
                .collect(Collectors.joining("\n"));
        return modules + (modules.isEmpty() ? "" : "\n") + libraries;
    }

    /**
     * All of it as a notebook.
     *
     * @param opening what it begins with, as Markdown
     */
    String notebook(String opening) {
        NotebookText notebook = new NotebookText();
        notebook.words(opening + "\n\n" + wanted("draws with Matplotlib."));
        notebook.code(imports(parts.stream().map(Part::code).collect(Collectors.joining("\n"))));
        String said = "";
        List<String> codes = new ArrayList<>();
        for (Part part : parts) {
            if (!part.chapter.equals(said)) {
                flush(notebook, codes);
                notebook.words(part.chapter);
                said = part.chapter;
            }
            codes.add(part.code);
        }
        flush(notebook, codes);
        return notebook.json();
    }

    private static void flush(NotebookText notebook, List<String> codes) {
        if (!codes.isEmpty()) {
            notebook.code(String.join("\n\n\n", codes));
            codes.clear();
        }
    }
}
