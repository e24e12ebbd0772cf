package descentlab.element;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A positive number on a log scale: a slider, and beside it the exact value to type.
 * <p>
 * The slider stops at round numbers and tells its value once it rests; while it moves too, some twelve times a second, unless a
 * {@link Race} that it stands in follows the hand itself. A typed value is kept as it
 * was typed, between the stops or outside the slider's range; one that is no positive number is refused with a message,
 * and the value stays what it was.
 */
@CssImport("./log-slider/log-slider.css")
public class LogSlider extends AbstractCompositeField<Div, LogSlider, Double> implements HasStyle, HasSize {

    /** The range of learning rates that the labs offer; others can be typed. */
    public static final double LEAST_RATE = 1e-4;
    public static final double GREATEST_RATE = 10;

    private static final double FIRST_VALUE = 0.1;

    /** How many characters the field shows, and at most, where it is made wider so that none is cut off. */
    private static final int ROOM = 6;
    private static final int MOST_ROOM = 14;
    private static final int PADDING = 4;

    private final String label;
    private final Div heading = new Div();
    private final TextField text = new TextField();
    private final Range range = new Range();
    private final Div refusal = new Div();

    /** A slider for a learning rate. The label is shown, and names both slider and text field. */
    public LogSlider(String label) {
        this(label, LEAST_RATE, GREATEST_RATE);
    }

    /**
     * A slider from {@code min} to {@code max}, both above zero. Starts at 0.1.
     *
     * @throws IllegalArgumentException if the range is not 0 &lt; min &lt; max
     */
    public LogSlider(String label, double min, double max) {
        super(FIRST_VALUE);
        if (!(min > 0 && min < max && Double.isFinite(max))) {
            throw new IllegalArgumentException("A log scale needs 0 < min < max, not " + min + " to " + max);
        }
        this.label = Objects.requireNonNull(label, "label");
        heading.addClassName("log-slider-heading");
        heading.add(new Span(label));
        text.addClassName("log-slider-text");
        text.setAriaLabel(label);
        PhoneKeys.DECIMAL.on(text);
        text.setManualValidation(true);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                accept(change.getValue());
            }
        });
        refusal.addClassName("log-slider-refusal");
        refusal.getElement().setAttribute("role", "alert");
        range.bounds(min, max);
        range.name(label);
        range.writeTo(text);
        range.onInput(value -> {
            setModelValue(value, true);
            showText(value);
        });
        getContent().addClassName("log-slider");
        getContent().add(heading, range, text, refusal);
        setPresentationValue(FIRST_VALUE);
    }

    /** Shows a component (a marker, a name) where the label would be; the label still names the fields. */
    public void setHeading(Component... shown) {
        heading.removeAll();
        heading.add(shown);
    }

    /** Colors the slider as the optimizer of that name ("adagrad", "torch.adam") is drawn. */
    public void setOptimizer(String optimizer) {
        range.getElement().setAttribute("optimizer", optimizer);
    }

    /** Says that it is the learning rate of an experiment's optimizer, counted from 0: then a race that it stands in follows it. */
    public void setRun(int run) {
        range.getElement().setProperty("run", run);
    }

    public String getLabel() {
        return label;
    }

    /**
     * Sets the value, in the slider's range or not.
     *
     * @throws IllegalArgumentException if it is not a finite number above zero
     */
    @Override
    public void setValue(Double value) {
        if (value == null || !(value > 0) || value.isInfinite()) {
            throw new IllegalArgumentException("A log scale holds finite numbers above zero, not " + value);
        }
        super.setValue(value);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        text.setReadOnly(readOnly);
        range.getElement().setProperty("disabled", readOnly);
    }

    @Override
    protected void setPresentationValue(Double value) {
        range.show(value);
        showText(value);
    }

    private void accept(String typed) {
        OptionalDouble value = Decimal.read(Typed.number(typed)).stream().filter(read -> read > 0).findFirst();
        if (value.isEmpty()) {
            text.setInvalid(true);
            refusal.setText((typed.isBlank() ? "Nothing is written here." : "“" + typed.strip() + "” cannot be used.")
                    + " Write a number above zero, such as 0.4 or 1e-3. It stays " + Decimal.write(getValue()) + ".");
            return;
        }
        range.show(value.getAsDouble());
        setModelValue(value.getAsDouble(), true);
        showText(value.getAsDouble());
    }

    private void showText(double value) {
        String digits = Decimal.write(value);
        text.setValue(digits);
        text.setWidth(digits.length() > ROOM ? PADDING + Math.min(digits.length(), MOST_ROOM) + "ch" : null);
        text.setInvalid(false);
        refusal.removeAll();
    }

    /** The slider alone. */
    @Tag("descent-log-range")
    @JsModule("./log-slider/descent-log-range.ts")
    static class Range extends Component {

        @FunctionalInterface
        interface Listener extends java.io.Serializable {
            void moved(double value);
        }

        void bounds(double min, double max) {
            getElement().setProperty("min", min);
            getElement().setProperty("max", max);
        }

        void name(String label) {
            getElement().setProperty("label", label);
        }

        /** Has the browser write the value there while it moves. */
        void writeTo(Component field) {
            getElement().executeJs("this.text = $0", field.getElement());
        }

        void show(double value) {
            // By script, not as a property: the browser moves the slider too, and Flow would skip a value that it
            // believes to be there already.
            getElement().executeJs("this.value = $0", value);
        }

        void onInput(Listener listener) {
            getElement().addEventListener("range-input",
                            event -> listener.moved(event.getEventData().get("event.detail.value").asDouble()))
                    .addEventData("event.detail.value");
        }
    }
}
