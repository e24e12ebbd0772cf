package descentlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RendezvousTest {

    private static final List<String> NAMES =
            IntStream.range(0, 10_000).mapToObj(i -> "run-" + i).toList();

    private static Set<ServerId> servers(int count) {
        Random random = new Random(count);
        return Stream.generate(() -> new ServerId(new UUID(random.nextLong(), random.nextLong())))
                .limit(count)
                .collect(Collectors.toSet());
    }

    @Test
    void namesAreSharedOutEvenly() {
        for (int count : new int[] {2, 3, 5, 8}) {
            Set<ServerId> servers = servers(count);
            Map<ServerId, Long> shares = NAMES.stream()
                    .collect(Collectors.groupingBy(
                            name -> Rendezvous.of(name, servers).orElseThrow(), Collectors.counting()));
            assertThat(shares).hasSize(count);
            assertThat(shares.values()).allSatisfy(share -> assertThat(share * count / 10_000.0).isBetween(0.8, 1.2));
        }
    }

    @Test
    void onlyTheNamesOfOneThatGoesMove() {
        Set<ServerId> all = servers(5);
        Map<String, ServerId> before = NAMES.stream()
                .collect(Collectors.toMap(Function.identity(), name -> Rendezvous.of(name, all).orElseThrow()));
        ServerId gone = all.iterator().next();
        Set<ServerId> rest = new HashSet<>(all);
        rest.remove(gone);
        assertThat(NAMES).allSatisfy(name -> {
            if (!before.get(name).equals(gone)) {
                assertThat(Rendezvous.of(name, rest)).contains(before.get(name));
            }
        });
    }

    @Test
    void nobodyOwnsAnythingWhereNobodyIs() {
        assertThat(Rendezvous.of("name", Set.of())).isEmpty();
    }
}
