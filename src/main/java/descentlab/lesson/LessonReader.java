package descentlab.lesson;

import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.notation.Decimal;
import descentlab.prose.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Reads lessons from Markdown, as docs/lessons.md says. */
final class LessonReader {

    /** The file with a lesson's title and what it is about. */
    static final String COVER = "lesson.md";

    /** What the text's numbers read of a race: the step, or a column of one of its optimizers. */
    private static final Pattern OF_A_RACE = Pattern.compile("step|(?:([1-9])\\.)?(?:x1|x2|f|g1|g2|rate1|rate2)");

    private static final Set<String> OF_A_SPECTRUM = Set.of("kappa", "rescaled-kappa");

    private final String id;
    private final List<BlockReader.Number> numbers = new ArrayList<>();

    private LessonReader(String id) {
        this.id = id;
    }

    /**
     * Reads a lesson.
     *
     * @param id its folder's name
     * @param files the texts of its files by their names
     * @throws LessonException if something in it cannot be understood
     */
    static Lesson read(String id, SortedMap<String, String> files) {
        return new LessonReader(id).read(files);
    }

    private Lesson read(SortedMap<String, String> files) {
        String cover = files.get(COVER);
        if (cover == null) {
            throw new LessonException(id, 0, "there is no " + COVER + ", which has the title and what it is about");
        }
        String coverName = id + "/" + COVER;
        Node heading = Markdown.parse(cover).getFirstChild();
        String title = title(coverName, heading);
        if (!(heading.getNext() instanceof Paragraph lead)) {
            throw new LessonException(coverName, 0, "below the title there is to be a sentence on what it is about");
        }
        List<Section> sections = files.entrySet().stream()
                .filter(each -> !each.getKey().equals(COVER))
                .map(each -> section(each.getKey(), each.getValue()))
                .toList();
        if (sections.isEmpty()) {
            throw new LessonException(id, 0, "there is no section, that is a file such as 1-first.md");
        }
        List<Block> opening = new BlockReader(coverName, "opening", numbers).blocks(lead.getNext());
        Lesson lesson = new Lesson(id, title, source(cover, lead), opening, sections);
        Map<String, Block.Figure> figures = figures(lesson);
        numbers.forEach(number -> known(number, figures));
        return lesson;
    }

    /** A block as it is written. */
    private static String source(String text, Node block) {
        List<String> lines = text.lines().toList();
        return block.getSourceSpans().stream()
                .map(span -> lines.get(span.getLineIndex()))
                .collect(Collectors.joining("\n"));
    }

    private Section section(String name, String text) {
        String file = id + "/" + name;
        String called = name.replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
        Node first = Markdown.parse(text).getFirstChild();
        String title = title(file, first);
        return new Section(called, title, new BlockReader(file, called, numbers).blocks(first.getNext()));
    }

    private static String title(String file, Node first) {
        if (first instanceof Heading heading
                && heading.getLevel() == 1
                && heading.getFirstChild() instanceof Text words
                && words.getNext() == null) {
            return words.getLiteral();
        }
        throw new LessonException(file, 1, "it begins with no title, as '# Title', without formulas or emphasis");
    }

    private Map<String, Block.Figure> figures(Lesson lesson) {
        Map<String, Block.Figure> figures = new TreeMap<>();
        lesson.blocks().filter(Block.Figure.class::isInstance).map(Block.Figure.class::cast).forEach(figure -> {
            if (!figure.name().isEmpty() && figures.put(figure.name(), figure) != null) {
                throw new LessonException(id, 0, "two figures are called '" + figure.name() + "'");
            }
        });
        return figures;
    }

    private static void known(BlockReader.Number number, Map<String, Block.Figure> figures) {
        String name = number.node().name();
        Block.Figure figure = figures.get(number.node().figure());
        if (figure == null) {
            throw new LessonException(number.file(), number.line(), "there is no figure '" + number.node().figure()
                    + "'; there are " + String.join(", ", figures.keySet()));
        }
        figure.link().handle(name).filter(handle -> !number.node().says(handle.initial())).ifPresent(handle -> {
            throw new LessonException(
                    number.file(),
                    number.line(),
                    "the text prints " + number.node().printed() + ", but " + name + " begins at "
                            + Decimal.write(handle.initial()));
        });
        boolean known = figure.link().handle(name).isPresent()
                || switch (figure.link().printed()) {
                    case Subject.Drawn drawn -> drawn.theory().numbers().contains(name);
                    case Subject.Lab(SurfaceExperiment race) -> ofRace(name, race);
                    case Subject.Lab(SpectrumExperiment spectrum) -> OF_A_SPECTRUM.contains(name);
                    case Subject.Lab(TrainingExperiment training) -> false;
                };
        if (!known) {
            throw new LessonException(
                    number.file(),
                    number.line(),
                    "the figure '" + figure.name() + "' has no number '" + name + "': it is neither a handle of it nor shown there");
        }
    }

    private static boolean ofRace(String name, SurfaceExperiment race) {
        Matcher column = OF_A_RACE.matcher(name);
        return column.matches()
                && (column.group(1) == null || Integer.parseInt(column.group(1)) <= race.runs().size());
    }
}
