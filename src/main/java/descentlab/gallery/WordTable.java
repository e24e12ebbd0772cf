package descentlab.gallery;

import descentlab.controls.DataTable;
import descentlab.dataset.ZipfText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Words of the synthetic text.
 *
 * @param positive how many documents have the label 1
 * @param documents how many documents each word is in, by rank
 * @param weights the true weights
 */
record WordTable(long positive, int[] documents, double[] weights) {

    private static final int FIRST = 10;
    private static final List<Integer> OTHERS = List.of(20, 50, 100, 200, 350, 500);

    /** Counts them on a thread of its own: the first call makes the text. */
    static CompletableFuture<WordTable> load() {
        return CompletableFuture.supplyAsync(
                WordTable::count, task -> Thread.ofVirtual().name("count-words").start(task));
    }

    static WordTable count() {
        ZipfText text = ZipfText.standard();
        int[] documents = new int[text.weights().length];
        for (int word : text.table().columns()) {
            documents[word]++;
        }
        long positive = IntStream.range(0, text.table().examples())
                .filter(i -> text.table().targets()[i] == 1)
                .count();
        return new WordTable(positive, documents, text.weights());
    }

    DataTable table() {
        int all = ZipfText.DOCUMENTS;
        return new DataTable(
                String.format(
                        Locale.ROOT,
                        "Classes: %,d documents with label 1, %,d with label 0. Some words, by falling frequency",
                        positive,
                        all - positive),
                List.of("word", "documents with it", "of all", "true weight"),
                IntStream.concat(IntStream.rangeClosed(1, FIRST), OTHERS.stream().mapToInt(Integer::intValue))
                        .mapToObj(rank -> List.of(
                                "word " + rank,
                                String.format(Locale.ROOT, "%,d", documents[rank - 1]),
                                String.format(Locale.ROOT, "%.1f %%", 100.0 * documents[rank - 1] / all),
                                String.format(Locale.ROOT, "%.3f", weights[rank - 1]).replace('-', '\u2212')))
                        .toList());
    }
}
