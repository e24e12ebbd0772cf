package descentlab.client;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Servers that count together; what they tell is on its way until it is delivered. */
final class Servers {

    private static final String ARRIVED = "arrived";

    private final MemoryNetwork network;
    private final InstantSource clock;
    private final List<One> all = new ArrayList<>();
    private volatile CountDownLatch arrived = new CountDownLatch(0);

    /** @param later what is to be told from there */
    record One(Cluster cluster, MemoryCounters here, SharedCounters counters, Elsewhere elsewhere, List<Runnable> later) {}

    Servers(MemoryNetwork network, InstantSource clock) {
        this.network = network;
        this.clock = clock;
    }

    One join() {
        Cluster cluster = network.join();
        List<Runnable> later = new ArrayList<>();
        MemoryCounters here = new MemoryCounters(clock);
        One one = new One(
                cluster,
                here,
                new SharedCounters(here, cluster, later::add),
                new Elsewhere("held", cluster, later::add),
                later);
        cluster.hear(ARRIVED, (from, message) -> arrived.countDown());
        all.add(one);
        return one;
    }

    /** Delivers what is to be told. */
    void deliver() {
        for (One one : all) {
            List<Runnable> now = List.copyOf(one.later());
            one.later().clear();
            now.forEach(Runnable::run);
            deliver(one.cluster());
        }
    }

    /** Returns when what a server has told has been heard by all that see it. */
    void deliver(Cluster teller) {
        arrived = new CountDownLatch((int) all.stream()
                .filter(one -> one.cluster() != teller && teller.servers().contains(one.cluster().self()))
                .count());
        teller.tell(ARRIVED, new byte[0]);
        try {
            if (!arrived.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not all of it arrived");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
