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
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Reads lessons from Markdown, as docs/lessons.md says. */
final class LessonReader {

    /** The file with a lesson's title and what it is about. */
    static final String COVER = "lesson.md";

    private static final Pattern OPTION = Pattern.compile("- \\[([ x])] (.*?) \\| (.*)");
    /** Lines before the text of a fenced block. */
    private static final int FENCE = 1;

    private final String file;
    private int checks;

    private LessonReader(String file) {
        this.file = file;
    }

    /**
     * Reads a lesson.
     *
     * @param id its folder's name
     * @param files the texts of its files by their names
     * @throws LessonException if something in it cannot be understood
     */
    static Lesson read(String id, SortedMap<String, String> files) {
        String cover = files.get(COVER);
        if (cover == null) {
            throw new LessonException(id, 0, "there is no " + COVER + ", which has the title and what it is about");
        }
        String coverName = id + "/" + COVER;
        Node title = Markdown.parse(cover).getFirstChild();
        String heading = new LessonReader(coverName).title(title);
        String lead = cover.substring(cover.indexOf('\n', cover.indexOf(heading)) + 1).strip();
        if (lead.isEmpty() || !cover.contains("\n")) {
            throw new LessonException(coverName, 0, "below the title there is to be a sentence on what it is about");
        }
        List<Section> sections = files.entrySet().stream()
                .filter(each -> !each.getKey().equals(COVER))
                .map(each -> section(id + "/" + each.getKey(), each.getValue()))
                .toList();
        if (sections.isEmpty()) {
            throw new LessonException(id, 0, "there is no section, that is a file such as 1-first.md");
        }
        return new Lesson(id, heading, lead, sections);
    }

    /** Reads a file that is a section. */
    static Section section(String file, String text) {
        return new LessonReader(file).section(text);
    }

    private Section section(String text) {
        String id = file.substring(file.lastIndexOf('/') + 1).replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
        Node first = Markdown.parse(text).getFirstChild();
        String title = title(first);
        List<Block> blocks = new ArrayList<>();
        for (Node node = first.getNext(); node != null; node = node.getNext()) {
            blocks.add(block(id, node));
        }
        return new Section(id, title, blocks);
    }

    private String title(Node first) {
        if (first instanceof Heading heading
                && heading.getLevel() == 1
                && heading.getFirstChild() instanceof Text words
                && words.getNext() == null) {
            return words.getLiteral();
        }
        throw new LessonException(file, 1, "it begins with no title, as '# Title', without formulas or emphasis");
    }

    private Block block(String section, Node node) {
        if (!(node instanceof FencedCodeBlock fenced) || fenced.getInfo() == null) {
            return new Block.Text(Prose.render(node));
        }
        String[] info = fenced.getInfo().strip().split("\\s+", 2);
        int line = line(fenced);
        String literal = fenced.getLiteral();
        return switch (info[0]) {
            case "figure" -> figure(line, literal);
            case "check" -> new Block.Check(check(line, section + "-" + ++checks, literal));
            case "source" -> {
                if (info.length < 2) {
                    throw new LessonException(file, line, "a source has the name of a file, as in 'source Adagrad.java'");
                }
                yield new Block.Source(info[1], source(line, info[1], literal.strip()));
            }
            default -> new Block.Text(Prose.render(node));
        };
    }

    /** Where a block begins, from 1. */
    private static int line(Node block) {
        return block.getSourceSpans().isEmpty() ? 0 : block.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private Block.Figure figure(int line, String literal) {
        String[] parts = literal.split("\n", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new LessonException(file, line, "a figure is the link of a lab, then its caption");
        }
        try {
            Link link = Link.of(parts[0]);
            return new Block.Figure(link.in(link.place()).orThrow(), parts[1].strip());
        } catch (IllegalArgumentException wrong) {
            throw new LessonException(file, line + FENCE, wrong.getMessage());
        }
    }

    private ChoicePart check(int line, String id, String literal) {
        List<ChoicePart.Option> options = new ArrayList<>();
        StringBuilder question = new StringBuilder();
        String[] lines = literal.stripTrailing().split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher option = OPTION.matcher(lines[i].strip());
            if (option.matches()) {
                options.add(new ChoicePart.Option(option.group(2), option.group(1).equals("x"), option.group(3)));
            } else if (options.isEmpty()) {
                question.append(lines[i]).append('\n');
            } else {
                throw new LessonException(
                        file,
                        line + FENCE + i,
                        "an answer of a check is '- [ ] answer | what to say', not '" + lines[i] + "'");
            }
        }
        if (options.size() < 2 || options.stream().filter(ChoicePart.Option::right).count() != 1) {
            throw new LessonException(file, line, "a check has two answers or more, one of them right, as '- [x] answer | …'");
        }
        return new ChoicePart(new Assignment(id, "Quick check", question.toString(), List.of(), ""), options);
    }

    /** From the line that holds the text to the line that closes its braces, without the indentation. */
    private String source(int line, String source, String from) {
        List<String> lines = lines(line, source);
        int start = 0;
        while (start < lines.size() && !lines.get(start).contains(from)) {
            start++;
        }
        if (start == lines.size()) {
            throw new LessonException(file, line + FENCE, source + " has no line with '" + from + "'");
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

    private List<String> lines(int line, String source) {
        // A lesson of somebody's own may name what it likes, but not where it is.
        boolean plain = source.matches("\\w+\\.java");
        try (InputStream in = plain ? getClass().getClassLoader().getResourceAsStream("lesson/source/" + source) : null) {
            if (in == null) {
                throw new LessonException(file, line, "there is no source " + source);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
