package descentlab.element;

import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import tools.jackson.databind.JsonNode;

/** Choosing of a list without a browser. */
public final class DropDowns {

    private DropDowns() {}

    /** Chooses what is called so, as the browser tells of it. */
    public static void choose(DropDown<?> list, String words) {
        for (JsonNode item : (JsonNode) list.getElement().getPropertyRaw("options")) {
            if (item.path("label").asString().equals(words)) {
                tell(list, item.path("value").asString());
                return;
            }
        }
        throw new IllegalArgumentException("the list has no " + words + ", but " + list.getElement().getPropertyRaw("options"));
    }

    /** What a browser, or somebody in its place, says is the value. */
    static void tell(DropDown<?> list, String key) {
        try {
            list.getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", key)
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new IllegalStateException(denied);
        }
    }
}
