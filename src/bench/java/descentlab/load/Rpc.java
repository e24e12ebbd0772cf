package descentlab.load;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page tells the server, in the words of Flow's client. */
public final class Rpc {

    private static final int PROPERTIES = 1;

    private Rpc() {}

    public static ObjectNode event(int element, String name, ObjectNode data) {
        ObjectNode event = Site.JSON.createObjectNode();
        event.put("type", "event").put("node", element).put("event", name).set("data", data);
        return event;
    }

    public static ObjectNode event(int element, String name) {
        return event(element, name, Site.JSON.createObjectNode());
    }

    public static ObjectNode click(int element) {
        ObjectNode data = Site.JSON.createObjectNode();
        for (String key : new String[] {"shiftKey", "metaKey", "ctrlKey", "altKey"}) {
            data.put("event." + key, false);
        }
        for (String place : new String[] {"clientX", "clientY", "screenX", "screenY"}) {
            data.put("event." + place, 100);
        }
        data.put("event.detail", 1).put("event.button", 0);
        return event(element, "click", data);
    }

    /** A property that the browser has changed. */
    public static ObjectNode property(int element, String name, Object value) {
        ObjectNode sync = Site.JSON.createObjectNode();
        sync.put("type", "mSync").put("node", element).put("feature", PROPERTIES).put("property", name);
        return sync.set("value", Site.JSON.valueToTree(value));
    }

    public static ObjectNode point(double x1, double x2) {
        return Site.JSON.createObjectNode()
                .put("event.detail.x1", x1)
                .put("event.detail.x2", x2)
                .put("event.detail.final", true);
    }

    /** What a script returns to the server that asked for it, if it wants to know. */
    static Optional<ObjectNode> answer(JsonNode call, String secret) {
        String script = call.path(call.size() - 1).asString("");
        for (JsonNode argument : call) {
            JsonNode channel = argument.path("@v-return");
            if (channel.size() == 2) {
                ObjectNode answer = Site.JSON.createObjectNode();
                answer.put("type", "channel").put("node", channel.get(0).asInt()).put("channel", channel.get(1).asInt());
                if (script.contains("location.hash")) {
                    answer.putArray("args").add(secret);
                } else if (script.contains("color-scheme")) {
                    answer.putArray("args").add(false); // it is light
                } else if (script.contains("localStorage")) {
                    answer.putArray("args").add("");
                } else {
                    answer.putArray("args").addNull();
                }
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
