package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures are halved and centered as they are read. */
class PreparationTest {

    private static final ByteImages TWO = new ByteImages(
            List.of("a", "b"),
            4,
            2,
            new byte[] {0, 2, 4, 6, 0, 2, 4, (byte) 255, 10, 10, 10, 10, 10, 10, 10, 10},
            new byte[] {1, 0});

    private static float[] pixels(Images images, int index) {
        float[] pixels = new float[images.width() * images.height()];
        images.pixels(index, pixels, 0, images.width());
        return pixels;
    }

    @Test
    void nothingIsTheSamePictures() {
        assertThat(Preparation.NONE.of(TWO, TWO)).isSameAs(TWO);
        assertThat(Preparation.NONE.side(28)).isEqualTo(28);
    }

    @Test
    void aSquareBecomesItsMean() {
        Images halved = new Preparation(true, false).of(TWO, TWO);
        assertThat(halved.width()).isEqualTo(2);
        assertThat(halved.height()).isEqualTo(1);
        assertThat(halved.label(0)).isEqualTo(1);
        assertThat(pixels(halved, 0)[0] * 255).isCloseTo(1, within(1e-5f));
        assertThat(pixels(halved, 0)[1] * 255).isCloseTo((4 + 6 + 4 + 255) / 4f, within(1e-4f));
        assertThat(new Preparation(true, false).side(28)).isEqualTo(14);
    }

    @Test
    void theMeanOfTheTrainingPicturesIsTakenAway() {
        Images centered = new Preparation(false, true).of(TWO, TWO);
        for (int p = 0; p < 8; p++) {
            assertThat(pixels(centered, 0)[p] + pixels(centered, 1)[p]).isCloseTo(0, within(1e-6f));
        }
        Images byFirst = new Preparation(false, true).of(TWO, TWO.first(1));
        assertThat(pixels(byFirst, 0)).containsOnly(0);
        assertThat(pixels(byFirst, 1)[1] * 255).isCloseTo(8, within(1e-4f));
    }

    @Test
    void whatCannotBeHalvedIsRefused() {
        ByteImages odd = new ByteImages(List.of("a"), 3, 2, new byte[6], new byte[1]);
        assertThatThrownBy(() -> new Preparation(true, false).of(odd, odd)).hasMessageContaining("3 x 2");
    }
}
