package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RepeatedCheckTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void askingItNeverLooks() {
        AtomicInteger looks = new AtomicInteger();
        RepeatedCheck watch = new RepeatedCheck("something", LONG, LONG, () -> {
            looks.incrementAndGet();
            return Health.up().build();
        });

        assertThat(watch.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(watch.isUp()).isTrue();
        assertThat(looks).hasValue(0);
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(looks).hasValue(1);
    }

    @Test
    void closingItDoesNotBreakIntoALook() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        RepeatedCheck watch = new RepeatedCheck("something", LONG, LONG, () -> {
            looking.countDown();
            boolean broken = false;
            try {
                closed.await();
                Thread.sleep(1);
            } catch (InterruptedException e) {
                broken = true;
            }
            interrupted.complete(broken);
            return Health.up().build();
        });
        watch.start();
        looking.await();
        watch.close();
        closed.countDown();
        assertThat(interrupted.join()).isFalse();
    }

    @Test
    void whatFailsIsDownAndIsLookedAtAgain() {
        AtomicInteger looks = new AtomicInteger();
        RepeatedCheck watch = new RepeatedCheck("something", LONG, LONG, () -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
            }
            return Health.up().build();
        });

        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.isUp()).isFalse();
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aLookThatDoesNotComeBackIsAFinding() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        try (RepeatedCheck watch = new RepeatedCheck("something", Duration.ZERO, Duration.ZERO, () -> {
            if (looks.incrementAndGet() == 2) {
                stuck.countDown();
                try {
                    never.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            }
            return Health.up().build();
        })) {
            watch.start();
            stuck.await();
            Thread.sleep(2); // older than no time at all
            assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(watch.health().getDetails()).containsKey("reason");
        }
        never.countDown();
    }
}
