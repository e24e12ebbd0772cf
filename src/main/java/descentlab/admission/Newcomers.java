package descentlab.admission;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sessions of each client in which nobody has been seen to look at a page yet, in the order in which they came. A
 * browser that shows a page stays connected to it from the first second on; a program that fetches pages does not. So
 * where a client has as much as it may, these make room for the next, and a class is not shut out by one who takes all
 * that its address can have. Whoever is still loading their page then begins it anew.
 */
final class Newcomers {

    private final Map<String, Set<AwaitedPages>> byClient = new HashMap<>();

    synchronized void add(AwaitedPages session) {
        byClient.computeIfAbsent(session.client(), key -> new LinkedHashSet<>()).add(session);
    }

    synchronized void remove(AwaitedPages session) {
        Set<AwaitedPages> others = byClient.get(session.client());
        if (others != null && others.remove(session) && others.isEmpty()) {
            byClient.remove(session.client());
        }
    }

    synchronized int count() {
        return byClient.values().stream().mapToInt(Set::size).sum();
    }

    /**
     * Ends the session of a client that came first.
     *
     * @param spared one that is not ended, or null
     * @param looked whether somebody looks at a page of a session now
     * @return whether there was one to end
     */
    boolean endFirst(String client, AwaitedPages spared, Predicate<HttpSession> looked) {
        for (AwaitedPages first = takeFirst(client, spared); first != null; first = takeFirst(client, spared)) {
            if (!looked.test(first.session())) {
                first.end(); // not under our lock: it has listeners
                return true;
            }
        }
        return false;
    }

    private synchronized AwaitedPages takeFirst(String client, AwaitedPages spared) {
        AwaitedPages first = byClient.getOrDefault(client, Set.of()).stream()
                .filter(session -> session != spared)
                .findFirst()
                .orElse(null);
        if (first != null) {
            remove(first);
        }
        return first;
    }
}
