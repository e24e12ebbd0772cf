package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesInTurnTest {

    private static final int MANY = 30;

    /** A page whose lock is free. */
    private static final class Free extends UI {

        @Override
        public Future<Void> access(Command command) {
            return CompletableFuture.runAsync(command::execute, Runnable::run);
        }
    }

    /** A page that nobody looks at any more. */
    private static final class Gone extends UI {

        @Override
        public Future<Void> access(Command command) {
            throw new UIDetachedException();
        }
    }

    private final CountDownLatch all = new CountDownLatch(MANY);

    private void awaitAll() throws InterruptedException {
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFewAreMadeAtOnce() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PagesInTurn turns = new PagesInTurn(3, Duration.ZERO);
        for (int i = 0; i < MANY; i++) {
            turns.take(new Free(), () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                rest();
                now.decrementAndGet();
                all.countDown();
            });
        }
        awaitAll();
        assertThat(most).hasValue(3);
    }

    @Test
    void whoAsksFirstIsFirstAndWhoIsGoneHoldsNobodyUp() throws InterruptedException {
        List<Integer> made = new CopyOnWriteArrayList<>();
        PagesInTurn turns = new PagesInTurn(1, Duration.ZERO);
        for (int i = 0; i < MANY; i++) {
            int number = i;
            turns.take(new Gone(), () -> made.add(-1));
            turns.take(new Free(), () -> {
                made.add(number);
                all.countDown();
                if (number % 5 == 0) {
                    throw new IllegalStateException("a view that fails");
                }
            });
        }
        awaitAll();
        assertThat(made).hasSize(MANY).isSorted().doesNotContain(-1);
    }

    @Test
    void whatIsTriflingIsToldBefore() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        PagesInTurn turns = new PagesInTurn(1, Duration.ofMillis(300));
        turns.take(new Free(), () -> done.add("made"));
        turns.tell(new Gone(), () -> done.add("gone"));
        turns.tell(new Free(), () -> done.add("told"));
        turns.take(new Free(), () -> {
            for (int i = 0; i < MANY; i++) {
                all.countDown();
            }
        });
        awaitAll();
        assertThat(done).contains("told", "made").doesNotContain("gone").startsWith("told");
    }

    @Test
    void noneIsMadeWhileMoreAreAskedFor() throws InterruptedException {
        PagesInTurn turns = new PagesInTurn(2, Duration.ofMillis(700));
        for (int i = 0; i < MANY; i++) {
            turns.take(new Free(), all::countDown);
            rest();
            assertThat(all.getCount()).isEqualTo(MANY);
        }
        awaitAll();
    }
}
