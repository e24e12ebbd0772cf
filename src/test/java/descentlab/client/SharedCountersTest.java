package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What servers tell each other of allowances, when, and how much of it. */
@Timeout(30)
class SharedCountersTest {

    private static final Allowance THREE = new Allowance("three", 3, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-01T08:00:00Z"));
    private final MemoryNetwork network = MemoryNetwork.empty();
    private final Servers servers = new Servers(network, now::get);
    private final Servers.One a = servers.join();
    private final Servers.One b = servers.join();

    private void take(Servers.One server, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(server.counters().take(THREE, "ann")).as("taken %d", i).isEmpty();
        }
    }

    @Test
    void aServerAloneCountsInItsMemoryAndTellsNobody() {
        assertThat(Counters.of(MemoryNetwork.alone(), now::get)).isInstanceOf(MemoryCounters.class);
        assertThat(Counters.of(a.cluster(), now::get)).isInstanceOf(SharedCounters.class);
    }

    @Test
    void allOfAMomentIsOneMessage() {
        servers.deliver();
        List<byte[]> messages = new ArrayList<>();
        b.cluster().hear(SharedCounters.SUBJECT, (from, message) -> messages.add(message));
        take(a, 3);
        a.counters().take(THREE, "ben");
        assertThat(a.later()).hasSize(1);
        servers.deliver();
        assertThat(messages).hasSize(1);
        assertThat(Takings.read(messages.getFirst())).containsExactlyInAnyOrder(
                new Takings.Taking(THREE, "ann", false, 3), new Takings.Taking(THREE, "ben", false, 1));
        assertThat(b.counters().take(THREE, "ann")).contains(Duration.ofSeconds(1));
        assertThat(a.later()).isEmpty();
    }

    @Test
    void whatWasTakenAtOnceAtSeveralIsADebtOfOne() {
        take(a, 3);
        take(b, 3);
        servers.deliver();
        assertThat(a.counters().awaited(THREE, "ann")).contains(Duration.ofSeconds(2));
        assertThat(b.counters().awaited(THREE, "ann")).contains(Duration.ofSeconds(2));
        now.updateAndGet(time -> time.plusSeconds(3600));
        take(a, 3);
    }

    @Test
    void whatIsTakenAndGivenBackIsNotTold() {
        take(a, 1);
        a.counters().giveBack(THREE, "ann");
        List<byte[]> messages = new ArrayList<>();
        b.cluster().hear(SharedCounters.SUBJECT, (from, message) -> messages.add(message));
        servers.deliver();
        assertThat(messages).isEmpty();
    }

    @Test
    void whatIsRenewedIsRenewedEverywhere() {
        take(a, 3);
        servers.deliver();
        b.counters().renew(THREE, "ann");
        servers.deliver();
        take(a, 3);
        a.counters().renew(THREE, "ann");
        take(a, 1);
        servers.deliver();
        take(b, 2);
        assertThat(b.counters().take(THREE, "ann")).isPresent();
    }

    @Test
    void whatEachServerGivesForItselfIsNotTold() {
        Allowance pages = THREE.ofEachServer();
        for (int i = 0; i < 3; i++) {
            assertThat(a.counters().take(pages, "ann")).isEmpty();
        }
        servers.deliver();
        assertThat(b.counters().take(pages, "ann")).isEmpty();
    }

    @Test
    void whoComesLateKnowsNothingOfBeforeAndTellsWhatItGives() {
        take(a, 3);
        servers.deliver();
        Servers.One late = servers.join();
        take(late, 1);
        servers.deliver();
        assertThat(a.counters().awaited(THREE, "ann")).as("a debt").contains(Duration.ofSeconds(2));
    }

    @Test
    void whoIsCutOffCountsAlone() {
        network.cut(a.cluster().self(), b.cluster().self());
        take(a, 3);
        servers.deliver();
        take(b, 3);
        network.heal();
        now.updateAndGet(time -> time.plusSeconds(1));
        take(a, 1);
        servers.deliver();
        assertThat(b.counters().take(THREE, "ann")).as("again together").isPresent();
    }

    @Test
    void whatWaitsToBeToldIsBounded() {
        List<byte[]> messages = new ArrayList<>();
        b.cluster().hear(SharedCounters.SUBJECT, (from, message) -> messages.add(message));
        for (int i = 0; i < 3 * Takings.MOST; i++) {
            a.counters().take(THREE, "10." + i);
        }
        a.counters().take(THREE, "x".repeat(Takings.LONGEST + 1));
        for (int i = 0; i < 4; i++) {
            a.counters().take(THREE, "10.0");
        }
        servers.deliver();
        assertThat(messages).hasSize(1);
        assertThat(Takings.read(messages.getFirst())).hasSize(Takings.MOST);
        assertThat(b.counters().take(THREE, "10.0")).as("who is in it is counted on").isPresent();
    }

    @Test
    void whatIsToldFillsNoMemory() {
        Cluster other = network.join();
        for (int i = 0; i < 1_000; i++) {
            other.tell(SharedCounters.SUBJECT, Takings.write(List.of(
                    new Takings.Taking(new Allowance("made up " + i, 1, 1), "ann", false, 1))));
        }
        servers.deliver(other);
        assertThat(a.here().allowances()).isLessThanOrEqualTo(MemoryCounters.MOST_ALLOWANCES);
    }

    @Test
    void whatIsMalformedIsDropped() {
        Cluster other = network.join();
        other.tell(SharedCounters.SUBJECT, new byte[0]);
        other.tell(SharedCounters.SUBJECT, new byte[] {Takings.VERSION + 1});
        other.tell(SharedCounters.SUBJECT, Takings.write(List.of(new Takings.Taking(THREE, "ann", false, 3))));
        servers.deliver(other);
        assertThat(a.counters().take(THREE, "ann")).as("what came after it").isPresent();
    }
}
