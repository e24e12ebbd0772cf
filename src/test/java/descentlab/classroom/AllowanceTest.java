package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;

    private void pass(double seconds) {
        now.updateAndGet(time -> time.plusMillis(Math.round(seconds * 1000)));
    }

    @Test
    void aBurstThenSoManyASecond() {
        Allowance allowance = new Allowance(3, 2, clock);
        assertThat(allowance.take() && allowance.take() && allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
        pass(0.5);
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
        pass(3600);
        assertThat(allowance.take() && allowance.take() && allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        Allowance allowance = new Allowance(1, 1, clock);
        assertThat(allowance.take()).isTrue();
        pass(-100);
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void wrongCodesAreThrottledByAddressAndNotForOthers() {
        WrongCodes wrong = new WrongCodes(clock);
        for (int i = 0; i < 60; i++) {
            wrong.check("10.0.0.1");
            wrong.count("10.0.0.1");
        }
        assertThatThrownBy(() -> wrong.check("10.0.0.1"))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("Too many wrong codes");
        assertThatCode(() -> wrong.check("10.0.0.2")).doesNotThrowAnyException();
        pass(1);
        assertThatCode(() -> wrong.check("10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void addressesThatComeByThousandsDoNotFillTheMemory() {
        WrongCodes wrong = new WrongCodes(clock);
        for (int i = 0; i < 50_000; i++) {
            wrong.count("10." + i);
        }
        assertThat(wrong.addresses()).isLessThanOrEqualTo(10_000);
    }
}
