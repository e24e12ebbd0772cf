package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void theFileIsTheOneThatTheSheetSpeaksOf() throws Exception {
        byte[] bytes;
        try (var in = Digits.class.getResourceAsStream(Digits.RESOURCE)) {
            bytes = in.readAllBytes();
        }
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(Digits.SHEET.checksums().getFirst().value());
    }

    @Test
    void theFirstTrainAndTheRestTest() throws IOException {
        ImageData all = Digits.read();
        assertThat(all.training().count()).isEqualTo(1500);
        assertThat(all.test().count()).isEqualTo(297);
        assertThat(all.training().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(IntStream.range(0, 10).map(all.training()::label)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(all.test().label(296)).isEqualTo(8);
    }

    @Test
    void shadesAreSpreadOverThoseOfAPicture() throws IOException {
        float[] pixels = new float[64];
        Digits.read().training().pixels(0, pixels, 0, 8);
        // The first row of the file begins 0,0,5,13,9,1,0,0.
        assertThat(pixels).startsWith(0, 0, 80 / 255f, 207 / 255f, 143 / 255f, 16 / 255f, 0, 0);
        Digits.read().training().pixels(1, pixels, 0, 8);
        assertThat(pixels).contains(1);
    }

    @Test
    void whatIsWrongInAFileIsNamed() {
        String row = "0" + ",0".repeat(64);
        assertRefused(row, "expected 1797 rows, got 1");
        assertRefused(whole(row, row + ",0"), "row 2 has 66 numbers instead of 65");
        assertRefused(whole(row, row.replaceFirst("0", "17")), "row 2 has a shade beyond 0 to 16");
        assertRefused(whole(row, row.replaceFirst("0", "x")), "row 2 holds something that is no whole number");
    }

    private static String whole(String row, String second) {
        return row + "\n" + second + "\n" + String.join("\n", Collections.nCopies(Digits.ALL - 2, row));
    }

    private static void assertRefused(String text, String words) {
        assertThatThrownBy(() -> Digits.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }
}
