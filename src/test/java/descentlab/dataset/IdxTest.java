package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An IDX file is read if it is exactly what is expected, and refused with a reason otherwise. */
class IdxTest {

    private static byte[] file(int magic, int count, int... entries) {
        ByteBuffer file = ByteBuffer.allocate(8 + entries.length).putInt(magic).putInt(count);
        Arrays.stream(entries).forEach(entry -> file.put((byte) entry));
        return file.array();
    }

    private static byte[] read(byte[] file) throws IOException {
        return Idx.read(new ByteArrayInputStream(file), "labels", 3);
    }

    @Test
    void readsWhatIsExpected() throws IOException {
        assertThat(read(file(0x801, 3, 7, 8, 255))).containsExactly(7, 8, 255);
    }

    @Test
    void refusesAnotherMagicNumber() {
        assertThatThrownBy(() -> read(file(0x803, 3, 7, 8, 9))).hasMessageContaining("00000803 instead of 00000801");
    }

    @Test
    void refusesACountOfBillionsBeforeMakingRoomForIt() {
        assertThatThrownBy(() -> read(file(0x801, -1, 7, 8, 9))).hasMessageContaining("4294967295");
    }

    @Test
    void refusesAFileThatIsCutShortAnywhere() throws IOException {
        byte[] whole = file(0x801, 3, 7, 8, 9);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessage("labels is cut short");
        }
    }

    @Test
    void refusesAFileThatGoesOn() {
        assertThatThrownBy(() -> read(file(0x801, 3, 7, 8, 9, 10))).hasMessageContaining("goes on");
    }
}
