package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What requesters hold on other servers, as one of them knows it. */
@Timeout(30)
class ElsewhereTest {

    private static final Client SCHOOL = new Client("192.0.2.1");
    private static final Requester ANN = new Requester("ann's session", SCHOOL);
    private static final Requester BEN = new Requester("ben's session", SCHOOL);

    private final MemoryNetwork network = MemoryNetwork.empty();
    private final Servers servers = new Servers(network, InstantSource.system());
    private final Servers.One a = servers.join();
    private final Servers.One b = servers.join();
    private final Servers.One c = servers.join();

    private void fill() {
        a.elsewhere().holdsHere(ANN, 1);
        a.elsewhere().holdsHere(ANN, 2);
        b.elsewhere().holdsHere(ANN, 1);
        b.elsewhere().holdsHere(BEN, 1);
        servers.deliver();
    }

    @Test
    void whatTheOthersHoldIsAddedUp() {
        fill();
        assertThat(c.elsewhere().of(ANN)).isEqualTo(3);
        assertThat(c.elsewhere().of(BEN)).isEqualTo(1);
        assertThat(c.elsewhere().of(SCHOOL)).isEqualTo(4);
        assertThat(c.elsewhere().of(new Client("192.0.2.2"))).isZero();
        assertThat(c.elsewhere().all()).isEqualTo(4);
        assertThat(a.elsewhere().of(SCHOOL)).as("its own are not elsewhere").isEqualTo(2);
        a.elsewhere().holdsHere(ANN, 0);
        servers.deliver();
        assertThat(c.elsewhere().of(ANN)).isEqualTo(1);
    }

    @Test
    void whatAServerHeldThatIsGoneCountsNoMore() {
        fill();
        a.cluster().close();
        assertThat(c.elsewhere().of(SCHOOL)).isEqualTo(2);
    }

    @Test
    void whoComesLateIsTold() {
        fill();
        Servers.One late = servers.join();
        servers.deliver();
        assertThat(late.elsewhere().of(SCHOOL)).isEqualTo(4);
    }

    @Test
    void whatChangedWhileNothingPassedIsToldAfterwards() {
        fill();
        network.cut(a.cluster().self(), c.cluster().self());
        assertThat(c.elsewhere().of(ANN)).isEqualTo(1);
        a.elsewhere().holdsHere(ANN, 0);
        a.elsewhere().holdsHere(BEN, 4);
        servers.deliver();
        network.heal();
        servers.deliver();
        assertThat(c.elsewhere().of(ANN)).isEqualTo(1);
        assertThat(c.elsewhere().of(BEN)).isEqualTo(5);
    }

    @Test
    void whatCannotBeReadCountsAsNothing() {
        fill();
        a.cluster().tell("held", new byte[] {Elsewhere.VERSION, 0, 9});
        servers.deliver(a.cluster());
        assertThat(c.elsewhere().of(SCHOOL)).isEqualTo(2);
    }

    @Test
    void aSessionsNameIsNotTold() {
        StringBuilder told = new StringBuilder();
        c.cluster().hear("held", (from, message) -> told.append(new String(message)));
        fill();
        assertThat(told.toString()).contains(SCHOOL.value()).doesNotContain(ANN.name());
    }

    @Test
    void aServerAloneTellsNobody() {
        Cluster alone = MemoryNetwork.alone();
        Elsewhere elsewhere = new Elsewhere("held", alone, later -> {
            throw new AssertionError("nothing is to be told");
        });
        elsewhere.holdsHere(ANN, 1);
        assertThat(elsewhere.of(ANN) + elsewhere.of(SCHOOL) + elsewhere.all()).isZero();
    }
}
