package descentlab.admission;

import descentlab.client.Client;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sessions of each client in which nobody has been seen to look at a page yet, in the order in which they came. A
 * browser that shows a page stays connected to it from the first second on; a program that fetches pages does not. So
 * where a client has as much as it may, these make room for the next, and a class is not shut out by one who takes all
 * that its address can have.
 */
final class Newcomers {

    private final InstantSource clock;
    private final Map<Client, Map<AwaitedPages, Instant>> byClient = new HashMap<>();

    Newcomers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(AwaitedPages session) {
        byClient.computeIfAbsent(session.client(), key -> new LinkedHashMap<>()).put(session, clock.instant());
    }

    synchronized void remove(AwaitedPages session) {
        Map<AwaitedPages, Instant> others = byClient.get(session.client());
        if (others != null && others.remove(session) != null && others.isEmpty()) {
            byClient.remove(session.client());
        }
    }

    synchronized int count() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Ends the session of a client that came first, unless it has just come.
     *
     * @param spared one that is not ended, or null
     * @param looked whether somebody looks at a page of a session now
     * @return whether there was one to end
     */
    boolean endFirst(Client client, AwaitedPages spared, Predicate<HttpSession> looked) {
        for (AwaitedPages first = takeFirst(client, spared); first != null; first = takeFirst(client, spared)) {
            if (!looked.test(first.session())) {
                first.end(); // not under our lock: it has listeners
                return true;
            }
        }
        return false;
    }

    private synchronized AwaitedPages takeFirst(Client client, AwaitedPages spared) {
        Instant loading = clock.instant().minus(Capacity.LOADING);
        for (Map.Entry<AwaitedPages, Instant> first : byClient.getOrDefault(client, Map.of()).entrySet()) {
            if (first.getKey() != spared) {
                if (first.getValue().isAfter(loading)) {
                    return null;
                }
                remove(first.getKey());
                return first.getKey();
            }
        }
        return null;
    }
}
