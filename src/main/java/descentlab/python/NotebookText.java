package descentlab.python;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Jupyter notebook as its file says it: nbformat 4, minor 5, of cells that have not been run.
 *
 * <p>Source: the format's own description, nbformat.readthedocs.io.
 */
final class NotebookText {

    private final List<String> cells = new ArrayList<>();

    /** Adds words, as Markdown with formulas between dollar signs. */
    void words(String markdown) {
        add("markdown", markdown, "");
    }

    /** Adds code. */
    void code(String python) {
        add("code", python, "\"execution_count\": null, \"outputs\": [], ");
    }

    private void add(String kind, String source, String more) {
        String lines = source.strip()
                .lines()
                .map(NotebookText::quoted)
                .collect(Collectors.joining("\\n\",\n    ", "", "\""));
        cells.add("  {\"cell_type\": \"" + kind + "\", \"id\": \"cell-" + (cells.size() + 1) + "\", " + more
                + "\"metadata\": {}, \"source\": [\n    " + lines + "\n  ]}");
    }

    /** A line of a string that is not closed yet. */
    private static String quoted(String line) {
        String literal = Literal.json(line);
        return literal.substring(0, literal.length() - 1);
    }

    /** The file. */
    String json() {
        return "{\n \"nbformat\": 4,\n \"nbformat_minor\": 5,\n \"metadata\": {\"kernelspec\": {\"display_name\": \"Python 3\","
                + " \"language\": \"python\", \"name\": \"python3\"}, \"language_info\": {\"name\": \"python\"}},\n"
                + " \"cells\": [\n" + String.join(",\n", cells) + "\n ]\n}\n";
    }
}
