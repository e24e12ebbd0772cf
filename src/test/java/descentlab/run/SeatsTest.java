package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.client.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Large jobs wait in line for a seat, hear where they stand, and give the seat up in turn. */
class SeatsTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private ComputePool pool;

    /** A large job whose slices must be allowed one by one. */
    private class Large implements Computation {
        private final String name;
        private final Semaphore slices = new Semaphore(0);
        private final CountDownLatch begun = new CountDownLatch(1);
        private int left;

        Large(String name, int slices) {
            this.name = name;
            this.left = slices;
        }

        @Override
        public long memory() {
            return 100;
        }

        @Override
        public void waits(int place, int of) {
            told.add(name + " at " + place + " of " + of);
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            begun.countDown();
            try {
                if (!slices.tryAcquire(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(name + " was not allowed on");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            told.add(name);
            return --left == 0;
        }

        @Override
        public void cancelled() {
            told.add(name + " cancelled");
        }

        @Override
        public void budgetSpent(String explanation) {}

        @Override
        public void failed() {}
    }

    private ComputePool pool(int seats, Duration turn, int jobs, long memory) {
        Duration budget = Duration.ofMinutes(1);
        pool = new ComputePool(
                new ComputePool.Quota(1, 10, 100, budget, new Seats.Quota(seats, turn, 2, jobs, memory, budget)));
        return pool;
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whoWaitsHearsWhereTheyStandUntilTheySit() throws Exception {
        pool(1, Duration.ofMinutes(1), 10, 1000);
        Large first = new Large("a", 1);
        Large second = new Large("b", 1);
        Large third = new Large("c", 1);
        Job a = pool.submit(Requester.named("a"), first);
        Job b = pool.submit(Requester.named("b"), second);
        Job c = pool.submit(Requester.named("c"), third);
        assertThat(told).containsExactly("b at 1 of 1", "b at 1 of 2", "c at 2 of 2");
        told.clear();
        first.slices.release();
        a.done().get(10, TimeUnit.SECONDS);
        second.slices.release();
        third.slices.release();
        b.done().get(10, TimeUnit.SECONDS);
        c.done().get(10, TimeUnit.SECONDS);
        assertThat(told).containsExactly("a", "b at 0 of 0", "c at 1 of 1", "b", "c at 0 of 0", "c");
    }

    @Test
    void aSeatIsGivenUpAfterItsTurnWhileOthersWait() throws Exception {
        pool(1, Duration.ZERO, 10, 1000);
        Large first = new Large("a", 2);
        Large second = new Large("b", 2);
        Job a = pool.submit(Requester.named("a"), first);
        Job b = pool.submit(Requester.named("b"), second);
        first.slices.release(2);
        second.slices.release(2);
        a.done().get(10, TimeUnit.SECONDS);
        b.done().get(10, TimeUnit.SECONDS);
        assertThat(told.stream().filter(word -> word.length() == 1)).containsExactly("a", "b", "a", "b");
    }

    @Test
    void anOwnersSecondWaitsForEverybodysFirst() throws Exception {
        pool(1, Duration.ofMinutes(1), 10, 1000);
        Large blocker = new Large("x", 1);
        pool.submit(Requester.named("x"), blocker);
        List<Large> larges = List.of(new Large("a1", 1), new Large("a2", 1), new Large("b", 1));
        List<Job> jobs = List.of(
                pool.submit(Requester.named("a"), larges.get(0)), pool.submit(Requester.named("a"), larges.get(1)), pool.submit(Requester.named("b"), larges.get(2)));
        assertThat(told).endsWith("b at 2 of 3", "a2 at 3 of 3");
        larges.forEach(large -> large.slices.release());
        blocker.slices.release();
        for (Job job : jobs) {
            job.done().get(10, TimeUnit.SECONDS);
        }
        assertThat(told.stream().filter(word -> !word.contains(" "))).containsExactly("x", "a1", "b", "a2");
    }

    @Test
    void whatIsSmallGoesAheadOfAllThatWait() throws Exception {
        pool(1, Duration.ofMinutes(1), 50, 10_000);
        Large seated = new Large("x", 2);
        pool.submit(Requester.named("x"), seated);
        assertThat(seated.begun.await(10, TimeUnit.SECONDS)).isTrue();
        List<Large> waiting = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            waiting.add(new Large("w" + i, 1));
            pool.submit(Requester.named("w" + i), waiting.getLast());
        }
        told.clear();
        CountDownLatch ended = new CountDownLatch(1);
        pool.submit(Requester.named("small"), new Large("small", 1) {
            @Override
            public long memory() {
                return 0;
            }

            @Override
            public boolean advance(BooleanSupplier over) {
                told.add("small");
                ended.countDown();
                return true;
            }
        });
        seated.slices.release();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).as("one slice of the one that sits, and its turn has come").containsExactly("x", "small");
        seated.slices.release();
        waiting.forEach(large -> large.slices.release());
    }

    @Test
    void tooManyAreRefusedAndRoomIsFreedAgain() throws Exception {
        pool(1, Duration.ofMinutes(1), 3, 1000);
        Large first = new Large("a", 1);
        Job a = pool.submit(Requester.named("a"), first);
        pool.submit(Requester.named("a"), new Large("a2", 1));
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> pool.submit(Requester.named("a"), new Large("a3", 1)))
                .withMessageContaining("You already have 2 trainings on pictures")
                .withMessageContaining("Stop one");
        pool.submit(Requester.named("b"), new Large("b", 1));
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> pool.submit(Requester.named("c"), new Large("c", 1)))
                .withMessageContaining("3 trainings on pictures")
                .withMessageContaining("Run it again in a minute");
        assertThat(pool.unfinishedJobs()).isEqualTo(3);
        first.slices.release();
        a.done().get(10, TimeUnit.SECONDS);
        pool.submit(Requester.named("c"), new Large("c", 1));
        assertThat(pool.unfinishedJobs()).isEqualTo(3);
    }

    @Test
    void theMemoryOfAllIsBoundedButOneIsAlwaysTaken() {
        pool(1, Duration.ofMinutes(1), 10, 50);
        pool.submit(Requester.named("a"), new Large("a", 1));
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> pool.submit(Requester.named("b"), new Large("b", 1)))
                .withMessageContaining("no room for another");
    }

    @Test
    void whoIsCancelledOrPausedInTheLineLeavesItAtOnce() throws Exception {
        pool(1, Duration.ofMinutes(1), 10, 1000);
        Large seated = new Large("a", 1);
        Large paused = new Large("b", 1);
        Job a = pool.submit(Requester.named("a"), seated);
        assertThat(seated.begun.await(10, TimeUnit.SECONDS)).isTrue();
        Job b = pool.submit(Requester.named("b"), paused);
        Job c = pool.submit(Requester.named("c"), new Large("c", 1));
        Large last = new Large("d", 1);
        Job d = pool.submit(Requester.named("d"), last);
        told.clear();
        c.cancel();
        assertThat(told).contains("d at 2 of 2");
        b.pause();
        assertThat(told).endsWith("d at 1 of 1", "b at 0 of 0");
        seated.slices.release();
        a.done().get(10, TimeUnit.SECONDS);
        c.done().get(10, TimeUnit.SECONDS);
        assertThat(told).contains("c cancelled");
        b.resume();
        last.slices.release();
        d.done().get(10, TimeUnit.SECONDS);
        paused.slices.release();
        b.done().get(10, TimeUnit.SECONDS);
        assertThat(told).endsWith("d", "b at 0 of 0", "b");
        assertThat(pool.unfinishedJobs()).isZero();
    }

    @Test
    void whoIsPausedOnASeatLeavesItToOthers() throws Exception {
        pool(1, Duration.ofMinutes(1), 10, 1000);
        Large seated = new Large("a", 2);
        Large other = new Large("b", 1);
        Job a = pool.submit(Requester.named("a"), seated);
        Job b = pool.submit(Requester.named("b"), other);
        a.pause();
        seated.slices.release();
        other.slices.release();
        b.done().get(10, TimeUnit.SECONDS);
        assertThat(a.done()).isNotDone();
        a.resume();
        seated.slices.release();
        a.done().get(10, TimeUnit.SECONDS);
    }
}
