package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import java.util.stream.Stream;

/** What the browser tells of what comes near the screen. */
public final class Nearness {

    private Nearness() {
    }

    /** Somebody has gone through the whole page. */
    public static void ofAll() {
        List<WhenNear> rooms = rooms(UI.getCurrent()).toList();
        rooms.forEach(Nearness::of);
    }

    private static Stream<WhenNear> rooms(Component root) {
        Stream<WhenNear> own = root instanceof WhenNear room ? Stream.of(room) : Stream.empty();
        return Stream.concat(own, root.getChildren().flatMap(Nearness::rooms));
    }

    private static void of(WhenNear room) {
        Element element = room.getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "near", JacksonUtils.createObjectNode()));
    }
}
