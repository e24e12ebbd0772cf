package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MemoryCountersTest extends CountersContract {

    @Override
    Counters counters(InstantSource clock) {
        return new MemoryCounters(clock);
    }

    @Test
    void clientsThatComeByThousandsDoNotFillTheMemory() {
        MemoryCounters memory = (MemoryCounters) counters;
        Allowance codes = new Allowance("codes", 60, 1);
        for (int i = 0; i < 3 * MemoryCounters.REMEMBERED; i++) {
            memory.take(codes, "10." + i);
        }
        assertThat(memory.remembered(codes)).isEqualTo(MemoryCounters.REMEMBERED);
    }
}
