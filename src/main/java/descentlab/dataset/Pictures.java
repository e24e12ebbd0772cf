package descentlab.dataset;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures on this machine, and the download of those that are missing, one at a time for everybody. */
public final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /**
     * How a download stands.
     *
     * @param share of the bytes that are there, 0 to 1
     * @param running whether it goes on
     * @param failure what went wrong, or empty
     */
    public record Fetching(double share, boolean running, String failure) {}

    private final FashionMnist fashionMnist;
    private final Map<PictureSet, CompletableFuture<Optional<ImageData>>> loads = new ConcurrentHashMap<>();
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile Fetching state = new Fetching(0, false, "");

    public Pictures(FashionMnist fashionMnist) {
        this.fashionMnist = fashionMnist;
    }

    /** Whether a set seems to be here; quick, no promise. */
    public boolean seemThere(PictureSet set) {
        return set.seemsThere(fashionMnist);
    }

    /** Name of the best set that seems to be here: the first that is offered. */
    public String best() {
        return Arrays.stream(PictureSet.values())
                .filter(this::seemThere)
                .map(set -> set.sheet().name())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The pictures of a set, read or drawn on a thread of their own, once for all who ask meanwhile; at once if they
     * have been. Empty if they are not here.
     */
    public CompletableFuture<Optional<ImageData>> load(PictureSet set) {
        CompletableFuture<Optional<ImageData>> loaded = new CompletableFuture<>();
        CompletableFuture<Optional<ImageData>> before = loads.putIfAbsent(set, loaded);
        if (before != null) {
            return before;
        }
        // Not a virtual thread: it would take from the requests one of the few that carry them.
        Thread.ofPlatform().name("load-" + set.sheet().name()).daemon().start(() -> {
            try {
                Optional<ImageData> found = set.find(fashionMnist);
                if (found.isEmpty()) {
                    loads.remove(set, loaded); // they may come
                }
                loaded.complete(found);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The pictures cannot be read", e);
                loads.remove(set, loaded);
                loaded.completeExceptionally(e);
            }
        });
        return loaded;
    }

    /** Begins to download Fashion-MNIST, unless that goes on already. */
    public void fetch() {
        if (!fetching.compareAndSet(false, true)) {
            return;
        }
        state = new Fetching(0, true, "");
        Thread.ofVirtual().name("fetch-fashion-mnist").start(() -> {
            try {
                fashionMnist.fetch((bytes, of) -> state = new Fetching((double) bytes / of, true, ""));
                state = new Fetching(1, false, "");
            } catch (IOException | RuntimeException e) {
                LOG.warn("Fashion-MNIST could not be fetched", e);
                state = new Fetching(0, false, String.valueOf(e.getMessage()));
            } finally {
                fetching.set(false);
            }
        });
    }

    /** How the download stands. */
    public Fetching fetching() {
        return state;
    }
}
