package descentlab.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What waits, in fair order: clients take turns, a client's requesters take turns among themselves, and so do each
 * requester's entries. Whoever opens a second tab or a second browser wins nothing from others. Not for several threads
 * at once.
 */
public final class FairQueue<E> {

    /** The first in each map is whose turn it is; none is empty. */
    private final Map<Client, Map<String, Deque<E>>> waiting = new LinkedHashMap<>();

    private final ToIntFunction<Client> turns;
    private Client atTurn;
    private int turnsLeft;

    /** In which each client has one turn after the other. */
    public FairQueue() {
        this(client -> 1);
    }

    /** @param turns how many a client has in a row */
    public FairQueue(ToIntFunction<Client> turns) {
        this.turns = turns;
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Puts an entry at its end. */
    public void add(Requester owner, E entry) {
        waiting.computeIfAbsent(owner.client(), client -> new LinkedHashMap<>())
                .computeIfAbsent(owner.name(), name -> new ArrayDeque<>())
                .add(entry);
    }

    /** Takes out the next entry of whose turn it is; its requester, and after its turns its client, go to the end. */
    public E take() {
        Client client = waiting.keySet().iterator().next();
        if (!client.equals(atTurn)) {
            atTurn = client;
            turnsLeft = Math.max(1, turns.applyAsInt(client));
        }
        turnsLeft--;
        Map<String, Deque<E>> requesters = waiting.get(client);
        String name = requesters.keySet().iterator().next();
        Deque<E> entries = requesters.remove(name);
        E entry = entries.remove();
        if (!entries.isEmpty()) {
            requesters.put(name, entries);
        }
        if (turnsLeft == 0 || requesters.isEmpty()) {
            atTurn = null;
            waiting.remove(client);
            if (!requesters.isEmpty()) {
                waiting.put(client, requesters);
            }
        }
        return entry;
    }

    /** Takes out an entry wherever it stands; false if it is not there. */
    public boolean remove(Requester owner, E entry) {
        Map<String, Deque<E>> requesters = waiting.getOrDefault(owner.client(), Map.of());
        Deque<E> entries = requesters.get(owner.name());
        if (entries == null || !entries.remove(entry)) {
            return false;
        }
        if (entries.isEmpty()) {
            requesters.remove(owner.name());
        }
        if (requesters.isEmpty()) {
            waiting.remove(owner.client());
        }
        return true;
    }

    /** All entries in the order in which they would be taken if none came in between. */
    public List<E> inOrder() {
        FairQueue<E> copy = new FairQueue<>(turns);
        copy.atTurn = atTurn;
        copy.turnsLeft = turnsLeft;
        waiting.forEach((client, requesters) -> {
            Map<String, Deque<E>> copied = new LinkedHashMap<>();
            requesters.forEach((name, entries) -> copied.put(name, new ArrayDeque<>(entries)));
            copy.waiting.put(client, copied);
        });
        List<E> order = new ArrayList<>();
        while (!copy.isEmpty()) {
            order.add(copy.take());
        }
        return order;
    }
}
