package descentlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Titles;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What experiments are called and how two differ. */
class DifferencesTest {

    private static final String RACE = "lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)&run=sgd(lr=0.1)";

    private static Experiment read(String link) {
        return SharedLink.read("one", link);
    }

    private static boolean near(String one, String other) {
        return Differences.oneParameter(read(one), read(other));
    }

    @Test
    void oneParameterIsARateOrAStartOrAnEntry() {
        assertThat(near(RACE, RACE)).isTrue();
        assertThat(near(RACE, RACE.replace("lr=0.4", "lr=0.5"))).isTrue();
        assertThat(near(RACE, RACE.replace("-5,-2", "1,1"))).isTrue();
        assertThat(near(RACE, RACE.replace("-5,-2", "1,1").replace("lr=0.4", "lr=0.5"))).isFalse();
        assertThat(near(RACE, RACE + "&run=sgd(lr=1)")).isFalse();
        assertThat(near(RACE, RACE.replace("adagrad", "adam"))).as("another optimizer").isFalse();
        assertThat(near("lab/spectrum?matrix=2,1;1,3", "lab/spectrum?matrix=2,1;1,4")).isTrue();
        assertThat(near("lab/spectrum?matrix=2,1;1,3", "lab/spectrum?matrix=5,1;1,4")).isFalse();
        assertThat(near("lab/spectrum?matrix=2,1;1,3", "lab/spectrum?matrix=2")).isFalse();
        assertThat(near("lab/spectrum?matrix=2,1;1,3", RACE)).isFalse();
    }

    @Test
    void whatDiffersIsSaidInWords() {
        assertThat(Differences.inWords(read(RACE), read(RACE))).isEmpty();
        assertThat(Differences.inWords(read(RACE), read(RACE.replace("steps=20", "steps=50").replace("lr=0.4", "lr=0.5"))))
                .containsExactly(
                        "Steps: 20 in the first, 50 in the second.",
                        "Only the first has adagrad(lr=0.4).",
                        "Only the second has adagrad(lr=0.5).");
        assertThat(Differences.inWords(read("lab/spectrum?matrix=2,1;1,3"), read("lab/spectrum?matrix=2")))
                .containsExactly("Matrix: 2,1;1,3 in the first, 2 in the second.");
        assertThat(Differences.inWords(read(RACE), read(RACE.replace("objective=ellipse", "f=x1^2%2Bx2^2"))))
                .containsExactly(
                        "Objective: ellipse in the first, none in the second.",
                        "f(x₁, x₂), typed: none in the first, x1^2+x2^2 in the second.");
    }

    @Test
    void titlesSayWhatIsDoneWhere() {
        assertThat(Titles.of(read(RACE))).isEqualTo("Adagrad 0.4, Gradient descent 0.1 on Ellipse");
        assertThat(Titles.of(read(RACE + "&rotate=45&run=sgd(lr=1)&run=sgd(lr=2)")))
                .isEqualTo("Adagrad 0.4, Gradient descent 0.1 and 2 more on Ellipse, turned by 45°");
        assertThat(Titles.of(read("lab/surface?f=x1*x2&start=1,1&run=sgd(lr=1)"))).isEqualTo("Gradient descent 1 on x1*x2");
        assertThat(Titles.of(read("lab/training?data=airfoil&run=adagrad(lr=0.1)")))
                .isEqualTo("Adagrad 0.1 on Airfoil self-noise, Linear regression");
        assertThat(Titles.of(read("lab/spectrum?matrix=2,1;1,3"))).isEqualTo("Matrix 2,1;1,3");
    }

    @Test
    void aPairIsALinkThatReadsBack() {
        Pair pair = new Pair(read(RACE), read(RACE.replace("objective=ellipse", "f=x1^2%2Bx2^2")));
        assertThat(pair.refusal()).isEmpty();
        String query = pair.link().substring(pair.link().indexOf('?') + 1);
        assertThat(query).doesNotContain("+");
        var parameters = EncodedQuery.read(query);
        assertThat(read(parameters.get(Pair.ONE).getFirst())).isEqualTo(pair.one());
        assertThat(read(parameters.get(Pair.TWO).getFirst())).isEqualTo(pair.two());
        assertThat(new Pair(read(RACE), read("lab/spectrum?matrix=2")).refusal().orElseThrow())
                .isEqualTo("The first is of the lab Surface, the second of Spectrum: only experiments of one lab are"
                        + " compared.");
    }

    @Test
    void whatIsNoLinkIsRefused() {
        for (String wrong : new String[] {"", "lessons", "lab/surface?steps=-1", "lab/spectrum?matrix=a", "lab/surface?f=%zz"}) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(ExperimentException.class);
        }
    }

    @Test
    void timesAreInWords() {
        Instant now = Instant.now();
        assertThat(Ago.of(now.minusSeconds(20), now)).isEqualTo("just now");
        assertThat(Ago.of(now.minusSeconds(60), now)).isEqualTo("1 minute ago");
        assertThat(Ago.of(now.minus(Duration.ofHours(5)), now)).isEqualTo("5 hours ago");
        assertThat(Ago.of(now.minus(Duration.ofDays(2)), now)).isEqualTo("2 days ago");
    }
}
