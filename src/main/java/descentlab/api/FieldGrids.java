package descentlab.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import descentlab.experiment.FieldRequest;
import descentlab.heap.HeapShare;
import descentlab.objective.Window;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Grids of numbers, each computed once: a class that looks at one surface asks for the same within a moment. */
final class FieldGrids {

    /** What an entry weighs beside its text and its numbers, about. */
    private static final int BESIDE = 300;

    /** What says of a grid which numbers are in it; without the objective, whose code would be kept with it. */
    private record Key(String surface, Window window, int columns, int rows) {}

    /** Computes a grid, as the one who asks may have it computed. */
    interface Maker {

        byte[] make() throws InterruptedException;
    }

    private final AsyncCache<Key, byte[]> grids = Caffeine.newBuilder()
            .maximumWeight(HeapShare.FIELDS.bytes())
            .weigher((Key key, byte[] grid) -> BESIDE + 2 * key.surface().length() + grid.length)
            .buildAsync();

    /** The grid that is kept, or that somebody else is having computed; where that fails for them, one's own. */
    byte[] of(FieldRequest request, Maker maker) throws InterruptedException {
        Key key = new Key(request.surface(), request.window(), request.columns(), request.rows());
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> theirs = grids.asMap().putIfAbsent(key, mine);
        if (theirs == null) {
            try {
                byte[] grid = maker.make();
                mine.complete(grid);
                return grid;
            } finally {
                mine.cancel(false); // whoever waits for what failed computes it again
            }
        }
        try {
            return theirs.get();
        } catch (CancellationException | ExecutionException failed) {
            return maker.make();
        }
    }
}
