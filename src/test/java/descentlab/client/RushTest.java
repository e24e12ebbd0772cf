package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RushTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // it may wrap, as the clock may
    private final Rush rush = new Rush(now::get);

    @Test
    void itIsOnFromARequestThatWaitsAndALittleLonger() {
        assertThat(rush.isOn()).isFalse();
        rush.waits();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(19));
        assertThat(rush.isOn()).isTrue();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(rush.isOn()).isFalse();
    }
}
