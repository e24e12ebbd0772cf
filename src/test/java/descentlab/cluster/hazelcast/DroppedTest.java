package descentlab.cluster.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DroppedTest {

    @Test
    void theLogHasOneLineAMinute(CapturedOutput log) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        Dropped dropped = new Dropped(now::get);
        for (int i = 0; i < 1000; i++) {
            dropped.add("of reason " + i);
        }
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        dropped.add("of something else");
        assertThat(log).contains("dropped, since of reason 0 (1 so far)").doesNotContain("reason 1", "something else");
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        dropped.add("of the last");
        assertThat(log).contains("dropped, since of the last (1002 so far)");
        assertThat(dropped.count()).isEqualTo(1002);
    }
}
