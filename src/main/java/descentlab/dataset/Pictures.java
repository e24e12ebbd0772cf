package descentlab.dataset;

import java.io.IOException;
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
    private final Map<String, CompletableFuture<Optional<ImageData>>> loads = new ConcurrentHashMap<>();
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile Fetching state = new Fetching(0, false, "");

    public Pictures(FashionMnist fashionMnist) {
        this.fashionMnist = fashionMnist;
    }

    /** Whether pictures of that name seem to be here; quick, no promise. */
    public boolean seemThere(String name) {
        return name.equals(Silhouettes.NAME) || fashionMnist.seemsThere();
    }

    /** Name of the best pictures that seem to be here: real ones, or else the drawn ones. */
    public String best() {
        return fashionMnist.seemsThere() ? FashionMnist.NAME : Silhouettes.NAME;
    }

    private Optional<ImageData> read(String name) throws IOException {
        return name.equals(Silhouettes.NAME) ? Optional.of(Silhouettes.standard()) : fashionMnist.find();
    }

    /**
     * The pictures of that name, read or drawn on a thread of their own, once for all who ask meanwhile; at once if they
     * have been. Empty if they are not here.
     */
    public CompletableFuture<Optional<ImageData>> load(String name) {
        CompletableFuture<Optional<ImageData>> loaded = new CompletableFuture<>();
        CompletableFuture<Optional<ImageData>> before = loads.putIfAbsent(name, loaded);
        if (before != null) {
            return before;
        }
        // Not a virtual thread: it would take from the requests one of the few that carry them.
        Thread.ofPlatform().name("load-" + name).daemon().start(() -> {
            try {
                Optional<ImageData> found = read(name);
                if (found.isEmpty()) {
                    loads.remove(name, loaded); // they may come
                }
                loaded.complete(found);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The pictures cannot be read", e);
                loads.remove(name, loaded);
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
