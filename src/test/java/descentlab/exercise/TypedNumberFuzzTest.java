package descentlab.exercise;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.SurfaceExperiment;
import descentlab.fuzz.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed as an answer: a finite number, an experiment, or a refusal with a sentence. */
class TypedNumberFuzzTest {

    private static final GoalPart GOAL = new GoalPart(
            new Assignment("goal", "", "", List.of(), ""), SurfaceExperiment.initial(), experiment -> "", ended -> Verdict.right(""));

    @Provide
    Arbitrary<String> answers() {
        return Texts.about(
                List.of("1", "0", ".", ",", "/", "^", "-", "\u2212", "\u221a", "\u03c0", "\u00b7", "\u00d7", "sqrt(", ")", "e", "x1", " ",
                        "?", "&", "=", "%", "#", "lab/surface", "run", "%zz", "\u0000", "\n"),
                List.of("0.4", "2/5", "2^-3", "\u221a2/2", "4e-1", "1,5", "lab/surface?start=1,2&run=sgd(lr=0.1)",
                        "https://x/lab/surface?f=x1%5E2&run=adam(lr=0.1)#top"));
    }

    @Property(tries = 2_000, seed = "51")
    void isANumberOrASentence(@ForAll("answers") String text) {
        try {
            assertThat(TypedNumber.read(text).value()).isFinite();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getClass()).isEqualTo(IllegalArgumentException.class);
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 2_000, seed = "52")
    void isALinkOrASentence(@ForAll("answers") String text) {
        try {
            assertThat(GOAL.read(text)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getClass()).isIn(IllegalArgumentException.class, ExperimentException.class);
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 1_000, seed = "53")
    void isKeptAsItWas(@ForAll("answers") String first, @ForAll("answers") String second) {
        Answer answer;
        try {
            answer = Answer.of(first, second);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).endsWith(".");
            return;
        }
        assertThat(answer.text()).hasSizeLessThanOrEqualTo(Answer.LONGEST);
        assertThat(Answer.read(answer.text())).isEqualTo(answer);
    }
}
