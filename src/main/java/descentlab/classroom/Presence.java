package descentlab.classroom;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who of a room is connected, and how fast they may act. Of this nothing is kept. */
final class Presence {

    private static final int BURST = 40;
    private static final double PER_SECOND = 10;

    private final Map<ParticipantId, Integer> connections = new HashMap<>();
    private final Map<ParticipantId, Allowance> allowances = new HashMap<>();

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

    synchronized boolean allows(ParticipantId participant) {
        return allowances
                .computeIfAbsent(participant, key -> new Allowance(BURST, PER_SECOND, InstantSource.system()))
                .take();
    }
}
