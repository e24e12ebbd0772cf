package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.account.SignInThrottle.Try;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How guessing is slowed and nobody kept out, by a clock that is set by hand. */
class SignInThrottleTest {

    private static final String DEVICE = "a known device of ada's";

    private Instant now = Instant.parse("2026-09-01T08:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle(Counters.inMemory(() -> now));

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** A try that fails: how long it would have to wait, or nothing if it was let through. */
    private Duration fail(String name, String address) {
        try (Try failed = throttle.stranger(name, Client.of(address))) {
            return Duration.ZERO;
        } catch (TooManyTries wait) {
            return Duration.ofSeconds(wait.seconds());
        }
    }

    private boolean passes(String name, String address) {
        return fail(name, address).isZero();
    }

    private static String address(int i) {
        return "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
    }

    private void attackFromOne() {
        IntStream.range(0, 500).forEach(i -> fail("ada", "10.0.0.1"));
    }

    private void attackFromMany() {
        IntStream.range(0, 5000).forEach(i -> fail("ada", address(i)));
    }

    @Test
    void whoIsAttackedFromOneAddressComesInFromAnyOtherAtOnce() {
        attackFromOne();
        assertThat(passes("ada", "192.0.2.1")).isTrue();
        assertThat(passes("bob", "192.0.2.1")).isTrue();
    }

    @Test
    void aKnownDeviceComesInAtOnceWhateverOthersTry() {
        attackFromOne();
        attackFromMany();
        for (int i = 0; i < 200; i++) {
            try (Try mine = throttle.known(DEVICE)) {
                mine.succeeded();
            }
        }
    }

    @Test
    void anUnknownDeviceWaitsAMinuteAtMostWhileTheAttackGoesOnFromManyAddresses() {
        attackFromMany();
        assertThat(fail("ada", "192.0.2.1")).isLessThanOrEqualTo(Duration.ofMinutes(1)).isPositive();
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            int from = 5000 + 100 * second;
            IntStream.range(from, from + 100).forEach(i -> fail("ada", address(i)));
        }
        assertThat(passes("ada", "192.0.2.1")).isTrue();
    }

    @Test
    void tryingAgainWhileOneWaitsMakesNoWaitLonger() {
        attackFromMany();
        fail("ada", "192.0.2.1");
        int waited = 0;
        for (Duration left = Duration.ofMinutes(1); !left.isZero(); left = fail("ada", "192.0.2.1")) {
            assertThat(left).isLessThanOrEqualTo(Duration.ofSeconds(60 - waited));
            pass(Duration.ofSeconds(1));
            waited++;
        }
        assertThat(waited).isBetween(1, 60);
    }

    @Test
    void guessingFromOneAddressStaysSlow() {
        assertThat(guesses("ada", "10.0.0.1", Duration.ofHours(1))).isBetween(60, 66);
    }

    @Test
    void guessingNamesFromOneAddressStaysSlowToo() {
        int passed = 0;
        for (int second = 0; second < 3600; second++) {
            passed += passes("name " + second, "10.0.0.1") ? 1 : 0;
            pass(Duration.ofSeconds(1));
        }
        assertThat(passed).isBetween(120, 141);
    }

    @Test
    void guessingFromAHundredAddressesGetsOneTryAMinuteEachAndNoneAtOnce() {
        int passed = 0;
        for (int second = 0; second < 600; second++) {
            for (int i = 0; i < 100; i++) {
                passed += passes("ada", address(i)) ? 1 : 0;
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(passed).isBetween(900, 1100);
    }

    @Test
    void aThiefOfADeviceGuessesSlowly() {
        int passed = 0;
        for (int second = 0; second < 3600; second++) {
            try (Try failed = throttle.known(DEVICE)) {
                passed++;
            } catch (TooManyTries wait) {
                assertThat(wait.seconds()).isLessThanOrEqualTo(30);
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(passed).isBetween(120, 131);
    }

    private int guesses(String name, String address, Duration time) {
        int passed = 0;
        for (long second = 0; second < time.toSeconds(); second++) {
            passed += passes(name, address) ? 1 : 0;
            pass(Duration.ofSeconds(1));
        }
        return passed;
    }

    @Test
    void fiveTriesOfAStrangerAreFree() {
        for (int i = 0; i < 5; i++) {
            assertThat(passes("ada", "a")).isTrue();
        }
        long before = Refusal.SIGN_IN.counted();
        assertThat(fail("ada", "a")).isEqualTo(Duration.ofMinutes(1));
        assertThat(Refusal.SIGN_IN.counted()).isEqualTo(before + 1);
    }

    @Test
    void aSuccessLetsANameStartAnewThere() {
        IntStream.range(0, 4).forEach(i -> fail("ada", "10.0.0.1"));
        try (Try right = throttle.stranger("ada", Client.of("10.0.0.1"))) {
            right.succeeded();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(passes("ada", "10.0.0.1")).isTrue();
        }
    }

    @Test
    void aSuccessDoesNotForgiveAnAddressWhatItFailedElsewhere() {
        for (int i = 0; i < 19; i++) {
            fail("victim " + i, "10.0.0.1");
        }
        try (Try own = throttle.stranger("own", Client.of("10.0.0.1"))) {
            own.succeeded();
        }
        assertThat(passes("victim", "10.0.0.1")).isTrue();
        assertThat(passes("next", "10.0.0.1")).isFalse();
    }

    @Test
    void manySignInsOfASchoolCostItNothing() {
        for (int i = 0; i < 200; i++) {
            try (Try right = throttle.stranger("teacher " + i, Client.of("10.0.0.1"))) {
                right.succeeded();
            }
        }
    }

    @Test
    void manyAtOnceAreCountedEach() throws InterruptedException {
        AtomicInteger passed = new AtomicInteger();
        Thread[] threads = IntStream.range(0, 100)
                .mapToObj(i -> Thread.startVirtualThread(() -> passed.addAndGet(passes("ada", "10.0.0.1") ? 1 : 0)))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(passed.get()).isBetween(1, 5);
    }

    @Test
    void soManyAreCheckedAtATimeThatAKnownDeviceWaitsShortly() {
        List<Try> underWay = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            try {
                underWay.add(throttle.stranger("name " + i, Client.of(address(i))));
            } catch (TooManyTries wait) {
                assertThat(wait.seconds()).isEqualTo(5);
            }
        }
        assertThat(underWay).hasSize(SignInThrottle.AT_ONCE.all());
        throttle.known(DEVICE).close();
        underWay.forEach(Try::close);
        assertThat(passes("name 99", address(99))).isTrue();
    }

    @Test
    void theWaitIsSaidInWholeSecondsAndNeverTooShort() {
        assertThat(new TooManyTries(Duration.ofMillis(1)).seconds()).isEqualTo(1);
        assertThat(new TooManyTries(Duration.ofMillis(1001)).getMessage()).contains("2 seconds");
        assertThat(new TooManyTries(Duration.ofSeconds(1)).getMessage()).contains("1 second,");
        assertThat(new TooManyTries(Duration.ofSeconds(121)).getMessage()).contains("3 minutes");
    }
}
