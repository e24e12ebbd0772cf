package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import descentlab.client.Client;
import descentlab.client.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryRunRegistryTest {

    private static final byte[] FRAME = new byte[100];

    private static final class BrokenLog implements RunLog {
        @Override
        public void append(byte[] frame) {}

        @Override
        public void end(byte[] frame) {}

        @Override
        public List<byte[]> await(int from, Duration longest) {
            return List.of();
        }

        @Override
        public boolean ended() {
            return true;
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public long bytes() {
            throw new IllegalStateException("a defect, on purpose");
        }
    }

    private static RowLedger.Entry unbooked() {
        return new RowLedger(0).book(new Client("192.0.2.1"), 0).orElseThrow();
    }

    private static Run ended(String owner, String experiment) {
        MemoryRunLog log = new MemoryRunLog();
        log.end(FRAME);
        return new Run(RunId.random(), Requester.named(owner), experiment, log, unbooked());
    }

    private static MemoryRunRegistry registry(int mostRuns, long mostBytes) {
        return new MemoryRunRegistry(mostRuns, mostBytes, Duration.ofMinutes(1), Runnable::run);
    }

    @Test
    void theLongestUnusedGoFirstWhenThereAreTooManyOrTheyAreTooLarge() {
        for (MemoryRunRegistry registry : List.of(registry(2, 1000), registry(1000, 2 * FRAME.length))) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(ended("a", "experiment " + i));
                registry.add(runs.getLast());
                await(runs.getLast());
            }
            await(registry.find(Requester.named("a"), "experiment 0").orElseThrow());
            registry.add(ended("b", "another"));
            registry.sweep();
            assertThat(registry.size()).isEqualTo(2);
            assertThat(registry.find(runs.get(0).id())).isPresent();
            assertThat(registry.find(runs.get(1).id())).isEmpty();
            assertThat(registry.find(Requester.named("a"), "experiment 1")).isEmpty();
        }
    }

    /** Until a later use has a later time. */
    private static void await(Run run) {
        while (!Instant.now().isAfter(run.lastUse())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anOwnersRunIsFoundByItsExperimentTheLatestUsedFirst() {
        MemoryRunRegistry registry = registry(10, 10_000);
        Run first = ended("a", "x");
        Run second = ended("a", "x");
        registry.add(first);
        registry.add(second);
        registry.add(ended("b", "x"));
        await(second);
        first.use();
        assertThat(registry.find(Requester.named("a"), "x")).contains(first);
        registry.remove(first.id());
        assertThat(registry.find(Requester.named("a"), "x")).contains(second);
        registry.remove(second.id());
        assertThat(registry.find(Requester.named("a"), "x")).isEmpty();
        assertThat(registry.find(Requester.named("b"), "x")).isPresent();
    }

    @Test
    void aSweepThatFailsIsNotTheFailureOfWhoStartsARun() {
        MemoryRunRegistry registry = registry(1, 1);
        registry.add(new Run(RunId.random(), Requester.named("a"), "broken", new BrokenLog(), unbooked()));
        assertThatCode(() -> registry.add(ended("a", "x"))).doesNotThrowAnyException();
        assertThatCode(() -> registry.add(ended("a", "y"))).doesNotThrowAnyException();
    }

    @Test
    void runsMayBeUsedWhileAllArePutInOrder() throws Exception {
        MemoryRunRegistry registry = registry(2000, Long.MAX_VALUE);
        List<Run> runs = IntStream.range(0, 1500).mapToObj(i -> ended("a", "x" + i)).toList();
        runs.forEach(registry::add);
        AtomicBoolean over = new AtomicBoolean();
        Thread users = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                runs.get(ThreadLocalRandom.current().nextInt(runs.size())).use();
            }
        });
        try {
            assertThatCode(() -> IntStream.range(0, 300).forEach(round -> registry.sweep()))
                    .doesNotThrowAnyException();
        } finally {
            over.set(true);
            users.join();
        }
        assertThat(registry.size()).isEqualTo(1500);
    }
}
