package descentlab.spectrum;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Portraits that were asked for lately: a class that is shown a matrix asks for it all at once, and it is computed for the
 * first of them alone.
 */
final class LatePortraits {

    private static final int MOST = 32;
    /** Characters of a text that is looked for again: longer ones were pasted, by one person. */
    private static final int LONGEST = 4000;

    private final Map<String, CompletableFuture<MatrixReading>> lately = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    /** Who computes one; may wait for that. */
    interface Painter {
        MatrixReading paint() throws InterruptedException;
    }

    /** What became of a text. If who was first could not have it computed, each has it computed by itself. */
    MatrixReading of(String text, Painter painter) throws InterruptedException {
        if (text.length() > LONGEST) {
            return painter.paint();
        }
        CompletableFuture<MatrixReading> mine = new CompletableFuture<>();
        Optional<CompletableFuture<MatrixReading>> earlier = place(text, mine);
        if (earlier.isPresent()) {
            try {
                return earlier.get().join();
            } catch (CompletionException notTheirs) {
                return painter.paint();
            }
        }
        try {
            MatrixReading reading = painter.paint();
            mine.complete(reading);
            return reading;
        } finally {
            if (!mine.isDone()) {
                forget(text, mine);
                mine.completeExceptionally(new IllegalStateException("not computed"));
            }
        }
    }

    private synchronized Optional<CompletableFuture<MatrixReading>> place(
            String text, CompletableFuture<MatrixReading> mine) {
        CompletableFuture<MatrixReading> earlier = lately.putIfAbsent(text, mine);
        if (lately.size() > MOST) {
            lately.remove(lately.keySet().iterator().next());
        }
        return Optional.ofNullable(earlier);
    }

    private synchronized void forget(String text, CompletableFuture<MatrixReading> mine) {
        lately.remove(text, mine);
    }
}
