package descentlab.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceSurfaceTest {

    private final RaceSurface surface = new RaceSurface();

    @Test
    void aCloudGoesToTheBrowserAsPairs() {
        surface.setCloud(List.of(new double[] {1, -0.1}, new double[] {2.5, 0}));

        assertThat(surface.getElement().getPropertyRaw("cloud")).hasToString("[[1.0,-0.1],[2.5,0.0]]");
    }

    @Test
    void marksAreExactNumbersInAttributes() {
        surface.setTruth(1e-7, -2, "Adagrad after 20 steps");
        surface.setGuess(0.1, 1e300);

        assertThat(surface.getElement().getAttribute("truth")).isEqualTo("1.0E-7,-2.0");
        assertThat(surface.getElement().getAttribute("truth-label")).isEqualTo("Adagrad after 20 steps");
        assertThat(surface.getElement().getAttribute("guess")).isEqualTo("0.1,1.0E300");

        surface.clearTruth();
        surface.clearGuess();
        assertThat(surface.getElement().hasAttribute("truth")).isFalse();
        assertThat(surface.getElement().hasAttribute("guess")).isFalse();
    }

    @Test
    void aPointThatIsNoPointIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> surface.setCloud(List.of(new double[] {1, Double.NaN})))
                .withMessage("points: [1.0, NaN], but a point is two finite numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> surface.setSecondCloud(List.of(new double[3])));
    }

    @Test
    void aCloudIsBounded() {
        List<double[]> most = Collections.nCopies(RaceSurface.MOST_CLOUD_POINTS, new double[2]);
        surface.setCloud(most);
        List<double[]> tooMany = Collections.nCopies(RaceSurface.MOST_CLOUD_POINTS + 1, new double[2]);

        assertThatIllegalArgumentException().isThrownBy(() -> surface.setCloud(tooMany))
                .withMessage("points: 1001, but a cloud has 1000 at most");
    }

    @Test
    void noEmphasisIsNull() {
        surface.setEmphasis(7);
        assertThat(surface.getElement().getAttribute("emphasis")).isEqualTo("7");
        surface.setEmphasis(null);
        assertThat(surface.getElement().hasAttribute("emphasis")).isFalse();
    }
}
