package descentlab.dataset;

import java.util.List;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DataSheetTest {

    @Test
    void theChecksumShownIsThatOfTheFileThatIsRead() throws Exception {
        DataSheet.Checksum shown =
                Airfoil.SHEET.checksums().getFirst();
        MessageDigest digest = MessageDigest.getInstance(shown.algorithm());
        try (InputStream file = new DigestInputStream(Airfoil.class.getResourceAsStream(shown.file()), digest)) {
            file.readAllBytes();
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(shown.value());
    }

    @Test
    void measuredRowsAreThoseOfTheFile() {
        assertThat(Airfoil.measured(1).getFirst()).containsExactly(800, 0, 0.3048, 71.3, 0.00266337, 126.201);
        assertThat(Airfoil.measured(Airfoil.ROWS)).hasSize(Airfoil.ROWS);
    }

    @Test
    void whatIsSyntheticSaysSoInItsTitle() {
        for (DataSheet sheet : List.of(Airfoil.SHEET, ZipfText.SHEET, FashionMnist.SHEET, Silhouettes.SHEET, Digits.SHEET)) {
            assertThat(sheet.title().contains("ynthetic")).as(sheet.name()).isEqualTo(sheet.synthetic());
        }
    }
}
