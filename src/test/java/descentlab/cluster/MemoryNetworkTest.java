package descentlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MemoryNetworkTest extends ClusterContract {

    private final MemoryNetwork network = MemoryNetwork.empty();

    @Override
    protected Cluster join() {
        return network.join();
    }

    @Test
    void nothingPassesBetweenThoseThatAreCut() {
        two().answer("never", question -> new CompletableFuture<>());
        CompletableFuture<byte[]> asked = one().ask(two().self(), "never", bytes("x"));
        network.cut(one().self(), two().self());
        assertUnanswered(asked);
        assertThat(one().servers()).containsExactlyInAnyOrder(one().self(), three().self());
        assertThat(three().servers()).hasSize(3);
        network.heal();
        assertThat(one().servers()).hasSize(3);
    }

    @Test
    void oneThatIsAloneAnswersItself() throws Exception {
        try (Cluster alone = MemoryNetwork.alone()) {
            alone.answer("echo", ClusterContract::echo);
            assertThat(alone.isShared()).isFalse();
            assertThat(alone.servers()).containsExactly(alone.self());
            assertThat(alone.ownerOf("name")).isEqualTo(alone.self());
            assertThat(answer(alone.ask(alone.self(), "echo", bytes("x")))).isEqualTo("x!");
        }
    }
}
