package descentlab.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Working memories that nobody uses now: whoever runs pictures through a network takes one and gives it back. So there
 * are as many as threads that ever did so at the same time, however many trainings are under way; those of networks that
 * have not been asked for in a while are left to the garbage collector.
 */
final class PassPool {

    private static final int MOST_NETWORKS = 16;

    private final Map<Network, Deque<NetworkPass>> free = new LinkedHashMap<>(MOST_NETWORKS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Network, Deque<NetworkPass>> eldest) {
            return size() > MOST_NETWORKS;
        }
    };

    NetworkPass take(Network network) {
        synchronized (this) {
            Deque<NetworkPass> passes = free.get(network);
            if (passes != null && !passes.isEmpty()) {
                return passes.pop();
            }
        }
        return network.pass();
    }

    synchronized void give(Network network, NetworkPass pass) {
        free.computeIfAbsent(network, key -> new ArrayDeque<>()).push(pass);
    }
}
