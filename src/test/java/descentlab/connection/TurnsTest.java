package descentlab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.client.Rush;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Requester MANY = new Requester("1", new Client("192.0.2.1"));
    private static final Requester ONE = new Requester("2", new Client("192.0.2.2"));

    private final Rush rush = new Rush();
    private final Turns turns = new Turns(1, Thread.ofVirtual().factory(), client -> 1, rush);
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        turns.close();
    }

    /** Computes until it is told to stop. */
    private static void computeUntil(AtomicBoolean over) {
        while (!over.get()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoAsksOnceIsNotBehindWhoAsksOften() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch all = new CountDownLatch(12);
        turns.take(MANY, () -> computeUntil(over));
        for (int i = 0; i < 11; i++) {
            String name = "many " + i;
            turns.take(MANY, () -> {
                begun.add(name);
                all.countDown();
            });
        }
        turns.take(ONE, () -> {
            begun.add("one");
            all.countDown();
        });
        assertThat(begun).as("as long as one computes").isEmpty();
        over.set(true);
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun.indexOf("one")).isLessThanOrEqualTo(1);
        assertThat(begun).startsWith(begun.get(0).equals("one") ? "one" : "many 0");
    }

    /** A stream is open for minutes. */
    @Test
    void whoWaitsMakesRoom() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch next = new CountDownLatch(1);
        for (int i = 0; i < 50; i++) {
            turns.take(MANY, () -> {
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        turns.take(ONE, next::countDown);
        assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    @Test
    void thatSomeHaveToWaitIsToldToThoseWhoAreInNoHurry() throws Exception {
        assertThat(rush.isOn()).isFalse();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        turns.take(MANY, () -> {
            while (go.getCount() > 0) {
                Thread.onSpinWait(); // it computes, so that the next one has to wait
            }
        });
        turns.take(ONE, done::countDown);
        assertThat(rush.isOn()).isTrue();
        go.countDown();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureMakesRoomToo() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        Turns quiet = new Turns(
                1, Thread.ofVirtual().uncaughtExceptionHandler((thread, failure) -> {}).factory(),
                client -> 1,
                rush);
        quiet.take(MANY, () -> {
            throw new IllegalStateException("on purpose");
        });
        quiet.take(ONE, next::countDown);
        assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
        quiet.close();
    }
}
