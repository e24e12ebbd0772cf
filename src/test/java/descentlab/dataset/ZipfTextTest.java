package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZipfTextTest {

    private static final ZipfText TEXT = ZipfText.standard();

    @Test
    void isTheSameOnEveryMachine() {
        ZipfText again = ZipfText.make(ZipfText.DOCUMENTS, ZipfText.WORDS, ZipfText.DRAWS, 0);
        assertThat(again.table().columns()).isEqualTo(TEXT.table().columns());
        assertThat(again.table().targets()).isEqualTo(TEXT.table().targets());
        assertThat(Arrays.hashCode(TEXT.table().columns())).isEqualTo(801345633);
        assertThat(Arrays.hashCode(TEXT.table().targets())).isEqualTo(-2063755263);
        assertThat(ZipfText.make(10, 50, 5, 1).weights()).isNotEqualTo(ZipfText.make(10, 50, 5, 2).weights());
    }

    @Test
    void whatIsHeldOutIsDrawnAfterWhatIsTrainedOn() {
        SparseTable both = ZipfText.make(2 * ZipfText.DOCUMENTS, ZipfText.WORDS, ZipfText.DRAWS, 0).table();
        SparseTable heldOut = ZipfText.heldOut();
        int trained = TEXT.table().columns().length;
        assertThat(Arrays.copyOf(both.columns(), trained)).isEqualTo(TEXT.table().columns());
        assertThat(Arrays.copyOfRange(both.columns(), trained, both.columns().length)).isEqualTo(heldOut.columns());
        assertThat(Arrays.copyOfRange(both.targets(), ZipfText.DOCUMENTS, 2 * ZipfText.DOCUMENTS))
                .isEqualTo(heldOut.targets());
        assertThat(heldOut.examples()).isEqualTo(ZipfText.DOCUMENTS);
    }

    @Test
    void wordFrequenciesFollowZipf() {
        // A word of probability p is in a document of m draws with probability 1 - (1 - p)^m.
        double harmonic = 0;
        for (int rank = 1; rank <= ZipfText.WORDS; rank++) {
            harmonic += 1.0 / rank;
        }
        int[] documents = new int[ZipfText.WORDS];
        for (int word : TEXT.table().columns()) {
            documents[word]++;
        }
        for (int rank : new int[] {1, 2, 10, 50}) {
            double share = 1 - StrictMath.pow(1 - 1 / (rank * harmonic), ZipfText.DRAWS);
            double deviation = Math.sqrt(share * (1 - share) / ZipfText.DOCUMENTS);
            assertThat(documents[rank - 1] / (double) ZipfText.DOCUMENTS).isCloseTo(share, within(4 * deviation));
        }
    }

    @Test
    void rowsAreSortedWithoutRepetition() {
        SparseTable table = TEXT.table();
        for (int row = 0; row < table.examples(); row++) {
            for (int entry = table.rowStarts()[row] + 1; entry < table.rowStarts()[row + 1]; entry++) {
                assertThat(table.columns()[entry]).isGreaterThan(table.columns()[entry - 1]);
            }
        }
        assertThat(table.values()).containsOnly(1);
        assertThat(table.targets()).containsOnly(0, 1);
    }

    @Test
    void bandsCoverTheVocabularyByFallingFrequency() {
        List<ZipfText.Band> bands = TEXT.bands();
        assertThat(bands).hasSize(5);
        assertThat(bands.getFirst().first()).isZero();
        assertThat(bands.getLast().end()).isEqualTo(ZipfText.WORDS);
        for (int i = 1; i < bands.size(); i++) {
            assertThat(bands.get(i).first()).isEqualTo(bands.get(i - 1).end());
            assertThat(bands.get(i).documents()).isLessThan(bands.get(i - 1).documents());
        }
    }

    @Test
    void aTableWhosePartsDoNotFitIsRefused() {
        List<String> names = List.of("a", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> new SparseTable(
                "x", names, new int[] {0, 1}, new int[] {2}, new double[] {1}, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new SparseTable(
                "x", names, new int[] {0, 2}, new int[] {1}, new double[] {1}, new double[] {0}));
    }
}
