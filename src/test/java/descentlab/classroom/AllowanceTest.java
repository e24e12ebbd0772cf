package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

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
}
