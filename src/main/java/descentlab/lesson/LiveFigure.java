package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.TakeAway;
import descentlab.controls.RaceFigure;
import descentlab.controls.TrainingFigure;
import descentlab.element.Formula;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.element.TextNumber;
import descentlab.element.WhenNear;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.notation.Decimal;
import descentlab.objective.Point;
import descentlab.prose.Prose;
import descentlab.run.RunService;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A figure of a lesson: what a lab or a diagram would show, moved by its handles, with a way into the lab. */
final class LiveFigure extends Composite<Div> {

    private final FigureLink link;
    private final String name;
    private final Map<String, Double> values;
    private final Anchor lab = new Anchor("", "Open in the lab");
    private final Button reset = new Button("As printed", click -> reset());
    /** There once the reader has come near. */
    private Consumer<Subject> drawing = other -> {
    };
    /** Where the reader has put the start of a race. */
    private Point start;
    private Subject subject;
    private final HtmlContainer root;

    LiveFigure(Block.Figure figure, RunService runs) {
        link = figure.link();
        name = figure.name();
        values = new HashMap<>(link.initial());
        subject = link.printed();
        lab.addClassName("into-lab");
        lab.setHref(subject.lab());
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.setVisible(false);
        TakeAway away = switch (subject) {
            case Subject.Lab any -> TakeAway.ofFigure(this, () -> experiment(subject));
            case Subject.Drawn drawn -> TakeAway.ofFigure(this, drawn.title(), () -> ((Subject.Drawn) subject).scripts());
        };
        Div ways = new Div(lab, away, reset);
        ways.addClassName("figure-ways");
        HtmlContainer caption = new HtmlContainer("figcaption");
        caption.add(Prose.line(figure.caption()), WhenNear.orByAndBy(() -> ways));
        HtmlContainer whole = new HtmlContainer("figure");
        whole.add(new WhenNear(() -> draw(runs)));
        whole.add(caption);
        whole.addClassNames("card", "lesson-figure");
        root = whole;
        if (!name.isEmpty()) {
            whole.getElement().setAttribute(TextNumber.FIGURE, name);
            link.handles()
                    .forEach(handle -> whole.getElement()
                            .setAttribute(TextNumber.HANDLE + handle.name(), handle.declaration()));
        }
        openLinks();
        getContent().add(whole);
    }

    private Component draw(RunService runs) {
        return switch (subject) {
            case Subject.Drawn drawn -> diagram(drawn, runs);
            case Subject.Lab(SurfaceExperiment race) -> race(race, runs);
            case Subject.Lab(TrainingExperiment training) -> training(training, runs);
            case Subject.Lab(SpectrumExperiment spectrum) -> spectrum(spectrum);
        };
    }

    /** By what the text's numbers name it. */
    String name() {
        return name;
    }

    /** What it shows now. */
    Subject subject() {
        return subject;
    }

    /** Moves a handle; what it does not have, or not allow, is left alone. */
    void move(String handle, double value) {
        if (link.handle(handle).filter(known -> known.allows(value)).isPresent()) {
            values.put(handle, value);
            show();
        }
    }

    private void reset() {
        start = null;
        values.putAll(link.initial());
        show();
        link.handles()
                .forEach(handle -> getElement()
                        .executeJs(
                                "document.dispatchEvent(new CustomEvent($0, {detail: {figure: $1, name: $2, value: $3, told: false}}))",
                                TextNumber.MOVE,
                                name,
                                handle.name(),
                                handle.initial()));
    }

    private void show() {
        Subject asked = link.at(values);
        subject = start != null && asked instanceof Subject.Lab(SurfaceExperiment race)
                ? new Subject.Lab(race.withStart(start))
                : asked;
        drawing.accept(subject);
        lab.setHref(subject.lab());
        openLinks();
        reset.setVisible(start != null || !values.equals(link.initial()));
    }

    /** Tells the browser what each handle's link is now, so that the figure can follow the hand. */
    private void openLinks() {
        for (Handle handle : link.handles()) {
            String open = link.openAt(handle.name(), values);
            root.getElement().setAttribute(TextNumber.LINK + handle.name(), start == null ? open : fromStart(open));
        }
    }

    private String fromStart(String open) {
        String others = open.replaceAll("(?<=[?&])start=[^&]*&?", "");
        return others + (others.endsWith("?") || others.endsWith("&") ? "" : "&") + "start=" + Decimal.write(start.x1())
                + "," + Decimal.write(start.x2());
    }

    private Component diagram(Subject.Drawn drawn, RunService runs) {
        DiagramFigure figure = new DiagramFigure(runs, drawn);
        drawing = other -> figure.show((Subject.Drawn) other);
        return figure;
    }

    private Component race(SurfaceExperiment race, RunService runs) {
        RaceFigure figure = new RaceFigure(runs, race);
        figure.letStartMove(moved -> {
            start = moved.start();
            show();
        });
        drawing = other -> figure.show((SurfaceExperiment) experiment(other));
        return figure;
    }

    private Component training(TrainingExperiment training, RunService runs) {
        TrainingFigure figure = new TrainingFigure(runs, training);
        drawing = other -> figure.show(experiment(other));
        return figure;
    }

    private Component spectrum(SpectrumExperiment experiment) {
        SpectrumLab figure = new SpectrumLab();
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("Q")),
                new SpectrumPlane(SpectrumPlane.Side.RESCALED, "Rescaled", new Formula("\\tilde Q")));
        planes.addClassName("planes");
        figure.add(planes, new SpectrumFacts());
        figure.setMatrix(experiment.matrix().toString());
        drawing = other -> figure.setMatrix(((SpectrumExperiment) experiment(other)).matrix().toString());
        return figure;
    }

    private static Experiment experiment(Subject subject) {
        return ((Subject.Lab) subject).experiment();
    }
}
