package descentlab.lesson;

import descentlab.exercise.Assignment;
import descentlab.exercise.ChoicePart;
import descentlab.experiment.Link;
import descentlab.prose.Markdown;
import descentlab.prose.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A lesson, read from the Markdown files of a folder under {@code lesson}, in the order of their names: one file is one
 * section, which begins with its title as a heading. Three kinds of fenced block mean more than code:
 *
 * <pre>
 * ```figure
 * lab/surface?run=…         what it shows, as a link of a lab
 * What to try.              Markdown
 * ```
 * ```check
 * A question?
 * - [ ] an answer | what to say to it
 * - [x] the right one | what to say to it
 * ```
 * ```source Adagrad.java
 * protected void step       shown from the line that holds this to the end of its braces
 * ```
 * </pre>
 */
record Lesson(String id, List<Section> sections) {

    private static final Pattern OPTION = Pattern.compile("- \\[([ x])] (.*?) \\| (.*)");

    /**
     * Reads a lesson.
     *
     * @throws IllegalArgumentException if a block cannot be understood, saying which and why
     */
    static Lesson read(String id) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:lesson/" + id + "/*.md");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            List<Section> sections = new ArrayList<>();
            for (Resource file : files) {
                sections.add(section(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return new Lesson(id, sections);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Section section(String file, String text) {
        String id = file.replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
        String title = "";
        List<Block> blocks = new ArrayList<>();
        int checks = 0;
        for (Node node = Markdown.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading
                    && heading.getLevel() == 1
                    && heading.getFirstChild() instanceof Text words) {
                title = words.getLiteral();
                continue;
            }
            String[] info = node instanceof FencedCodeBlock code && code.getInfo() != null
                    ? code.getInfo().strip().split("\\s+", 2)
                    : new String[] {""};
            String literal = node instanceof FencedCodeBlock code ? code.getLiteral() : "";
            blocks.add(
                    switch (info[0]) {
                        case "figure" -> figure(file, literal);
                        case "check" -> new Block.Check(check(file, id + "-" + ++checks, literal));
                        case "source" -> new Block.Source(info[1], source(info[1], literal.strip()));
                        default -> new Block.Text(Prose.render(node));
                    });
        }
        if (title.isEmpty()) {
            throw new IllegalArgumentException(file + " has no title: it begins with '# Title'");
        }
        return new Section(id, title, blocks);
    }

    private static Block.Figure figure(String file, String literal) {
        String[] parts = literal.split("\n", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException(file + ": a figure is the link of a lab, then its caption");
        }
        Link link = Link.of(parts[0]);
        try {
            return new Block.Figure(link.in(link.place()).orThrow(), parts[1].strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static ChoicePart check(String file, String id, String literal) {
        List<ChoicePart.Option> options = new ArrayList<>();
        StringBuilder question = new StringBuilder();
        for (String line : literal.strip().split("\n")) {
            Matcher option = OPTION.matcher(line.strip());
            if (option.matches()) {
                options.add(new ChoicePart.Option(option.group(2), option.group(1).equals("x"), option.group(3)));
            } else if (options.isEmpty()) {
                question.append(line).append('\n');
            } else {
                throw new IllegalArgumentException(
                        file + ": an answer of a check is '- [ ] answer | what to say', not '" + line + "'");
            }
        }
        return new ChoicePart(new Assignment(id, "Quick check", question.toString(), List.of(), ""), options);
    }

    /** From the line that holds the text to the line that closes its braces, without the indentation. */
    private static String source(String file, String from) {
        List<String> lines = lines("lesson/source/" + file);
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
            String line = lines.get(end);
            depth += line.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
            code.append(line).append('\n');
            end++;
        } while (depth > 0 && end < lines.size());
        return code.toString().stripTrailing().stripIndent();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Lesson.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
