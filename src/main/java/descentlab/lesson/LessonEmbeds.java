package descentlab.lesson;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import descentlab.diagram.Theories;
import descentlab.diagram.Theory;
import descentlab.element.LineDiagram;
import descentlab.element.TextNumber;
import descentlab.embed.Embed;
import descentlab.embed.EmbedSource;
import descentlab.embed.EmbeddedFigure;
import descentlab.embed.NothingThere;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.notation.Decimal;
import descentlab.prose.Prose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The lessons' figures for other sites, {@code lesson/NAME/1} or by a figure's own name, with their handles below them, and the
 * diagrams with numbers of one's own, {@code diagram/NAME?kappa=40}.
 */
@Component
class LessonEmbeds implements EmbedSource {

    private static final String FOLDER = "lesson/";
    private static final String DEFAULT_NAME = "figure";
    private static final int DIAGRAM_HEIGHT = 460;
    private static final int CAPTION_HEIGHT = 110;

    private final Lessons lessons;

    LessonEmbeds(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public Optional<Embed> at(String path, Map<String, List<String>> query) {
        if (path.startsWith(Subject.DIAGRAM)) {
            return Optional.of(diagram(path.substring(Subject.DIAGRAM.length()), query));
        }
        String[] parts = path.split("/", -1);
        if (parts.length != 3 || !path.startsWith(FOLDER)) {
            return Optional.empty();
        }
        Optional<Lesson> lesson = lessons.named(parts[1]);
        if (lesson.isEmpty()) {
            return Optional.empty();
        }
        query.forEach((name, values) -> {
            throw new ExperimentException(new Problem(
                    name, values.getFirst(), "no parameters but theme: a figure of a lesson is as its lesson says", false));
        });
        List<Block.Figure> figures = figures(lesson.get());
        int index = index(parts[2], figures);
        return Optional.of(figure(lesson.get(), figures.get(index), index + 1));
    }

    private static List<Block.Figure> figures(Lesson lesson) {
        return lesson.blocks()
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .toList();
    }

    private static int index(String name, List<Block.Figure> figures) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).name().equals(name) || String.valueOf(i + 1).equals(name)) {
                return i;
            }
        }
        String names = figures.stream()
                .map(Block.Figure::name)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        throw new NothingThere(new Problem(
                "figure",
                name,
                figures.isEmpty()
                        ? "another lesson: this one has no figures"
                        : "a number from 1 to " + figures.size() + (names.isEmpty() ? "" : ", or one of " + names),
                false));
    }

    private static Embed figure(Lesson lesson, Block.Figure figure, int number) {
        Subject subject = figure.link().printed();
        HtmlContainer whole = new HtmlContainer("figure");
        whole.addClassName("embedded-figure");
        int height = CAPTION_HEIGHT;
        if (subject instanceof Subject.Lab(var experiment)) {
            whole.add(EmbeddedFigure.of(experiment));
            height += EmbeddedFigure.height(experiment);
        } else {
            LineDiagram diagram = new LineDiagram();
            diagram.setLink(figure.link().printedText());
            whole.add(diagram);
            height += DIAGRAM_HEIGHT;
        }
        addHandles(whole, figure);
        HtmlContainer caption = new HtmlContainer("figcaption");
        caption.add(Prose.line(figure.caption()));
        whole.add(caption);
        return new Embed(
                lesson.title() + ", figure " + number,
                whole,
                subject.lab(),
                subject instanceof Subject.Lab ? Optional.of(subject.lab()) : Optional.empty(),
                List.of("descentlab/spectrum.css"),
                height);
    }

    /** On the lesson's page they stand in its text, which is not here. */
    private static void addHandles(HtmlContainer whole, Block.Figure figure) {
        String name = figure.name().isEmpty() ? DEFAULT_NAME : figure.name();
        FigureLink link = figure.link();
        if (link.handles().isEmpty()) {
            return;
        }
        whole.getElement().setAttribute(TextNumber.FIGURE, name);
        whole.getElement().setAttribute("data-link-text", link.text());
        whole.getElement()
                .setAttribute(
                        "data-values",
                        link.handles().stream()
                                .map(handle -> handle.name() + "=" + Decimal.write(handle.initial()))
                                .collect(Collectors.joining("&")));
        link.handles().forEach(handle -> {
            whole.getElement().setAttribute(TextNumber.HANDLE + handle.name(), handle.declaration());
            whole.getElement().setAttribute(TextNumber.LINK + handle.name(), link.openAt(handle.name(), link.initial()));
        });
        Div handles = new Div(Prose.line(link.handles().stream()
                .map(handle -> handle.says() + ": [" + Decimal.write(handle.initial()) + "](" + name + "#" + handle.name() + ")")
                .collect(Collectors.joining(", "))));
        whole.add(handles);
    }

    private static Embed diagram(String name, Map<String, List<String>> query) {
        if (Theories.named(name).isEmpty()) {
            throw new NothingThere(new Problem(
                    "diagram",
                    name,
                    "one of " + Theories.all().stream().map(Theory::name).collect(Collectors.joining(", ")),
                    false));
        }
        Subject.Drawn drawn;
        try {
            drawn = Subject.drawn(name, query);
        } catch (IllegalArgumentException wrong) {
            throw new ExperimentException(new Problem("diagram", name, wrong.getMessage(), false, wrong.getMessage() + "."));
        }
        LineDiagram diagram = new LineDiagram();
        diagram.setLink(Subject.DIAGRAM + name + drawn.query());
        return new Embed(
                "Diagram: " + name.replace('-', ' '), diagram, drawn.lab(), Optional.empty(), List.of(), DIAGRAM_HEIGHT);
    }

    @Override
    public Optional<String> forPage(String path, Map<String, List<String>> query) {
        return path.startsWith(FOLDER)
                ? lessons.named(path.substring(FOLDER.length()))
                        .filter(lesson -> !figures(lesson).isEmpty())
                        .map(lesson -> path + "/1")
                : Optional.empty();
    }

    @Override
    public String examples() {
        return "/embed/lesson/NAME/1 and on for the figures of the lessons "
                + lessons.all().stream().map(Lesson::id).collect(Collectors.joining(", "))
                + ", and /embed/diagram/NAME for a diagram with numbers of your own";
    }
}
