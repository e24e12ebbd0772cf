package descentlab.controls;

import com.vaadin.flow.component.Component;
import descentlab.element.CurvaturePanel;
import descentlab.element.LandscapePanel;
import descentlab.element.RateMaps;
import descentlab.element.TrainingChart;
import descentlab.experiment.Experiment;
import descentlab.experiment.Measured;
import java.util.EnumSet;
import java.util.Set;

/** The panels of what a training measures, in the chart of its run: whatever is worked out is seen, too. */
public final class MeasuredPanels {

    private final TrainingChart chart;
    private final Set<Measured> there = EnumSet.noneOf(Measured.class);

    /** @param chart that they stand in */
    public MeasuredPanels(TrainingChart chart) {
        this.chart = chart;
    }

    /** Has those there that an experiment needs; one that it has nothing for is empty. */
    public void show(Experiment experiment) {
        Set<Measured> asked = Measured.by(experiment);
        asked.stream().filter(there::add).map(this::panel).forEach(chart::add);
        chart.setMeasuring(!asked.isEmpty());
    }

    private Component panel(Measured measured) {
        Component panel = switch (measured) {
            case LANDSCAPE -> new LandscapePanel();
            case CURVATURE -> new CurvaturePanel();
            case RATES -> new RateMaps();
        };
        panel.getElement().setAttribute("wall", chart.isWall());
        return panel;
    }
}
