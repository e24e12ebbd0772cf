package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.client.Elsewhere;
import descentlab.client.Requester;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ComputePoolTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Counts down slices, telling of each. */
    private static class Slices implements Computation {
        private final String name;
        private final List<String> told;
        private int left;

        Slices(String name, int count, List<String> told) {
            this.name = name;
            this.left = count;
            this.told = told;
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            told.add(name);
            return --left == 0;
        }

        @Override
        public void cancelled() {
            told.add(name + " cancelled");
        }

        @Override
        public void budgetSpent(String explanation) {
            told.add(name + " over budget");
        }

        @Override
        public void failed() {
            told.add(name + " failed");
        }
    }

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private static ComputePool pool(int jobsPerOwner, int jobs, Duration budget) {
        return new ComputePool(new ComputePool.Quota(1, jobsPerOwner, jobs, budget,
                new Seats.Quota(1, Duration.ofSeconds(5), jobsPerOwner, jobs, Long.MAX_VALUE, budget)));
    }

    /** Holds the only thread until let go. */
    private Job block(ComputePool pool, CountDownLatch go) {
        return pool.submit(Requester.named("blocker"), new Slices("blocker", 1, new ArrayList<>()) {
            @Override
            public boolean advance(BooleanSupplier over) {
                try {
                    return go.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    @Test
    void ownersTakeTurnsHoweverMuchOneAsksFor() throws Exception {
        try (ComputePool pool = pool(10, 10, Duration.ofMinutes(1))) {
            CountDownLatch go = new CountDownLatch(1);
            block(pool, go);
            Job greedy = pool.submit(Requester.named("greedy"), new Slices("g1", 3, told));
            Job more = pool.submit(Requester.named("greedy"), new Slices("g2", 3, told));
            Job modest = pool.submit(Requester.named("modest"), new Slices("m", 2, told));
            go.countDown();
            greedy.done().get();
            more.done().get();
            modest.done().get();
            assertThat(told).containsExactly("g1", "m", "g2", "m", "g1", "g2", "g1", "g2");
        }
    }

    @Test
    void quotasAreKeptAndFreedAgain() throws Exception {
        try (ComputePool pool = pool(1, 2, Duration.ofMinutes(1))) {
            CountDownLatch go = new CountDownLatch(1);
            Job blocker = block(pool, go);
            Job mine = pool.submit(Requester.named("a"), new Slices("a", 1, told));
            assertThatExceptionOfType(TooBusyException.class)
                    .isThrownBy(() -> pool.submit(Requester.named("a"), new Slices("a", 1, told)))
                    .withMessageContaining("already have 1 runs");
            assertThatExceptionOfType(TooBusyException.class)
                    .isThrownBy(() -> pool.submit(Requester.named("b"), new Slices("b", 1, told)))
                    .withMessageContaining("2 runs waiting");
            go.countDown();
            blocker.done().get();
            mine.done().get();
            pool.submit(Requester.named("a"), new Slices("a", 1, told)).done().get();
            assertThat(pool.unfinishedJobs()).isZero();
        }
    }

    @Test
    void aCancelledJobEndsAtItsNextTurn() throws Exception {
        try (ComputePool pool = pool(10, 10, Duration.ofMinutes(1))) {
            CountDownLatch go = new CountDownLatch(1);
            block(pool, go);
            Job job = pool.submit(Requester.named("a"), new Slices("a", 1_000_000, told));
            job.cancel();
            go.countDown();
            job.done().get();
            assertThat(told).containsExactly("a cancelled");
        }
    }

    @Test
    void aJobOverItsBudgetIsStopped() throws Exception {
        try (ComputePool pool = pool(10, 10, Duration.ZERO)) {
            pool.submit(Requester.named("a"), new Slices("a", 1_000_000, told)).done().get();
            assertThat(told).endsWith("a over budget").hasSizeLessThan(1000);
        }
    }

    /** A slice of a training that follows the one before at once would keep those who answer from their core. */
    @Test
    void whatTakesLongStepsBackWhileRequestsHaveToWait() throws Exception {
        List<Long> begun = Collections.synchronizedList(new ArrayList<>());
        Duration budget = Duration.ofMinutes(1);
        ComputePool.Quota quota = new ComputePool.Quota(
                1, 10, 10, budget, new Seats.Quota(1, budget, 10, 10, Long.MAX_VALUE, budget));
        try (ComputePool pool = new ComputePool(quota, () -> true, Elsewhere.nothing())) {
            pool.submit(Requester.named("a"), new Slices("a", 4, told) {
                        @Override
                        public boolean advance(BooleanSupplier over) {
                            begun.add(System.nanoTime());
                            return super.advance(over);
                        }

                        @Override
                        public long memory() {
                            return 1;
                        }
                    })
                    .done()
                    .get();
        }
        assertThat(begun).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(Duration.ofNanos(begun.get(i) - begun.get(i - 1))).isGreaterThanOrEqualTo(Duration.ofMillis(6));
        }
    }

    @Test
    void aJobThatThrowsHarmsNoOther() throws Exception {
        try (ComputePool pool = pool(10, 10, Duration.ofMinutes(1))) {
            Job broken = pool.submit(Requester.named("a"), new Slices("a", 1, told) {
                @Override
                public boolean advance(BooleanSupplier over) {
                    throw new IllegalStateException("a defect, on purpose");
                }
            });
            assertThat(broken.done()).failsWithin(Duration.ofSeconds(10));
            assertThat(told).containsExactly("a failed");
            pool.submit(Requester.named("b"), new Slices("b", 1, told)).done().get();
        }
    }

    @Test
    void aPausedJobGetsNoTurnsUntilItIsContinuedOrCancelled() throws Exception {
        try (ComputePool pool = pool(4, 10, Duration.ofMinutes(1))) {
            CountDownLatch go = new CountDownLatch(1);
            block(pool, go);
            Job continued = pool.submit(Requester.named("a"), new Slices("continued", 3, told));
            Job cancelled = pool.submit(Requester.named("a"), new Slices("stopped", 3, told));
            continued.pause();
            cancelled.pause();
            Job other = pool.submit(Requester.named("b"), new Slices("other", 9, told));
            go.countDown();
            other.done().get(10, TimeUnit.SECONDS);
            // A turn that was due already is taken.
            assertThat(Collections.frequency(told, "continued")).isLessThan(2);
            continued.resume();
            continued.done().get(10, TimeUnit.SECONDS);
            assertThat(Collections.frequency(told, "continued")).isEqualTo(3);
            cancelled.cancel();
            cancelled.done().get(10, TimeUnit.SECONDS);
            assertThat(told).contains("stopped cancelled");
            assertThat(pool.unfinishedJobs()).isZero();
        }
    }

    @Test
    void aJobHearsThatItIsHeldAndThatItGoesOn() throws Exception {
        try (ComputePool pool = pool(4, 10, Duration.ofMinutes(1))) {
            CountDownLatch go = new CountDownLatch(1);
            block(pool, go);
            Job job = pool.submit(Requester.named("a"), new Slices("a", 1, told) {
                @Override
                public void hold() {
                    told.add("held");
                }

                @Override
                public void goOn() {
                    told.add("goes on");
                }
            });
            job.pause();
            job.resume();
            go.countDown();
            job.done().get(10, TimeUnit.SECONDS);
            assertThat(told).containsExactly("held", "goes on", "a");
        }
    }

    /** Looks back so many times whenever it is paused, each as long as that much computing takes. */
    private class LooksBack extends Slices {
        private final long nanos;
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile int left;
        private volatile int turns;
        volatile int looks;
        volatile int spent;

        LooksBack(String name, int looks, Duration each) {
            super(name, Integer.MAX_VALUE, ComputePoolTest.this.told);
            this.left = looks;
            this.nanos = each.toNanos();
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            begun.countDown();
            turns++;
            return super.advance(over);
        }

        @Override
        public boolean looksBack() {
            return left > 0;
        }

        @Override
        public void lookBack(BooleanSupplier over) {
            long until = THREADS.getCurrentThreadCpuTime() + nanos;
            while (THREADS.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
            }
            left--;
            looks++;
        }

        @Override
        public void lookingBackSpent() {
            spent++;
        }
    }

    @Test
    void aPausedJobLooksBackAndThenWaits() throws Exception {
        try (ComputePool pool = pool(4, 10, Duration.ofMinutes(1))) {
            LooksBack looking = new LooksBack("looking", 3, Duration.ZERO);
            Job job = pool.submit(Requester.named("a"), looking);
            assertThat(looking.begun.await(10, TimeUnit.SECONDS)).isTrue();
            job.pause();
            Awaitility.await().until(() -> looking.left == 0);
            pool.submit(Requester.named("b"), new Slices("other", 5, told)).done().get(10, TimeUnit.SECONDS);
            int turns = looking.turns;
            pool.submit(Requester.named("b"), new Slices("other", 5, told)).done().get(10, TimeUnit.SECONDS);
            assertThat(looking.turns).as("it waits").isEqualTo(turns);
            job.resume();
            Awaitility.await().until(() -> looking.turns > turns);
            job.cancel();
            job.done().get(10, TimeUnit.SECONDS);
            assertThat(looking.looks).isEqualTo(3);
            assertThat(looking.spent).isZero();
        }
    }

    /** The only thread is free for it between two looks, of which there is no end. */
    @Test
    void oneThatLooksBackGoesOnAtOnce() throws Exception {
        try (ComputePool pool = pool(4, 10, Duration.ofMinutes(1))) {
            LooksBack looking = new LooksBack("looking", Integer.MAX_VALUE, Duration.ofMillis(5));
            Job job = pool.submit(Requester.named("a"), looking);
            assertThat(looking.begun.await(10, TimeUnit.SECONDS)).isTrue();
            job.pause();
            Awaitility.await().until(() -> looking.looks > 3);
            int turns = looking.turns;
            job.resume();
            Awaitility.await().until(() -> looking.turns > turns + 3);
            int looks = looking.looks;
            Awaitility.await().until(() -> looking.turns > turns + 6);
            assertThat(looking.looks).isEqualTo(looks);
            job.pause();
            Awaitility.await().until(() -> looking.looks > looks);
            job.cancel();
            job.done().get(10, TimeUnit.SECONDS);
            assertThat(told).endsWith("looking cancelled");
        }
    }

    @Test
    void lookingBackTakesNothingFromABudgetAndHasOneOfItsOwn() throws Exception {
        try (ComputePool pool = pool(4, 10, Duration.ofMillis(100))) {
            LooksBack looking = new LooksBack("looking", Integer.MAX_VALUE, Duration.ofMillis(5)) {
                @Override
                public boolean advance(BooleanSupplier over) {
                    super.advance(over);
                    return looks > 3;
                }
            };
            CountDownLatch go = new CountDownLatch(1);
            block(pool, go);
            Job job = pool.submit(Requester.named("a"), looking);
            job.pause();
            go.countDown();
            pool.submit(Requester.named("b"), new Slices("other", 1, told)).done().get(10, TimeUnit.SECONDS);
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> {
                int before = looking.looks;
                Thread.sleep(20);
                return before > 3 && before == looking.looks;
            });
            assertThat(looking.looks).as("after the budget's time").isLessThan(60);
            assertThat(looking.spent).as("it is told once").isEqualTo(1);
            job.resume();
            job.done().get(10, TimeUnit.SECONDS);
            assertThat(told).doesNotContain("looking over budget");
        }
    }
}
