package descentlab.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits, in fair order: owners take turns, each owner's entries take turns among themselves. Not for several
 * threads at once.
 */
final class FairQueue<E> {

    private final Map<Object, Deque<E>> byOwner = new LinkedHashMap<>();

    boolean isEmpty() {
        return byOwner.isEmpty();
    }

    void add(Object owner, E entry) {
        byOwner.computeIfAbsent(owner, key -> new ArrayDeque<>()).add(entry);
    }

    /** Takes out the next entry of the owner whose turn it is; the owner goes to the end. */
    E take() {
        Object owner = byOwner.keySet().iterator().next();
        Deque<E> entries = byOwner.remove(owner);
        E entry = entries.remove();
        if (!entries.isEmpty()) {
            byOwner.put(owner, entries);
        }
        return entry;
    }

    /** Takes out an entry wherever it stands; false if it is not there. */
    boolean remove(Object owner, E entry) {
        Deque<E> entries = byOwner.get(owner);
        if (entries == null || !entries.remove(entry)) {
            return false;
        }
        if (entries.isEmpty()) {
            byOwner.remove(owner);
        }
        return true;
    }

    /** All entries in the order in which they would be taken if none came in between. */
    List<E> inOrder() {
        List<E> order = new ArrayList<>();
        List<List<E>> owners = new ArrayList<>();
        byOwner.values().forEach(entries -> owners.add(List.copyOf(entries)));
        for (int round = 0; !owners.isEmpty(); round++) {
            int turn = round;
            owners.removeIf(entries -> entries.size() <= turn);
            owners.forEach(entries -> order.add(entries.get(turn)));
        }
        return order;
    }
}
