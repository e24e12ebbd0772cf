package descentlab.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A page as the server's messages describe it: elements by their number, with what is needed to find them. */
public final class PageTree {

    /** Features of a node, numbered as Flow's NodeFeatureRegistry does. */
    private static final int DATA = 0;

    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    /** An element. */
    public final class Element {

        public final int number;
        private String tag = "";
        private boolean visible = true;
        private String text = "";
        private final Map<String, JsonNode> properties = new HashMap<>();
        private final Map<String, JsonNode> attributes = new HashMap<>();
        private final List<Integer> children = new ArrayList<>();

        private Element(int number) {
            this.number = number;
        }

        /** The first of that tag in it. */
        public Optional<Element> within(String wanted) {
            return children().stream()
                    .flatMap(child -> child.tag.equals(wanted) ? Optional.of(child).stream() : child.within(wanted).stream())
                    .findFirst();
        }

        public List<Element> children(String wanted) {
            return children().stream().filter(child -> child.tag.equals(wanted)).toList();
        }

        /** A property or attribute as text; empty if it is not set. */
        public String value(String name) {
            JsonNode value = properties.getOrDefault(name, attributes.get(name));
            return value == null || value.isNull() ? "" : value.asString("");
        }

        /** Whether the server says that it is shown; what it stands in may be hidden all the same. */
        public boolean isVisible() {
            return visible;
        }

        public boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        /** All text in it. */
        public String text() {
            StringBuilder all = new StringBuilder(text);
            children().forEach(child -> all.append(child.text()));
            return all.toString();
        }

        public List<Element> children() {
            return children.stream().map(elements::get).filter(Objects::nonNull).toList();
        }
    }

    private final Map<Integer, Element> elements = new HashMap<>();

    /** Applies the changes of one message. */
    void apply(JsonNode changes) {
        for (JsonNode change : changes) {
            int number = change.path("node").asInt();
            switch (change.path("type").asString("")) {
                case "attach" -> elements.computeIfAbsent(number, Element::new);
                case "detach" -> elements.remove(number);
                case "put" -> put(element(number), change);
                case "splice" -> splice(element(number), change);
                case "remove" -> removed(element(number), change);
                case "clear" -> cleared(element(number), change);
                default -> {} // concerns how it looks only
            }
        }
    }

    private Element element(int number) {
        return elements.computeIfAbsent(number, Element::new);
    }

    private static void put(Element element, JsonNode change) {
        String key = change.path("key").asString("");
        JsonNode value = change.path("value");
        switch (change.path("feat").asInt()) {
            case DATA -> {
                if (key.equals("tag")) {
                    element.tag = value.asString("");
                } else if (key.equals("visible")) {
                    element.visible = value.asBoolean(true);
                }
            }
            case PROPERTIES -> element.properties.put(key, value);
            case ATTRIBUTES -> element.attributes.put(key, value);
            case TEXT -> element.text = key.equals("text") ? value.asString("") : element.text;
            default -> {}
        }
    }

    private static void removed(Element element, JsonNode change) {
        String key = change.path("key").asString("");
        switch (change.path("feat").asInt()) {
            case PROPERTIES -> element.properties.remove(key);
            case ATTRIBUTES -> element.attributes.remove(key);
            default -> {}
        }
    }

    private static void cleared(Element element, JsonNode change) {
        if (change.path("feat").asInt() == CHILDREN) {
            element.children.clear();
        }
    }

    private static void splice(Element element, JsonNode change) {
        if (change.path("feat").asInt() != CHILDREN) {
            return;
        }
        int index = change.path("index").asInt();
        for (int left = change.path("remove").asInt(0); left > 0; left--) {
            element.children.remove(index);
        }
        for (JsonNode added : change.path("addNodes")) {
            element.children.add(index++, added.asInt());
        }
    }

    int size() {
        return elements.size();
    }

    /** All values of a property or attribute. */
    public Set<String> values(String name) {
        return elements.values().stream()
                .map(element -> element.value(name))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    public Optional<Element> byId(String id) {
        return first(element -> element.value("id").equals(id));
    }

    /** The one of that tag made last, which of those alike is the one that is shown. */
    public Optional<Element> last(String tag) {
        return last(tag, element -> true);
    }

    public Optional<Element> last(String tag, Predicate<Element> wanted) {
        return elements.values().stream()
                .filter(element -> element.tag.equals(tag) && wanted.test(element))
                .max(Comparator.comparingInt(element -> element.number));
    }

    /** All of that tag, in the order in which they were made. */
    List<Element> all(String tag, Predicate<Element> wanted) {
        return elements.values().stream()
                .filter(element -> element.tag.equals(tag) && wanted.test(element))
                .sorted(Comparator.comparingInt(element -> element.number))
                .toList();
    }

    /** The button that says so, if it is there to be pressed. */
    public Optional<Element> button(String text) {
        return last("vaadin-button", button -> button.visible && button.text().strip().equals(text));
    }

    private Optional<Element> first(Predicate<Element> wanted) {
        return elements.values().stream().filter(wanted).findFirst();
    }
}
