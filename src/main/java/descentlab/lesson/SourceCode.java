package descentlab.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The application's own optimizers, as they are written. */
final class SourceCode {

    private SourceCode() {}

    /**
     * A piece of a file, from the line that holds a text to the line that closes its braces, without the indentation.
     *
     * @throws IllegalArgumentException if no line holds it
     */
    static String piece(String file, List<String> lines, String from) {
        int start = 0;
        while (start < lines.size() && !lines.get(start).contains(from)) {
            start++;
        }
        if (start == lines.size()) {
            throw new IllegalArgumentException(file + " has no line with '" + from + "'");
        }
        StringBuilder code = new StringBuilder();
        int depth = 0;
        int end = start;
        do {
            String each = lines.get(end);
            depth += each.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
            code.append(each).append('\n');
            end++;
        } while (depth > 0 && end < lines.size());
        return code.toString().stripTrailing().stripIndent();
    }

    /**
     * The lines of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> lines(String file) {
        // A lesson of somebody's own may name what it likes, but not where it is.
        boolean plain = file.matches("\\w+\\.java");
        try (InputStream in =
                plain ? SourceCode.class.getClassLoader().getResourceAsStream("lesson/source/" + file) : null) {
            if (in == null) {
                throw new IllegalArgumentException("there is no source " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
