package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the browser tells of what comes near the screen. */
public final class Nearness {

    private Nearness() {
    }

    /** Somebody has gone through the whole page, and what is in what came. */
    public static void ofAll() {
        Set<WhenNear> told = new HashSet<>();
        List<WhenNear> rooms = rooms(UI.getCurrent()).toList();
        while (told.addAll(rooms)) {
            rooms.forEach(Nearness::of);
            rooms = rooms(UI.getCurrent()).toList();
        }
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
