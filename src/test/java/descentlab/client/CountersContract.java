package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Counters.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all counters do, wherever they keep their counts; by a clock that is set by hand. */
abstract class CountersContract {

    private static final Allowance THREE = new Allowance("three", 3, 2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-01T08:00:00Z"));
    Counters counters;

    abstract Counters counters(InstantSource clock);

    @BeforeEach
    void start() {
        counters = counters(now::get);
    }

    private void pass(double seconds) {
        now.updateAndGet(time -> time.plusMillis(Math.round(seconds * 1000)));
    }

    private boolean take(String who) {
        return counters.take(THREE, who).isEmpty();
    }

    @Test
    void soManyAtOnceThenSoManyASecond() {
        assertThat(take("a") && take("a") && take("a")).isTrue();
        assertThat(counters.take(THREE, "a")).contains(Duration.ofMillis(500));
        pass(0.25);
        assertThat(counters.awaited(THREE, "a")).contains(Duration.ofMillis(250));
        pass(0.25);
        assertThat(counters.awaited(THREE, "a")).isEmpty();
        assertThat(take("a")).as("asking took none").isTrue();
        assertThat(take("a")).isFalse();
        pass(3600);
        assertThat(take("a") && take("a") && take("a")).isTrue();
        assertThat(take("a")).isFalse();
    }

    @Test
    void whatOneTakesNobodyElseMisses() {
        assertThat(take("a") && take("a") && take("a")).isTrue();
        assertThat(take("a")).isFalse();
        assertThat(take("b")).isTrue();
        assertThat(counters.take(new Allowance("other", 3, 2), "a")).isEmpty();
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        assertThat(take("a") && take("a") && take("a")).isTrue();
        pass(-100);
        assertThat(take("a")).isFalse();
    }

    @Test
    void aStrangerMayHaveToWaitFirst() {
        Allowance late = new Allowance("late", 1, 0.1, 0);
        assertThat(counters.take(late, "a")).contains(Duration.ofSeconds(10));
        pass(10);
        assertThat(counters.take(late, "a")).isEmpty();
        assertThat(counters.take(late, "b")).contains(Duration.ofSeconds(10));
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainButNotMore() {
        assertThat(take("a") && take("a") && take("a")).isTrue();
        counters.giveBack(THREE, "a");
        assertThat(take("a")).isTrue();
        assertThat(take("a")).isFalse();
        IntStream.range(0, 9).forEach(i -> counters.giveBack(THREE, "a"));
        assertThat(take("a") && take("a") && take("a")).isTrue();
        assertThat(take("a")).isFalse();
        counters.renew(THREE, "a");
        assertThat(take("a") && take("a") && take("a")).isTrue();
    }

    @Test
    void whatIsReleasedCanBeHeldAgainAndOnlyOnce() {
        Share two = Share.each("two", 2);
        Held first = counters.hold(two, "a").orElseThrow();
        counters.hold(two, "a").orElseThrow();
        assertThat(counters.hold(two, "a")).isEmpty();
        assertThat(counters.hold(two, "b")).isPresent();
        first.release();
        first.release();
        assertThat(counters.held(two, "a")).isEqualTo(1);
        assertThat(counters.held(two)).isEqualTo(2);
        assertThat(counters.hold(two, "a")).isPresent();
        assertThat(counters.hold(two, "a")).isEmpty();
    }

    @Test
    void whoGrabsAllTheyGetLeavesHalfToOthers() {
        Share seats = new Share("seats", 60, 60, 2);
        assertThat(grab(seats, "greedy")).isEqualTo(30);
        assertThat(grab(seats, "second")).isEqualTo(15);
        for (int i = 0; i < 7; i++) {
            assertThat(counters.hold(seats, "late " + i)).as("student " + i).isPresent();
            assertThat(counters.hold(seats, "late " + i)).as("student " + i).isPresent();
        }
        assertThat(counters.held(seats)).isLessThanOrEqualTo(60);
    }

    @Test
    void neverMoreThanThereIsIsHeld() {
        Share seats = new Share("seats", 5, 5, 5);
        assertThat(grab(seats, "a")).isEqualTo(5);
        assertThat(counters.hold(seats, "b")).isEmpty();
    }

    private int grab(Share share, String who) {
        List<Held> all = new ArrayList<>();
        for (Optional<Held> held = counters.hold(share, who); held.isPresent(); held = counters.hold(share, who)) {
            all.add(held.get());
        }
        return all.size();
    }

    @Test
    void manyAtOnceAreCountedEach() throws InterruptedException {
        Share share = Share.each("threads", 50);
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        Thread[] threads = IntStream.range(0, 100)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    counters.take(THREE, "a").ifPresentOrElse(wait -> {}, taken::incrementAndGet);
                    counters.hold(share, "a").ifPresent(one -> held.incrementAndGet());
                }))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken).hasValue(3);
        assertThat(held).hasValue(50);
    }
}
