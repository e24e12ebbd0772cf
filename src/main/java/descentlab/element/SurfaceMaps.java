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
 * Four ways to look at many races at once, of which one is shown: a {@link SweepChart}, basins, which are laid over the
 * {@link RaceSurface} too, a heat map over two settings, and a cloud of noisy runs. Works inside a {@link Race}; the browser asks
 * for each by the race's query once somebody looks at it.
 */
@Tag("surface-maps")
@JsModule("./surface-maps/surface-maps.ts")
public class SurfaceMaps extends Component implements HasStyle {

    /**
     * Settings of an optimizer that a heat map can be over.
     *
     * @param series which optimizer of the race, from 0
     * @param key the setting beside the rate
     * @param spec the optimizer with a range of both, as {@code momentum(lr=0.001..10,beta=0..0.99)}
     * @param logarithmic whether the setting's range is even in its logarithm
     * @param lr the race's rate
     * @param value the race's setting
     */
    public record HeatChoice(int series, String key, String spec, boolean logarithmic, double lr, double value) {}

    private List<HeatChoice> shown = List.of();

    public SurfaceMaps(SweepChart sweep) {
        getElement().appendChild(sweep.getElement());
    }

    /** Offers heat maps. */
    public void setSettings(List<HeatChoice> settings) {
        if (!settings.equals(shown)) {
            shown = List.copyOf(settings);
            getElement().setPropertyList("settings", settings);
        }
    }

    /** Called when a pair of settings is picked. */
    public Registration addSettingsPickListener(ComponentEventListener<SettingsPick> listener) {
        return addListener(SettingsPick.class, listener);
    }

    /** Called when noise is asked for, where there is none. */
    public Registration addNoisePickListener(ComponentEventListener<NoisePick> listener) {
        return addListener(NoisePick.class, listener);
    }

    /** A pair of settings was picked. */
    @DomEvent("settings-pick")
    public static class SettingsPick extends ComponentEvent<SurfaceMaps> {

        private final int series;
        private final String key;
        private final double lr;
        private final double value;

        public SettingsPick(SurfaceMaps source, boolean fromClient,
                            @EventData("event.detail.series") int series,
                            @EventData("event.detail.key") String key,
                            @EventData("event.detail.lr") double lr,
                            @EventData("event.detail.value") double value) {
            super(source, fromClient);
            this.series = series;
            this.key = key;
            this.lr = lr;
            this.value = value;
        }

        /** Which optimizer of the race, from 0. */
        public int getSeries() {
            return series;
        }

        /** The setting beside the rate. */
        public String getKey() {
            return key;
        }

        public double getLr() {
            return lr;
        }

        public double getValue() {
            return value;
        }
    }

    /** Noise was asked for. */
    @DomEvent("noise-pick")
    public static class NoisePick extends ComponentEvent<SurfaceMaps> {

        private final double noise;

        public NoisePick(SurfaceMaps source, boolean fromClient, @EventData("event.detail.noise") double noise) {
            super(source, fromClient);
            this.noise = noise;
        }

        public double getNoise() {
            return noise;
        }
    }
}
