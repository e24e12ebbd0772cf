package descentlab.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Working memories that nobody uses now: whoever runs pictures through a network takes one and gives it back. So there
 * are as many as threads that ever did so at the same time, however many trainings are under way.
 */
final class PassPool {

    private final Map<Network, Deque<NetworkPass>> free = new HashMap<>();

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
