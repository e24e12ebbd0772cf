package descentlab.linalg;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.VectorSpecies;

/**
 * Cuts a product into {@link Tile}s of one length of vectors. Each tile is compiled when it is first asked for, once for all
 * threads; an instance remembers what it was given: one thread at a time.
 */
final class Tiles {

    /**
     * Most rows of a tile that is one vector wide, two, three, so that its sums have registers beside those of a row of B and
     * an entry of A. AVX2 has 16 of them, AVX-512 32; a tile of 28 rows does not always get them.
     */
    private static final int[] FEW = {12, 6};

    private static final int[] MANY = {16, 10, 8};

    private static final int SIZES = 32;

    private static final Map<String, Tile> COMPILED = new ConcurrentHashMap<>();

    private final String species;
    private final int lanes;
    private final int[] rows;

    /** By the arguments of {@link #tile}, as digits. */
    private final Tile[] known;

    /**
     * Tiles.
     *
     * @param name of the field of {@link VectorKernels} that has the species
     * @param species how long a vector is
     * @param many whether there are 32 registers
     */
    Tiles(String name, VectorSpecies<Float> species, boolean many) {
        this.species = name;
        this.lanes = species.length();
        this.rows = many ? MANY : FEW;
        this.known = new Tile[2 * (rows.length + 1) * SIZES * SIZES];
    }

    /** As {@link FloatKernels#multiply}, for a C that is {@code count} vectors wide. */
    void multiply(
            int m, int count, int k,
            float[] a, int aAt, RowStarts aRows, int aColumn,
            float[] b, int bAt, RowStarts bRows,
            float[] c, int cAt, int cRow) {
        if (count == 0) {
            return;
        }
        boolean one = aRows.run >= m;
        int groups = (count + rows.length - 1) / rows.length;
        for (int group = 0; group < groups; group++) {
            int from = count * group / groups;
            int width = count * (group + 1) / groups - from;
            int most = rows[width - 1];
            int run = aRows.run <= most && m % aRows.run == 0 ? aRows.run : 1;
            int block = one ? most : most / run * run;
            for (int first = 0; first < m; first += block) {
                int height = Math.min(block, m - first);
                tile(height, width, one ? height : run, aColumn == 1).add(
                        k, a, aAt, aRows.at, first, aColumn, b, bAt + from * lanes, bRows.at,
                        c, cAt + first * cRow + from * lanes, cRow);
            }
        }
    }

    private Tile tile(int height, int width, int run, boolean along) {
        int place = ((width * SIZES + height) * SIZES + run) * 2 + (along ? 1 : 0);
        if (known[place] == null) {
            known[place] = COMPILED.computeIfAbsent(
                    species + place, key -> new TileCompiler(height, width, species, lanes, run, along).compile());
        }
        return known[place];
    }
}
