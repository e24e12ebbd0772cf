package descentlab.load;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a push channel, as Atmosphere frames them: each preceded by its length in UTF-16 units and a bar. The
 * first message says under which id the server knows the channel, how often it wants a sign of life, and which.
 */
final class Framing {

    /** What the first message says. */
    record Greeting(String id, int heartbeatMilliseconds, String padding) {}

    private final StringBuilder pending = new StringBuilder();

    /** The messages that are whole with what has come now. */
    List<String> add(CharSequence text) {
        pending.append(text);
        List<String> whole = new ArrayList<>();
        int bar;
        while ((bar = pending.indexOf("|")) >= 0) {
            int length = Integer.parseInt(pending.substring(0, bar).strip());
            if (pending.length() < bar + 1 + length) {
                break;
            }
            whole.add(pending.substring(bar + 1, bar + 1 + length));
            pending.delete(0, bar + 1 + length);
        }
        return whole;
    }

    /** Reads the first message. */
    static Greeting greeting(String message) {
        String[] parts = message.split("\\|", -1);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not a push channel's first message: " + message);
        }
        return new Greeting(parts[0].strip(), Integer.parseInt(parts[1].strip()), parts[2]);
    }
}
