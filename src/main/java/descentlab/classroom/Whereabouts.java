package descentlab.classroom;

import descentlab.progress.LearnerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which page those are on who have a seat in a room. It is kept in memory only, and of nobody else. */
@Component
public class Whereabouts {

    private static final int MOST = 20_000;

    /** A page, as a path from the application's root, and when it was opened. */
    public record Page(String path, Instant opened) {}

    private final Map<LearnerId, Page> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LearnerId, Page> eldest) {
            return size() > MOST;
        }
    };

    /** Begins to keep where somebody is. */
    public synchronized void watch(LearnerId learner, String path) {
        pages.put(learner, new Page(path, Instant.now()));
    }

    /** Keeps that somebody opened a page, if they are watched. */
    public synchronized void note(LearnerId learner, String path) {
        pages.computeIfPresent(learner, (key, before) -> new Page(path, Instant.now()));
    }

    /** Forgets where somebody is. */
    public synchronized void forget(LearnerId learner) {
        pages.remove(learner);
    }

    public synchronized Optional<Page> of(LearnerId learner) {
        return Optional.ofNullable(pages.get(learner));
    }
}
