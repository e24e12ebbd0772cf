package descentlab.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** Which of some servers looks after a name, by nothing but the name and the servers; when one goes, only its names move. */
public final class Rendezvous {

    public static Optional<ServerId> of(String name, Set<ServerId> servers) {
        return servers.stream()
                .max(Comparator.comparingLong((ServerId server) -> weight(server, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static long weight(ServerId server, String name) {
        CRC32 sum = new CRC32();
        sum.update((name + server).getBytes(StandardCharsets.UTF_8));
        // By the sum alone, all names would order the servers by the same differences. The factor is MurmurHash3's.
        return sum.getValue() * 0xff51afd7ed558ccdL >>> 1;
    }

    private Rendezvous() {}
}
