package descentlab.dataset;

import descentlab.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Synthetic text whose word frequencies follow Zipf's law, with labels from known weights: made here, not real text.
 *
 * <p>Each of n documents draws its words independently, word r of d with probability proportional to 1/r; a feature is
 * 1 if the word occurs in the document, else 0. Each word has a true weight, normal with deviation 1; the label is 1
 * with probability 1/(1 + exp(-z)), else 0, with z the sum of the weights of the document's words. So the weights that
 * learning should find are known, for frequent and rare words alike.
 *
 * @param table the documents; rows are documents, columns are words by falling frequency
 * @param weights the true weight of each word
 */
public record ZipfText(SparseTable table, double[] weights) {

    /** Name in links. */
    public static final String NAME = "zipf-text";

    /** Documents. */
    public static final int DOCUMENTS = 8_000;

    /** Words in the vocabulary. */
    public static final int WORDS = 500;

    /** Words drawn for a document, some of them more than once. */
    public static final int DRAWS = 20;

    /** What it is made from. */
    public static final long SEED = 0;

    /** What is to be known of it. */
    public static final DataSheet SHEET = new DataSheet(
            NAME,
            "Zipf text, synthetic",
            true,
            "Documents of " + DRAWS + " words drawn from " + WORDS + ", the r-th word with"
                    + " probability proportional to 1/r (Zipf's law), so that a few words are nearly everywhere"
                    + " and most are rare. A feature is 1 if its word occurs. Every word has a true weight, and a"
                    + " document's label is drawn by the logistic model with these: so what was learned of a word"
                    + " can be held against the truth.",
            String.format("%,d documents, all of which train", DOCUMENTS),
            "Synthetic: made by this application from a fixed seed; no real text is in it.",
            "none needed",
            List.of());

    private static final int[] BAND_ENDS = {5, 20, 80, 200, WORDS};

    /** Made when it is first asked for, so that its name and sizes can be had without it. */
    private static final class Standard {
        private static final ZipfText TEXT = make(DOCUMENTS, WORDS, DRAWS, SEED);
    }

    /**
     * A band of words of similar frequency.
     *
     * @param first its first word, an index from 0
     * @param end the word after its last one
     * @param documents how many documents a word of it is in, on average
     */
    public record Band(int first, int end, double documents) {}

    /** The data set as it is offered; made once, at the first call, shared, not to be written. */
    public static ZipfText standard() {
        return Standard.TEXT;
    }

    /**
     * As many documents again, drawn after those of the data set from the same weights: none of them is trained on, so
     * rates can be judged by them. Made anew at each call.
     */
    public static SparseTable heldOut() {
        SparseTable both = make(2 * DOCUMENTS, WORDS, DRAWS, SEED).table;
        int[] rowStarts = both.rowStarts();
        int first = rowStarts[DOCUMENTS];
        int end = rowStarts[2 * DOCUMENTS];
        return new SparseTable(
                NAME + "-held-out",
                both.featureNames(),
                Arrays.stream(rowStarts, DOCUMENTS, rowStarts.length).map(start -> start - first).toArray(),
                Arrays.copyOfRange(both.columns(), first, end),
                Arrays.copyOfRange(both.values(), first, end),
                Arrays.copyOfRange(both.targets(), DOCUMENTS, 2 * DOCUMENTS));
    }

    static ZipfText make(int documents, int words, int draws, long seed) {
        Random random = SeededRandom.SYNTHETIC_DATA.generator(seed);
        double[] weights = new double[words];
        for (int i = 0; i < words; i++) {
            weights[i] = random.nextGaussian();
        }
        double[] cumulative = cumulative(words);
        int[] rowStarts = new int[documents + 1];
        int[] columns = new int[documents * draws];
        double[] targets = new double[documents];
        BitSet present = new BitSet(words);
        for (int document = 0; document < documents; document++) {
            present.clear();
            for (int draw = 0; draw < draws; draw++) {
                present.set(word(cumulative, random.nextDouble()));
            }
            double z = 0;
            int entry = rowStarts[document];
            for (int word = present.nextSetBit(0); word >= 0; word = present.nextSetBit(word + 1)) {
                columns[entry++] = word;
                z += weights[word];
            }
            rowStarts[document + 1] = entry;
            targets[document] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
        }
        int entries = rowStarts[documents];
        double[] values = new double[entries];
        Arrays.fill(values, 1);
        List<String> names =
                IntStream.rangeClosed(1, words).mapToObj(rank -> "word " + rank).toList();
        return new ZipfText(
                new SparseTable(NAME, names, rowStarts, Arrays.copyOf(columns, entries), values, targets), weights);
    }

    /** Cumulative probabilities of the ranks. */
    private static double[] cumulative(int words) {
        double[] cumulative = new double[words];
        double sum = 0;
        for (int rank = 1; rank <= words; rank++) {
            sum += 1.0 / rank;
            cumulative[rank - 1] = sum;
        }
        for (int i = 0; i < words; i++) {
            cumulative[i] /= sum;
        }
        return cumulative;
    }

    private static int word(double[] cumulative, double uniform) {
        int found = Arrays.binarySearch(cumulative, uniform);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }

    /** The words in bands, the most frequent first. */
    public List<Band> bands() {
        int[] documents = new int[weights.length];
        for (int word : table.columns()) {
            documents[word]++;
        }
        List<Band> bands = new ArrayList<>();
        int first = 0;
        for (int end : BAND_ENDS) {
            bands.add(new Band(
                    first,
                    end,
                    Arrays.stream(documents, first, end).average().orElseThrow()));
            first = end;
        }
        return bands;
    }
}
