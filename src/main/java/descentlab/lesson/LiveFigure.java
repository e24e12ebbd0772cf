package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.plot.Formula;
import descentlab.plot.SpectrumFacts;
import descentlab.plot.SpectrumLab;
import descentlab.plot.SpectrumPlane;
import descentlab.practice.RaceFigure;
import descentlab.practice.TrainingFigure;
import descentlab.prose.Prose;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A figure of a lesson: what a lab would show of an experiment, with a way into that lab. */
final class LiveFigure extends Composite<Div> {

    LiveFigure(Block.Figure figure, RunService runs, ImageRuns imageRuns) {
        HtmlContainer caption = new HtmlContainer("figcaption");
        HtmlContainer whole = new HtmlContainer("figure");
        Anchor lab = new Anchor(link(figure), "Open in the lab");
        lab.addClassName("into-lab");
        caption.add(Prose.line(figure.caption()), lab);
        Component drawing = drawing(figure, runs, imageRuns);
        if (drawing instanceof RaceFigure race) {
            race.letStartMove(moved -> lab.setHref(new LabExperiment.Surface(moved).link()));
        }
        whole.add(drawing, caption);
        whole.addClassNames("card", "lesson-figure");
        getContent().add(whole);
    }

    /** The lab's page with what the figure shows. */
    static String link(Block.Figure figure) {
        return switch (figure.kind()) {
            case "race" -> new LabExperiment.Surface(race(figure)).link();
            case "training" -> new LabExperiment.Training(training(figure)).link();
            case "spectrum" -> "lab/spectrum?matrix=" + figure.query();
            default -> throw new IllegalArgumentException("no figure is a " + figure.kind());
        };
    }

    private static Component drawing(Block.Figure figure, RunService runs, ImageRuns imageRuns) {
        return switch (figure.kind()) {
            case "race" -> new RaceFigure(runs, race(figure));
            case "training" -> 
                new TrainingFigure(runs, imageRuns, new LabExperiment.Training(training(figure)));
            default -> spectrum(figure.query());
        };
    }

    private static SurfaceExperiment race(Block.Figure figure) {
        return SurfaceExperiment.read(parameters(figure.query())).orThrow();
    }

    private static TrainingExperiment training(Block.Figure figure) {
        return TrainingExperiment.read(parameters(figure.query())).orThrow();
    }

    private static MultiValueMap<String, String> parameters(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.add(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return parameters;
    }

    private static Component spectrum(String matrix) {
        SpectrumLab lab = new SpectrumLab();
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("Q")),
                new SpectrumPlane(SpectrumPlane.Side.RESCALED, "Rescaled", new Formula("\\tilde Q")));
        planes.addClassName("planes");
        lab.add(planes, new SpectrumFacts());
        lab.setMatrix(matrix);
        return lab;
    }
}
