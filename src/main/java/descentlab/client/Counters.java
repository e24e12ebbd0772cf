package descentlab.client;

import descentlab.cluster.Cluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts what somebody holds and how much somebody asks for: a {@link Client}, a learner, a name; whoever is meant is
 * given as text. All such counting of the application goes through here, so that several servers share it. Never
 * waits; may be asked by any number of threads at once.
 */
public interface Counters {

    /** Counters of one server, in its memory. */
    static Counters inMemory(InstantSource clock) {
        return new MemoryCounters(clock);
    }

    /** Counters of a server that may be one of several. */
    static Counters of(Cluster cluster, InstantSource clock) {
        MemoryCounters here = new MemoryCounters(clock);
        return cluster.isShared() ? new SharedCounters(here, cluster, Soon.LATER) : here;
    }

    /**
     * Takes one of an allowance, if there is one left.
     *
     * @return nothing if it was taken; else how long until there is one
     */
    Optional<Duration> take(Allowance allowance, String who);

    /** How long until one can be taken; nothing if one can be taken now. */
    Optional<Duration> awaited(Allowance allowance, String who);

    /** Gives one back that was taken, never above what the allowance gives at once. */
    void giveBack(Allowance allowance, String who);

    /** Lets an allowance start anew for somebody. */
    void renew(Allowance allowance, String who);

    /**
     * Holds one more of this server, if the share allows it.
     *
     * @return what is held, to be released; nothing if it may not be held
     */
    Optional<Held> hold(Share share, String who);

    /** How many somebody holds of this server. */
    int held(Share share, String who);

    /** How many all hold together of this server. */
    int held(Share share);

    /** Something that is held until it is released; releasing it again does nothing. */
    interface Held extends AutoCloseable {
        void release();

        @Override
        default void close() {
            release();
        }
    }

    default Optional<Duration> take(Allowance allowance, Client client) {
        return take(allowance, client.value());
    }

    default Optional<Held> hold(Share share, Client client) {
        return hold(share, client.value());
    }
}
