package descentlab.lesson;

import descentlab.exercise.Assignment;
import descentlab.exercise.ChoicePart;
import descentlab.prose.Markdown;
import descentlab.prose.NumberNode;
import descentlab.prose.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Reads the blocks of one of a lesson's files. */
final class BlockReader {

    /**
     * A number of a figure's in a text.
     *
     * @param file where it stands
     * @param line in which line
     * @param node what it says
     */
    record Number(String file, int line, NumberNode node) {}

    private static final Pattern OPTION = Pattern.compile("- \\[([ x])] (.*?) \\| (.*)");
    /** Lines before the text of a fenced block. */
    private static final int FENCE = 1;

    private final String file;
    /** What checks are kept by. */
    private final String name;
    private final List<Number> numbers;
    private int checks;
    private int predictions;

    /** @param numbers receives those in its texts */
    BlockReader(String file, String name, List<Number> numbers) {
        this.file = file;
        this.name = name;
        this.numbers = numbers;
    }

    /** The blocks from a node on. */
    List<Block> blocks(Node first) {
        List<Block> blocks = new ArrayList<>();
        List<Block> hidden = null;
        for (Node node = first; node != null; node = node.getNext()) {
            Block block = block(node);
            if (node instanceof Heading || block instanceof Block.Check || block instanceof Block.Prediction) {
                hidden = null;
            }
            (hidden == null ? blocks : hidden).add(block);
            if (block instanceof Block.Prediction(ChoicePart part, List<Block> then)) {
                hidden = then;
            }
        }
        return blocks;
    }

    private Block block(Node node) {
        if (!(node instanceof FencedCodeBlock fenced) || fenced.getInfo() == null) {
            return text(node);
        }
        String[] info = (fenced.getInfo().strip() + " ").split("\\s+", 2);
        String after = info[1].strip();
        int line = line(fenced);
        String literal = fenced.getLiteral();
        return switch (info[0]) {
            case "figure" -> figure(line, after, literal);
            case "check" -> new Block.Check(question(line, "Quick check", name + "-" + ++checks, literal));
            case "predict" -> new Block.Prediction(
                    question(line, "Your prediction", name + "-prediction-" + ++predictions, literal), new ArrayList<>());
            case "source" -> {
                if (after.isEmpty()) {
                    throw new LessonException(file, line, "a source has the name of a file, as in 'source Adagrad.java'");
                }
                List<String> lines = at(line, () -> SourceCode.lines(after));
                yield new Block.Source(after, at(line + FENCE, () -> SourceCode.piece(after, lines, literal.strip())));
            }
            default -> text(node);
        };
    }

    private Block.Text text(Node node) {
        note(line(node), node);
        return new Block.Text(Prose.render(node));
    }

    /** Where a block begins, from 1. */
    static int line(Node block) {
        return block.getSourceSpans().isEmpty() ? 0 : block.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private void note(int line, Node node) {
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode custom) {
                if (custom instanceof NumberNode number) {
                    numbers.add(new Number(file, line, number));
                }
            }
        });
    }

    private Block.Figure figure(int line, String called, String literal) {
        if (!called.matches("([a-z][a-z0-9-]*)?")) {
            throw new LessonException(file, line, "a figure's name has small letters, digits and hyphens, not '" + called + "'");
        }
        String[] lines = literal.split("\n");
        List<Handle> handles = new ArrayList<>();
        int at = 1;
        try {
            for (Optional<Handle> handle; at < lines.length && (handle = Handle.read(lines[at])).isPresent(); at++) {
                handles.add(handle.get());
            }
        } catch (IllegalArgumentException wrong) {
            throw new LessonException(file, line + FENCE + at, wrong.getMessage());
        }
        String caption = String.join("\n", List.of(lines).subList(Math.min(at, lines.length), lines.length)).strip();
        if (caption.isEmpty()) {
            throw new LessonException(file, line, "a figure is the link of a lab, then its caption");
        }
        note(line + FENCE + at, Markdown.parse(caption));
        return at(line + FENCE, () -> new Block.Figure(called, new FigureLink(lines[0].strip(), handles), caption));
    }

    /** What cannot be understood, is so in that line. */
    private <T> T at(int line, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new LessonException(file, line, wrong.getMessage());
        }
    }

    private ChoicePart question(int line, String title, String id, String literal) {
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
        return new ChoicePart(new Assignment(id, title, question.toString(), List.of(), ""), options);
    }
}
