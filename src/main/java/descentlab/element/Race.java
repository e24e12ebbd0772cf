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
 * A race of optimizers on a surface. It loads the run's stream in the browser and shares it, and the step that is
 * shown, with the {@link RaceSurface}, {@link RaceTimeline}, {@link RaceInspector}, {@link RaceChart} and
 * {@link SweepChart} anywhere inside it. Nothing of the run passes through here but its address.
 */
@Tag("descent-race")
@NpmPackage(value = "@lit/context", version = "1.1.6")
@JsModule("./race/descent-race.ts")
public class Race extends Component implements HasComponents, HasStyle, HasSize {

    /**
     * Shows a run in place of the one shown so far. The old one stays until the new one has arrived. The first run
     * plays from its start, and so does one on another objective; any other keeps the shown step.
     *
     * @param runUrl where the run's frames are, as {@code stream/runs/ID}
     * @param fieldQuery the objective's part of the query, as {@code objective=ellipse&rotate=0}, encoded
     */
    public void show(String runUrl, String fieldQuery) {
        getElement().setAttribute("field", Objects.requireNonNull(fieldQuery, "fieldQuery"));
        getElement().setAttribute("run", Objects.requireNonNull(runUrl, "runUrl"));
    }

    /**
     * Shows a run of an experiment, and what would become of it while something of it is dragged inside: the browser asks for
     * that itself, and the page is told once the hand rests.
     *
     * @param runUrl where the run's frames are
     * @param fieldQuery the objective's part of the query
     * @param query the whole of it
     */
    public void show(String runUrl, String fieldQuery, String query) {
        getElement().setAttribute("query", Objects.requireNonNull(query, "query"));
        show(runUrl, fieldQuery);
    }

    /** Whether the shown race can be pinned, to be seen under those that follow; false at first. */
    public void setPinning(boolean pinning) {
        getElement().setAttribute("pins", pinning);
    }

    /** Whether the first run, and one on another objective, is shown at its start, at rest, rather than played; false at first. */
    public void setStill(boolean still) {
        getElement().setAttribute("still", still);
    }

    /** Called when the server no longer has the run, as after a restart: the view may run it again. */
    public Registration addGoneListener(ComponentEventListener<RunGone> listener) {
        return addListener(RunGone.class, listener);
    }

    /** Called when a rate is picked: one offered after a divergence, or a point of a {@link SweepChart}. */
    public Registration addRatePickListener(ComponentEventListener<RatePick> listener) {
        return addListener(RatePick.class, listener);
    }

    /** A rate was picked. */
    @DomEvent("rate-pick")
    public static class RatePick extends ComponentEvent<Race> {

        private final int series;
        private final double lr;

        public RatePick(Race source, boolean fromClient,
                        @EventData("event.detail.series") int series,
                        @EventData("event.detail.lr") double lr) {
            super(source, fromClient);
            this.series = series;
            this.lr = lr;
        }

        /** Which optimizer of the race, from 0. */
        public int getSeries() {
            return series;
        }

        public double getLr() {
            return lr;
        }
    }

    /** The server does not know the run. */
    @DomEvent("run-gone")
    public static class RunGone extends ComponentEvent<Race> {

        public RunGone(Race source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
