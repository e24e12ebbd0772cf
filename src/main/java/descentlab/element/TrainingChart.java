package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.Objects;

/**
 * Loss against epoch of a training run, drawn by the browser from the run's stream, with a table of how each optimizer
 * stands, and below it what it contains, which has the same run. Nothing of the run passes through here but its id and, four times a second at most, how far it is.
 */
@Tag("training-chart")
@NpmPackage(value = "apexcharts", version = "4.7.0")
@JsModule("./training-chart/training-chart.ts")
public class TrainingChart extends Component implements HasComponents, HasStyle, HasSize {

    private static final String RUNS = "stream/runs/";

    /** Whether it is seen from afar: who is who comes first, and nothing is to be pressed. */
    public void setWall(boolean wall) {
        getElement().setAttribute("wall", wall);
    }

    public boolean isWall() {
        return getElement().hasAttribute("wall");
    }

    /** Whether panels of what its training measures stand in it: where it is seen from afar they have their place beside it. */
    public void setMeasuring(boolean measuring) {
        getElement().setAttribute("measuring", measuring);
    }

    /** Shows the run of that id from its beginning, in place of the one shown so far. */
    public void setRun(String id) {
        getElement().setAttribute("run", RUNS + Objects.requireNonNull(id, "id"));
    }

    /** Shows a run whose frames are at that address, as {@code stream/watched/training?...}. */
    public void setAddress(String address) {
        getElement().setAttribute("run", Objects.requireNonNull(address, "address"));
    }

    /** Whether the run waits where it is, to be said beside it; false at first. */
    public void setPaused(boolean paused) {
        getElement().setAttribute("paused", paused);
    }

    public boolean isPaused() {
        return getElement().hasAttribute("paused");
    }

    /** Whether loss is drawn on a logarithmic axis; false at first. */
    public void setLogarithmic(boolean logarithmic) {
        getElement().setAttribute("log", logarithmic);
    }

    /** Draws a line across at a loss to compare with, named by the label. */
    public void setReference(double loss, String label) {
        getElement().setAttribute("reference", Double.toString(loss));
        getElement().setAttribute("reference-label", label);
    }

    public void removeReference() {
        getElement().removeAttribute("reference");
        getElement().removeAttribute("reference-label");
    }

    public Registration addProgressListener(ComponentEventListener<RunProgress> listener) {
        return addListener(RunProgress.class, listener);
    }

    public Registration addEndListener(ComponentEventListener<RunEnd> listener) {
        return addListener(RunEnd.class, listener);
    }

    /** Called when the server no longer has the run, as after a restart: the view may offer to run it again. */
    public Registration addGoneListener(ComponentEventListener<RunGone> listener) {
        return addListener(RunGone.class, listener);
    }

    /** How far the run is: examples seen by all optimizers together, of how many. */
    @DomEvent("run-progress")
    public static class RunProgress extends ComponentEvent<TrainingChart> {

        private final double examples;
        private final double total;

        public RunProgress(TrainingChart source, boolean fromClient,
                           @EventData("event.detail.examples") double examples,
                           @EventData("event.detail.total") double total) {
            super(source, fromClient);
            this.examples = examples;
            this.total = total;
        }

        public double getExamples() {
            return examples;
        }

        public double getTotal() {
            return total;
        }
    }

    /** The run is over: {@code finished}, {@code cancelled} or {@code failed}. */
    @DomEvent("run-end")
    public static class RunEnd extends ComponentEvent<TrainingChart> {

        private final String outcome;
        private final String run;

        public RunEnd(TrainingChart source, boolean fromClient,
                      @EventData("event.detail.outcome") String outcome,
                      @EventData("element.run") String run) {
            super(source, fromClient);
            this.outcome = outcome;
            this.run = run;
        }

        /** Where the run's frames are: another run may have been asked for meanwhile. */
        public String getRun() {
            return run;
        }

        public String getOutcome() {
            return outcome;
        }
    }

    /** The server does not know the run. */
    @DomEvent("run-gone")
    public static class RunGone extends ComponentEvent<TrainingChart> {

        public RunGone(TrainingChart source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
