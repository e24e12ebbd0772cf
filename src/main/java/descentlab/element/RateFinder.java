package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * Good learning rates for the optimizers of a training: a range test or a sweep of short trainings, which the browser asks for itself
 * while this is seen, with its curves, what they say, and rates to train with.
 */
@Tag("rate-finder")
@JsModule("./rate-finder/rate-finder.ts")
public class RateFinder extends Component implements HasStyle {

    /**
     * What is asked for.
     *
     * @param query of {@code /api/rates}, the same whatever rates the optimizers have now
     * @param from the least rate
     * @param to the largest
     * @param rows that each optimizer will have
     */
    public record Asked(String query, double from, double to, int rows) {}

    /**
     * An optimizer as the page has it.
     *
     * @param name for people
     * @param optimizer its kind, which has a color
     * @param appearance how many before it are of that kind
     * @param lr the rate that it trains with now
     */
    public record Searched(String name, String optimizer, int appearance, double lr) {}

    /** Shows what is found for these optimizers, in the order of the query's. */
    public void show(Asked asked, List<Searched> searched) {
        getElement().setPropertyList("searched", searched);
        getElement().setPropertyBean("asked", asked);
    }

    /** Called when one is to train with a rate. */
    public Registration addRatePickListener(ComponentEventListener<RatePick> listener) {
        return addListener(RatePick.class, listener);
    }

    /** A rate was picked. */
    @DomEvent("rate-pick")
    public static class RatePick extends ComponentEvent<RateFinder> {

        private final int series;
        private final double lr;

        public RatePick(RateFinder source, boolean fromClient,
                        @EventData("event.detail.series") int series,
                        @EventData("event.detail.lr") double lr) {
            super(source, fromClient);
            this.series = series;
            this.lr = lr;
        }

        /** Of which of the optimizers, from 0. */
        public int getSeries() {
            return series;
        }

        public double getLr() {
            return lr;
        }
    }
}
