package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.experiment.ExperimentException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsHadTest {

    private static final byte[] HEADER = Frame.json(Frame.Type.HEADER, Map.of());
    private static final byte[] PROGRESS = Frame.json(Frame.Type.PROGRESS, Map.of());
    private static final byte[] DETAIL = Frame.json(Frame.Type.DETAIL, Map.of());
    private static final byte[] SERIES_END = Frame.json(Frame.Type.SERIES_END, Map.of());
    private static final byte[] END = Frame.json(Frame.Type.END, Map.of());

    /** A series' rows from one on, of two values each, which say whose and which they are. */
    private static byte[] rows(int series, int from, int count) {
        double[] values = new double[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = series;
            values[2 * i + 1] = from + i;
        }
        return Frame.rows(series, 2, values);
    }

    @Test
    void whoHasNothingGetsAll() {
        List<byte[]> all = List.of(HEADER, PROGRESS, rows(0, 0, 3), DETAIL, rows(1, 0, 2), SERIES_END, END);
        assertThat(RowsHad.of("0").unread(all)).isEqualTo(all);
    }

    @Test
    void whatWasToldBesideRowsThatAreHadIsNotToldAgainButHowASeriesEnded() {
        List<byte[]> log = List.of(HEADER, rows(1, 0, 4), DETAIL, SERIES_END, PROGRESS, rows(0, 0, 3), DETAIL, rows(0, 3, 2), END);
        assertThat(RowsHad.of("3,4").unread(log)).usingRecursiveFieldByFieldElementComparator()
                .containsExactly(SERIES_END, DETAIL, rows(0, 3, 2), END);
    }

    @Test
    void rowsAreCutWhereTheReadersEnd() {
        assertThat(RowsHad.of("5").unread(List.of(HEADER, rows(0, 0, 8))))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(rows(0, 5, 3));
    }

    /** Wherever one log broke off, another of the same run with other frames is gone on with, and no row is lost or doubled. */
    @Test
    void logsOfOtherFramesFitTogether() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<Double>> read = new TreeMap<>();
            List<byte[]> broken = log(random);
            take(broken.subList(0, random.nextInt(broken.size() + 1)), read);
            String from = read.getOrDefault(0, List.of()).size() + "," + read.getOrDefault(1, List.of()).size();
            RowsHad had = RowsHad.of(from);
            List<byte[]> other = log(random);
            int cut = random.nextInt(other.size() + 1);
            take(had.unread(other.subList(0, cut)), read);
            take(had.unread(other.subList(cut, other.size())), read);
            assertThat(read).as("from %s, seed %d", from, seed).isEqualTo(Map.of(0, upTo(30), 1, upTo(20)));
        }
    }

    private static List<byte[]> log(Random random) {
        List<byte[]> log = new ArrayList<>(List.of(HEADER));
        int[] next = {0, 0};
        int[] all = {30, 20};
        while (next[0] < all[0] || next[1] < all[1]) {
            int series = random.nextInt(2);
            int count = Math.min(all[series] - next[series], 1 + random.nextInt(9));
            if (count > 0) {
                log.add(rows(series, next[series], count));
                next[series] += count;
                log.add(random.nextBoolean() ? DETAIL : PROGRESS);
            }
        }
        log.add(END);
        return log;
    }

    private static void take(List<byte[]> frames, Map<Integer, List<Double>> into) {
        for (byte[] frame : frames) {
            if (Frame.Type.ROWS.is(frame)) {
                List<Double> rows = into.computeIfAbsent(Frame.series(frame), series -> new ArrayList<>());
                DoubleBuffer values = ByteBuffer.wrap(frame, 9, frame.length - 9)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer();
                for (int i = 1; i < values.limit(); i += 2) {
                    rows.add(values.get(i));
                }
            }
        }
    }

    private static List<Double> upTo(int end) {
        return IntStream.range(0, end).mapToObj(i -> (double) i).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,,2", "1, 2", "x", "99999999999", ",", "1,2,", "0x1"})
    void whatIsNoPlaceIsRefused(String from) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> RowsHad.of(from))
                .satisfies(refused -> assertThat(refused.problem().parameter()).isEqualTo("from"));
    }
}
