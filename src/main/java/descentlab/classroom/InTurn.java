package descentlab.classroom;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Has what one and the same person does done in its order: each once what was before is over. Else an earlier vote that is
 * asked for again, as nobody led the room when it was cast, could come after a later one and take its place.
 */
final class InTurn {

    private final Map<ParticipantId, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    /** Does something when it is its turn, on a thread of its own. */
    <T> CompletableFuture<T> take(ParticipantId who, Supplier<T> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<?> before = last.put(who, mine);
        Runnable begin = () -> Thread.startVirtualThread(() -> {
            try {
                mine.complete(work.get());
            } catch (RuntimeException | Error failed) {
                mine.completeExceptionally(failed);
            } finally {
                last.remove(who, mine);
            }
        });
        if (before == null) {
            begin.run();
        } else {
            before.whenComplete((done, failed) -> begin.run());
        }
        return mine;
    }
}
