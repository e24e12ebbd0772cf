package descentlab.trial;

import descentlab.rig.ThreeServers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Cuts the network between two servers, by rules of the kernel's packet filter on the addresses by which they reach each
 * other; what either says to the proxy, the database and the third server goes on. What is sent is lost without a word.
 */
final class Cut implements AutoCloseable {

    private static final String TABLE = "descentlab_trial";

    /** Has servers send from the address by which they are reached, so that the rules know them. */
    static final String OPTION = "-Dhazelcast.socket.client.bind.any=false";

    private Cut() {}

    /** Whether this computer has a packet filter that takes rules. */
    static boolean isPossible() {
        boolean taken = nft("add", "table", "inet", TABLE);
        nft("delete", "table", "inet", TABLE);
        return taken;
    }

    /** Cuts servers off from each other, both ways, until it is closed. */
    static Cut between(List<Integer> some, List<Integer> others) {
        if (!nft("add", "table", "inet", TABLE)
                || !nft("add", "chain", "inet", TABLE, "cut", "{ type filter hook output priority 0 ; }")) {
            throw new IllegalStateException("the packet filter takes no rules");
        }
        for (int one : some) {
            for (int other : others) {
                drop(ThreeServers.address(one), ThreeServers.address(other));
                drop(ThreeServers.address(other), ThreeServers.address(one));
            }
        }
        return new Cut();
    }

    private static void drop(String from, String to) {
        nft("add", "rule", "inet", TABLE, "cut", "ip", "saddr", from, "ip", "daddr", to, "drop");
    }

    private static boolean nft(String... words) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of("nft"), Stream.of(words)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        nft("delete", "table", "inet", TABLE);
    }
}
