package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import descentlab.rig.OtherJvm;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No vector of a tile is an object once it is compiled, whatever the compiler knows of vectors of another length: in a JVM of its own
 * without the lesser compiler, whose counts tell it. On a machine whose longest vectors are the shorter ones there is one length.
 */
class TileAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int CALLS = 1000;
    private static final int K = 25;

    @ParameterizedTest
    @ValueSource(strings = {"LONG SHORT", "SHORT LONG", "LONG SHORT LONG"})
    void vectorsOfTwoLengthsDoNotMakeObjectsOfEachOther(String lengths) throws Exception {
        List<String> options = List.of("-XX:-TieredCompilation", "--add-modules", "jdk.incubator.vector");
        assertThat(OtherJvm.lines(TileAllocationTest.class, options, lengths))
                .as("bytes in %d calls", CALLS)
                .hasSize(4 * lengths.split(" ").length)
                .allMatch(line -> line.endsWith(": 0"));
    }

    /** Prints what tiles allocate at last. */
    public static void main(String[] arguments) {
        for (String length : arguments[0].split(" ")) {
            VectorSpecies<Float> species = length.equals("LONG") ? VectorKernels.LONG : VectorKernels.SHORT;
            for (int[] size : List.of(new int[] {1, 1}, new int[] {12, 1}, new int[] {6, 2}, new int[] {8, 3})) {
                System.out.println(length + " " + size[0] + "x" + size[1] + ": " + least(length, species, size[0], size[1]));
            }
        }
    }

    private static long least(String length, VectorSpecies<Float> species, int rows, int vectors) {
        int lanes = species.length();
        Tile tile = new TileCompiler(rows, vectors, length, lanes, rows, true).compile();
        float[] a = new float[rows * K];
        float[] b = new float[vectors * lanes];
        float[] c = new float[rows * vectors * lanes];
        int[] aRows = RowStarts.apart(rows, K).at;
        int[] bRows = new int[K];
        long least = Long.MAX_VALUE;
        for (long end = System.nanoTime() + LONGEST.toNanos(); least > 0 && System.nanoTime() < end; ) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                tile.add(K, a, 0, aRows, 0, 1, b, 0, bRows, c, 0, vectors * lanes);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
