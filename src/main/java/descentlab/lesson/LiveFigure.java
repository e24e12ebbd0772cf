package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RaceFigure;
import descentlab.controls.TrainingFigure;
import descentlab.element.Formula;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.prose.Prose;
import descentlab.run.RunService;

/** A figure of a lesson: what a lab would show of an experiment, with a way into that lab. */
final class LiveFigure extends Composite<Div> {

    LiveFigure(Block.Figure figure, RunService runs) {
        HtmlContainer caption = new HtmlContainer("figcaption");
        HtmlContainer whole = new HtmlContainer("figure");
        Anchor lab = new Anchor(figure.experiment().link(), "Open in the lab");
        lab.addClassName("into-lab");
        caption.add(Prose.line(figure.caption()), lab);
        whole.add(drawing(figure.experiment(), lab, runs), caption);
        whole.addClassNames("card", "lesson-figure");
        getContent().add(whole);
    }

    private static Component drawing(Experiment experiment, Anchor lab, RunService runs) {
        return switch (experiment) {
            case SurfaceExperiment race -> {
                RaceFigure figure = new RaceFigure(runs, race);
                figure.letStartMove(moved -> lab.setHref(moved.link()));
                yield figure;
            }
            case SpectrumExperiment spectrum -> spectrum(spectrum);
            case TrainingExperiment training -> new TrainingFigure(runs, training);
        };
    }

    private static Component spectrum(SpectrumExperiment experiment) {
        SpectrumLab lab = new SpectrumLab();
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("Q")),
                new SpectrumPlane(SpectrumPlane.Side.RESCALED, "Rescaled", new Formula("\\tilde Q")));
        planes.addClassName("planes");
        lab.add(planes, new SpectrumFacts());
        lab.setMatrix(experiment.matrix().toString());
        return lab;
    }
}
