package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The synthetic pictures are the same each time, of every class, and say what they are. */
class SilhouettesTest {

    private static final int HASH = -1080728864;

    private final ByteImages some = Silhouettes.draw(400, 1);

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(Silhouettes.draw(400, 1).bytes()).isEqualTo(some.bytes());
        assertThat(Silhouettes.draw(400, 2).bytes()).isNotEqualTo(some.bytes());
        assertThat(Arrays.hashCode(some.bytes())).as("on every machine").isEqualTo(HASH);
    }

    @Test
    void everyClassIsThereAndEveryPictureShowsSomething() {
        assertThat(IntStream.range(0, some.count()).map(some::label).distinct().count()).isEqualTo(10);
        for (int i = 0; i < some.count(); i++) {
            byte[] picture = some.picture(i);
            long inked = IntStream.range(0, picture.length).filter(p -> picture[p] != 0).count();
            assertThat(inked).as("picture " + i + " of " + some.label(i)).isBetween(60L, 700L);
        }
    }

    @Test
    void theyAreNamedSynthetic() {
        assertThat(Silhouettes.standard().title()).contains("synthetic");
        assertThat(Silhouettes.standard().training().count()).isEqualTo(Silhouettes.TRAINING);
        assertThat(Silhouettes.standard().test().count()).isEqualTo(Silhouettes.TEST);
    }
}
