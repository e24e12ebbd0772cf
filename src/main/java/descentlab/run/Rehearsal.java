package descentlab.run;

import descentlab.dataset.ByteImages;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.ShardedNetwork;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Lets each network run through some pictures before anybody's training does. The first time the virtual machine
 * interprets its kernels, a few hundred times as slowly as it runs them once they are compiled: a piece of work that
 * takes a millisecond then takes half a second or, on a busy computer, some. So that happens on a thread of its own, not
 * in a turn in which others wait. What is computed is thrown away.
 */
final class Rehearsal {

    private static final int BATCH = 64;
    private static final int BATCHES = 40;
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private static final Map<Network, CompletableFuture<Void>> REHEARSED = new ConcurrentHashMap<>();

    private Rehearsal() {}

    /** Completes once a network has been rehearsed; at once if it has been. */
    static CompletableFuture<Void> of(Network network, ByteImages pictures) {
        return REHEARSED.computeIfAbsent(network, key -> CompletableFuture.runAsync(
                () -> rehearse(key, pictures),
                work -> Thread.ofPlatform().name("rehearse-" + key.name()).daemon().start(work)));
    }

    private static void rehearse(Network network, ByteImages pictures) {
        int batch = Math.min(BATCH, pictures.count());
        ShardedNetwork sharded = new ShardedNetwork(network, pictures, batch, Crew.NONE);
        int[] rows = IntStream.range(0, batch).toArray();
        double[] parameters = new double[network.size()];
        double[] gradient = new double[network.size()];
        byte[] predicted = new byte[pictures.count()];
        long begin = System.nanoTime();
        for (int i = 0; i < BATCHES && System.nanoTime() - begin < LONGEST; i++) {
            sharded.lossAndGradient(parameters, rows, 0, batch, gradient);
            sharded.classify(parameters, pictures, 0, batch, predicted);
        }
    }
}
