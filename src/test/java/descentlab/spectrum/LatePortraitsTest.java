package descentlab.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatePortraitsTest {

    private final LatePortraits portraits = new LatePortraits();
    private final AtomicInteger painted = new AtomicInteger();

    private MatrixReading paint(String text) {
        painted.incrementAndGet();
        return MatrixReading.of(text);
    }

    private MatrixReading of(String text) throws InterruptedException {
        return portraits.of(text, () -> paint(text));
    }

    @Test
    void aClassThatAsksAtOnceHasItPaintedOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MatrixReading>> asked = new ArrayList<>();
            asked.add(people.submit(() -> portraits.of("2,1;1,3", () -> {
                begun.countDown();
                all.await();
                return paint("2,1;1,3");
            })));
            begun.await();
            for (int i = 0; i < 50; i++) {
                asked.add(people.submit(() -> of("2,1;1,3")));
            }
            all.countDown();
            MatrixReading first = asked.getFirst().get(10, TimeUnit.SECONDS);
            for (Future<MatrixReading> one : asked) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isSameAs(first);
            }
        }
        assertThat(painted).hasValue(1);
    }

    @Test
    void anotherTextIsAnotherPicture() throws InterruptedException {
        assertThat(of("2,1;1,3")).isNotEqualTo(of("2,1;1,4"));
        assertThat(of("1,2").mistake()).isNotNull();
        assertThat(painted).hasValue(3);
    }

    @Test
    void whatCouldNotBePaintedIsPaintedForWhoAsksNext() throws InterruptedException {
        assertThatThrownBy(() -> portraits.of("2,1;1,3", () -> {
                    throw new IllegalStateException("busy");
                }))
                .hasMessage("busy");
        assertThat(of("2,1;1,3").portrait()).isNotNull();
        assertThat(painted).hasValue(1);
    }

    @Test
    void oldOnesAndLongTextsAreNotKept() throws InterruptedException {
        of("2,1;1,3");
        for (int i = 0; i < 40; i++) {
            of("2,1;1," + (4 + i));
        }
        of("2,1;1,3");
        assertThat(painted).hasValue(42);
        String text = "2,1;1,3" + " ".repeat(5000);
        of(text);
        of(text);
        assertThat(painted).hasValue(44);
    }
}
