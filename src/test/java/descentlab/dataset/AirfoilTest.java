package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AirfoilTest {

    @Test
    void isTheFileItSaysItIs() throws Exception {
        try (InputStream in = Airfoil.class.getResourceAsStream("airfoil_self_noise.dat")) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo("76e5be1548fd8222e5074cf0faae75edff8cf93f");
        }
    }

    @Test
    void hasFifteenHundredRowsOfFiveFeatures() {
        assertThat(Airfoil.training().examples()).isEqualTo(1500);
        assertThat(Airfoil.training().width()).isEqualTo(5);
    }

    @Test
    void aBrokenFileIsNamedByItsRow() {
        assertThatIOException().isThrownBy(() -> read("1\t2\t3\n")).withMessageContaining("row 1 has 3 columns");
        assertThatIOException().isThrownBy(() -> read("1\t2\t3\t4\t5\tx\n")).withMessageContaining("row 1");
        assertThatIOException().isThrownBy(() -> read("1\t2\t3\t4\t5\t6\n")).withMessageContaining("got 1");
    }

    private static double[] read(String text) throws java.io.IOException {
        return Airfoil.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
