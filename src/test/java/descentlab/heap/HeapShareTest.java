package descentlab.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapShareTest {

    /** The collector needs some room to work in. */
    @Test
    void theSharesTogetherLeaveSomeOfTheHeap() {
        assertThat(Stream.of(HeapShare.values()).mapToInt(HeapShare::percent).sum()).isLessThan(95);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 512, 768, 4096})
    void allTogetherFitBesideTheApplication(int megabytes) {
        long heap = (long) megabytes << 20;
        long shared = Stream.of(HeapShare.values()).mapToLong(share -> share.of(heap)).sum();
        assertThat(HeapShare.APPLICATION + shared).isLessThan((long) (0.97 * heap));
    }

    @Test
    void evenTheSmallestHeapHasRoomForOne() {
        for (HeapShare share : HeapShare.values()) {
            assertThat(share.of(64L << 20)).isPositive();
            assertThat(share.room(Long.MAX_VALUE)).isOne();
        }
    }
}
