package descentlab.classroom;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is told when a room changes. */
final class RoomListeners {

    private final Map<Topic, Set<Runnable>> all = Arrays.stream(Topic.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), topic -> new CopyOnWriteArraySet<>()));

    /** @return how to stop that */
    Runnable listen(Topic topic, Runnable listener) {
        all.get(topic).add(listener);
        return () -> all.get(topic).remove(listener);
    }

    void tell(Topic topic) {
        all.get(topic).forEach(Runnable::run);
        if (topic == Topic.BOARD || topic == Topic.VOICES) {
            all.get(Topic.CLASS).forEach(Runnable::run);
        }
    }

    /** Listeners of all topics together. */
    int count() {
        return all.values().stream().mapToInt(Set::size).sum();
    }
}
