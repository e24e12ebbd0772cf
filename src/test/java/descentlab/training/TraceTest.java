package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final List<String> COLUMNS = List.of("a", "b");

    @Test
    void itGrowsBeyondTheRoomItHas() {
        Trace trace = new Trace(COLUMNS, 3, false);
        for (int row = 0; row < 100; row++) {
            trace.add(row, -row);
        }
        assertThat(trace.rows()).isEqualTo(100);
        for (int row = 0; row < 100; row++) {
            assertThat(trace.at(row, 0)).isEqualTo(row);
            assertThat(trace.at(row, 1)).isEqualTo(-row);
        }
        assertThat(trace.values(98)).containsExactly(98, -98, 99, -99);
        assertThat(trace.last(1)).isEqualTo(-99);
    }

    @Test
    void itGrowsFromNoRoomAndWithoutRowsHasNoLast() {
        Trace trace = new Trace(COLUMNS, 0, false);
        assertThat(trace.last(0)).isNaN();
        assertThat(trace.values()).isEmpty();
        trace.add(1, 2);
        assertThat(trace.values()).containsExactly(1, 2);
    }

    @Test
    void ofTheLastRowOnlyThatIsKept() {
        Trace trace = new Trace(COLUMNS, 100, true);
        trace.add(1, 2);
        trace.add(3, 4);
        assertThat(trace.rows()).isOne();
        assertThat(trace.values()).containsExactly(3, 4);
    }

    @Test
    void aCopyGrowsApart() {
        Trace trace = new Trace(COLUMNS, 1, false);
        trace.add(1, 2);
        Trace copy = trace.copy();
        trace.add(3, 4);
        copy.add(5, 6);
        assertThat(trace.values()).containsExactly(1, 2, 3, 4);
        assertThat(copy.values()).containsExactly(1, 2, 5, 6);
    }
}
