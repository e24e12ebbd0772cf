package descentlab.classroom;

import descentlab.cluster.Cluster;
import descentlab.progress.LearnerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which page those are on who have a seat in a room. It is kept in the memory of all servers only, and of nobody else. */
@Component
public class Whereabouts {

    private static final int MOST = 20_000;
    private static final String SUBJECT = "whereabouts";

    /** A page, as a path from the application's root, and when it was opened. */
    public record Page(String path, Instant opened) {}

    /** What servers tell each other; no page if it is to be forgotten. */
    record Told(LearnerId learner, Page page) {}

    private final Map<LearnerId, Page> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LearnerId, Page> eldest) {
            return size() > MOST;
        }
    };

    private final Cluster cluster;

    Whereabouts(Cluster cluster) {
        this.cluster = cluster;
        cluster.hear(SUBJECT, (from, bytes) -> Wire.read(bytes, Told.class).ifPresent(this::hear));
    }

    private synchronized void hear(Told told) {
        if (told.page() == null) {
            pages.remove(told.learner());
        } else {
            pages.put(told.learner(), told.page());
        }
    }

    private void tell(LearnerId learner, Page page) {
        hear(new Told(learner, page));
        if (cluster.isShared()) {
            cluster.tell(SUBJECT, Wire.write(new Told(learner, page)));
        }
    }

    /** Begins to keep where somebody is. */
    public void watch(LearnerId learner, String path) {
        tell(learner, new Page(path, Instant.now()));
    }

    /** Keeps that somebody opened a page, if they are watched. */
    public void note(LearnerId learner, String path) {
        if (of(learner).isPresent()) {
            tell(learner, new Page(path, Instant.now()));
        }
    }

    /** Forgets where somebody is. */
    public void forget(LearnerId learner) {
        tell(learner, null);
    }

    public synchronized Optional<Page> of(LearnerId learner) {
        return Optional.ofNullable(pages.get(learner));
    }
}
