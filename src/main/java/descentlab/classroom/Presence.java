package descentlab.classroom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who of a room is connected. Of this nothing is kept. */
final class Presence {

    private final Map<ParticipantId, Integer> connections = new HashMap<>();

    synchronized Set<ParticipantId> connected() {
        return Set.copyOf(connections.keySet());
    }

    /** Counts one connection more, unless there are {@code most} already. */
    synchronized boolean connect(ParticipantId participant, int most) {
        int count = connections.getOrDefault(participant, 0);
        if (count < most) {
            connections.put(participant, count + 1);
        }
        return count < most;
    }

    synchronized void disconnect(ParticipantId participant) {
        connections.computeIfPresent(participant, (id, count) -> count == 1 ? null : count - 1);
    }
}
