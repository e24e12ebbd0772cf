package descentlab.element;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.internal.JacksonUtils;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;

/**
 * A choice of one from a list that drops down: Vaadin's select, whose options are data that all pages share. Flow's
 * {@link Select} keeps a component, an element and a text on the server for each option of each open page. The browser
 * makes elements of the options when somebody comes to it; until then it has the chosen one alone.
 */
@JsModule("./drop-down/drop-down.ts")
@Tag("vaadin-select")
@Uses(Select.class) // for the browser's part of it
public final class DropDown<T> extends AbstractSinglePropertyField<DropDown<T>, T>
        implements Focusable<DropDown<T>>, HasAriaLabel, HasLabel, HasPlaceholder, HasStyle {

    /** What can be chosen, and by which words; made once, for all pages. */
    public static final class Options<T> implements Serializable {

        private final List<T> values;
        private final ArrayNode items = JacksonUtils.createArrayNode();

        private Options(List<T> values, Function<T, String> words) {
            this.values = List.copyOf(values);
            this.values.forEach(value -> items.addObject().put("label", words.apply(value)).put("value", write(value)));
        }

        /** These values, each named by its words. */
        public static <T> Options<T> of(List<T> values, Function<T, String> words) {
            return new Options<>(values, words);
        }

        /** Null for what is no key of these: the browser's word for nothing, or not the browser's. */
        private T read(String key) {
            return values.stream().filter(value -> write(value).equals(key)).findFirst().orElse(null);
        }

        private String write(T value) {
            if (value != null && !values.contains(value)) {
                throw new IllegalArgumentException("the value was " + value + "; allowed: one of " + values);
            }
            return value == null ? "" : String.valueOf(values.indexOf(value));
        }
    }

    /** Nothing is chosen at first: the value is null then. */
    public DropDown(Options<T> options) {
        super("value", null, String.class, options::read, options::write);
        getElement().setPropertyJson("options", options.items);
    }

    @Override
    public void setAriaLabel(String label) {
        getElement().setProperty("accessibleName", label);
    }

    @Override
    public Optional<String> getAriaLabel() {
        return Optional.ofNullable(getElement().getProperty("accessibleName"));
    }
}
