package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How guessing is slowed, by a clock that is set by hand. */
class SignInThrottleTest {

    private Instant now = Instant.parse("2026-09-01T08:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle((InstantSource) () -> now);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Optional<Duration> fail(String name, String address) {
        return throttle.tryNow(name, address);
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    @Test
    void fiveTriesUnderANameAreFreeThenTheWaitsDouble() {
        for (int i = 0; i < 5; i++) {
            assertThat(fail("ada", "a")).isEmpty();
        }
        for (long wait = 1; wait <= 256; wait *= 2) {
            assertThat(fail("ada", "a")).isEqualTo(seconds(wait));
            pass(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(fail("ada", "b")).as("from elsewhere too").contains(Duration.ofMillis(1));
            pass(Duration.ofMillis(1));
            assertThat(fail("ada", "a")).isEmpty();
        }
    }

    @Test
    void theWaitsUnderANameEndAtFiveMinutesSoThatNobodyIsKeptOutForLong() {
        for (int i = 0; i < 30; i++) {
            fail("ada", "address " + i);
            pass(Duration.ofMinutes(5));
        }
        assertThat(fail("ada", "x")).isEmpty();
        assertThat(fail("ada", "y")).isEqualTo(seconds(300));
    }

    @Test
    void anAddressHasTwentyFreeTriesForASchoolBehindIt() {
        for (int i = 0; i < 20; i++) {
            assertThat(fail("name " + i, "school")).isEmpty();
        }
        assertThat(fail("another", "school")).isEqualTo(seconds(1));
        assertThat(fail("another", "elsewhere")).isEmpty();
    }

    @Test
    void anAddressThatGoesOnWaitsHalfAnHour() {
        for (int i = 0; i < 60; i++) {
            fail("name " + i, "attacker");
            pass(Duration.ofMinutes(30));
        }
        fail("one", "attacker");
        assertThat(fail("two", "attacker")).isEqualTo(seconds(1800));
    }

    @Test
    void aTryThatHadToWaitIsNotCounted() {
        IntStream.range(0, 5).forEach(i -> fail("ada", "a"));
        for (int i = 0; i < 1000; i++) {
            assertThat(fail("ada", "a")).isEqualTo(seconds(1));
        }
        pass(Duration.ofSeconds(1));
        assertThat(fail("ada", "a")).isEmpty();
        assertThat(fail("ada", "a")).isEqualTo(seconds(2));
    }

    @Test
    void aSuccessLetsANameStartAnew() {
        IntStream.range(0, 5).forEach(i -> fail("ada", "a"));
        pass(Duration.ofSeconds(1));
        assertThat(fail("ada", "a")).isEmpty();
        throttle.succeeded("ada", "a");
        for (int i = 0; i < 5; i++) {
            assertThat(fail("ada", "a")).isEmpty();
        }
    }

    @Test
    void aSuccessDoesNotForgiveAnAddressWhatItFailedElsewhere() {
        for (int i = 0; i < 19; i++) {
            fail("victim " + i, "attacker");
        }
        assertThat(fail("own", "attacker")).isEmpty();
        throttle.succeeded("own", "attacker");
        assertThat(fail("victim", "attacker")).isEmpty();
        assertThat(fail("next", "attacker")).isEqualTo(seconds(1));
    }

    @Test
    void manySignInsOfASchoolCostItNothing() {
        for (int i = 0; i < 200; i++) {
            assertThat(fail("teacher " + i, "school")).isEmpty();
            throttle.succeeded("teacher " + i, "school");
        }
    }

    @Test
    void manyAtOnceAreCountedEach() throws InterruptedException {
        AtomicInteger passed = new AtomicInteger();
        Thread[] threads = IntStream.range(0, 100)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    if (fail("ada", "address " + i).isEmpty()) {
                        passed.incrementAndGet();
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(passed).hasValue(5);
    }

    @Test
    void afterADayAllIsForgotten() {
        IntStream.range(0, 5).forEach(i -> fail("ada", "a"));
        pass(Duration.ofDays(1));
        for (int i = 0; i < 5; i++) {
            assertThat(fail("ada", "a")).isEmpty();
        }
    }

    @Test
    void itRemembersNoMoreThanItHasRoomFor() {
        for (int i = 0; i < 3 * SignInThrottle.REMEMBERED; i++) {
            fail("name " + i, "address " + i);
        }
        assertThat(throttle.remembered()).isLessThanOrEqualTo(SignInThrottle.REMEMBERED);
    }

    @Test
    void theWaitIsSaidInWholeSecondsAndNeverTooShort() {
        assertThat(new TooManyTries(Duration.ofMillis(1)).seconds()).isEqualTo(1);
        assertThat(new TooManyTries(Duration.ofMillis(1001)).getMessage()).contains("2 seconds");
        assertThat(new TooManyTries(Duration.ofSeconds(1)).getMessage()).contains("1 second,");
        assertThat(new TooManyTries(Duration.ofSeconds(121)).getMessage()).contains("3 minutes");
    }
}
