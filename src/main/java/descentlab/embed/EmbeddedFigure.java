package descentlab.embed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.MeasuredPanels;
import descentlab.element.Formula;
import descentlab.element.Race;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.element.TrainingChart;
import descentlab.experiment.Experiment;
import descentlab.experiment.Measured;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;

/** What an experiment looks like without a page around it. */
public final class EmbeddedFigure {

    private static final String WATCHED = "stream/watched/";
    private static final String LAB = "lab/";

    /** Of a panel of what is measured, about, in pixels. */
    private static final int MEASURED = 700;

    private EmbeddedFigure() {}

    /** The experiment's plot, which asks the server for its numbers by itself. */
    public static Component of(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> race(race);
            case TrainingExperiment training -> {
                TrainingChart chart = new TrainingChart();
                chart.setAddress(watched(training));
                new MeasuredPanels(chart).show(training);
                yield chart;
            }
            case SpectrumExperiment spectrum -> spectrum(spectrum);
        };
    }

    /** About how high it is, in pixels. */
    public static int height(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> 520;
            case TrainingExperiment training ->
                480 + 32 * training.runs().size() + MEASURED * Measured.by(training).size();
            case SpectrumExperiment spectrum -> 760;
        };
    }

    private static String watched(Experiment experiment) {
        return WATCHED + experiment.page().substring(LAB.length()) + "?" + experiment.query();
    }

    private static Component race(SurfaceExperiment experiment) {
        Race race = new Race();
        race.addClassName("embedded-race");
        race.show(watched(experiment), experiment.surfaceQuery(), experiment.query());
        race.add(new RaceSurface(), new RaceTimeline());
        return race;
    }

    private static Component spectrum(SpectrumExperiment experiment) {
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("M")),
                new SpectrumPlane(SpectrumPlane.Side.RESCALED, "Rescaled by its diagonal", new Formula("\\tilde M")));
        planes.addClassName("planes");
        SpectrumLab lab = new SpectrumLab();
        lab.add(planes, new SpectrumFacts());
        lab.setMatrix(experiment.matrix().toString());
        return lab;
    }
}
