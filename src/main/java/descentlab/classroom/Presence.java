package descentlab.classroom;

import descentlab.cluster.ServerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who of a room is connected, to this server and to others. Of this nothing is kept. */
final class Presence {

    private final Map<ParticipantId, Integer> connections = new HashMap<>();
    private final Map<ServerId, Set<ParticipantId>> elsewhere = new HashMap<>();
    private boolean told = true;

    synchronized Set<ParticipantId> connected() {
        Set<ParticipantId> all = new HashSet<>(connections.keySet());
        elsewhere.values().forEach(all::addAll);
        return Set.copyOf(all);
    }

    /** Those of this server. */
    synchronized Set<ParticipantId> here() {
        return Set.copyOf(connections.keySet());
    }

    /** Counts one connection more, unless there are {@code most} already. */
    synchronized boolean connect(ParticipantId participant, int most) {
        int count = connections.getOrDefault(participant, 0);
        if (count < most) {
            connections.put(participant, count + 1);
            told &= count > 0;
        }
        return count < most;
    }

    synchronized void disconnect(ParticipantId participant) {
        connections.computeIfPresent(participant, (id, count) -> count == 1 ? null : count - 1);
        told &= connections.containsKey(participant);
    }

    /** Those of this server, if they are others than when this was asked last. */
    synchronized Optional<Set<ParticipantId>> toTell() {
        if (told) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(here());
    }

    /** @return whether that is news */
    synchronized boolean there(ServerId server, Set<ParticipantId> connected) {
        return !connected.equals(elsewhere.put(server, Set.copyOf(connected)));
    }

    /** @return whether somebody is gone with a server */
    synchronized boolean retain(Set<ServerId> servers) {
        return elsewhere.keySet().retainAll(servers);
    }
}
