package descentlab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.experiment.FieldRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FieldGridsTest {

    private static final int MANY = 20;

    private final FieldGrids grids = new FieldGrids();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private static FieldRequest request(int rows) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("objective", "ellipse");
        query.add("window", "-1,1,-1,1");
        query.add("columns", "20");
        query.add("rows", String.valueOf(rows));
        return FieldRequest.read(query).orThrow();
    }

    /** Computes slowly, once it may. */
    private byte[] slowly() throws InterruptedException {
        int number = made.incrementAndGet();
        first.countDown();
        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
        return new byte[] {(byte) number};
    }

    private byte[] failing() throws InterruptedException {
        slowly();
        throw new IllegalStateException("too busy for one");
    }

    private List<Future<byte[]>> askAll(ExecutorService all, Callable<byte[]> ask) {
        return IntStream.range(0, MANY).mapToObj(i -> all.submit(ask)).toList();
    }

    @Test
    void manyWhoAskAtOnceGetOne() throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> asked = askAll(all, () -> grids.of(request(10), this::slowly));
            first.await();
            go.countDown();
            for (Future<byte[]> one : asked) {
                assertThat(one.get(20, TimeUnit.SECONDS)).containsExactly(1);
            }
        }
        assertThat(grids.of(request(10), this::slowly)).containsExactly(1);
        assertThat(grids.of(request(11), this::slowly)).containsExactly(2);
    }

    @Test
    void whatFailsForOneIsComputedForTheOthers() throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> failed = all.submit(() -> grids.of(request(10), this::failing));
            first.await();
            List<Future<byte[]>> asked = askAll(all, () -> grids.of(request(10), this::slowly));
            go.countDown();
            assertThatThrownBy(failed::get).hasRootCauseMessage("too busy for one");
            for (Future<byte[]> one : asked) {
                assertThat(one.get(20, TimeUnit.SECONDS)).hasSize(1);
            }
        }
    }
}
