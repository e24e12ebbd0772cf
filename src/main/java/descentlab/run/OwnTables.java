package descentlab.run;

import descentlab.dataset.DataException;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaping;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;

/** Where files are that people gave to learn from. */
public interface OwnTables {

    /** A server that keeps none. */
    OwnTables NONE = (key, shaping, working) -> CompletableFuture.failedFuture(
            new DataException(
                    DataException.FILE, "data of a user", "data of the lab's own", "This server keeps no data of its users."));

    /**
     * Reads and shapes a file, on threads of its own.
     *
     * @param key names it by its content
     * @param working bytes that who asks will hold beside it
     * @return to be given back; fails with a {@link DataException} that says why if it is not here, cannot be shaped so or finds
     *     no room
     */
    CompletableFuture<Lent> shaped(String key, Shaping shaping, ToLongFunction<ShapedData> working);

    /**
     * Data that is held for somebody until it is given back.
     *
     * @param giveBack gives it back; doing so again does nothing
     */
    record Lent(ShapedData data, Runnable giveBack) {}
}
