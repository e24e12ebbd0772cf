package descentlab.cluster;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The servers of one lab, as one of them sees the others. What it says of them is a view, which may be late or differ from
 * another's while the network is cut: whatever must not be done twice is decided by the database.
 *
 * <p>What they say to each other are bytes. A subject has one meaning and one format for all.
 */
public interface Cluster extends AutoCloseable {

    /** This server. */
    ServerId self();

    /** All that are seen just now, this one too. */
    Set<ServerId> servers();

    /** Whether this is one of several, or may become so: one server alone need not wait for others, nor write for them. */
    boolean isShared();

    /** The server that ought to look after what has that name: those that see the same servers name the same one. */
    ServerId ownerOf(String name);

    /**
     * Answers what is asked on a subject. The answerer is called on a thread of its own for each question, which may
     * wait; should it fail, who asked gets no answer.
     */
    void answer(String subject, Function<byte[], CompletableFuture<byte[]>> answerer);

    /**
     * Asks a server, which may be this one.
     *
     * @return completes with its answer; fails with {@link Unanswered} once the server is gone, or has not answered for long
     */
    CompletableFuture<byte[]> ask(ServerId server, String subject, byte[] question);

    /**
     * Tells all other servers. What one of them tells arrives in its order, once at most; it may be lost, as when somebody
     * was cut off.
     */
    void tell(String subject, byte[] message);

    /**
     * Hears what others tell on a subject. The listener must not wait, as what follows waits for it.
     *
     * @return how to stop that
     */
    Runnable hear(String subject, BiConsumer<ServerId, byte[]> listener);

    /**
     * Calls after servers came or went. The listener must not wait.
     *
     * @return how to stop that
     */
    Runnable onChange(Runnable listener);

    /** What this server has said to others so far. */
    Said said();

    /** How many messages came that were not taken for another server's. */
    default long dropped() {
        return 0;
    }

    /** Leaves the others. */
    @Override
    void close();
}
