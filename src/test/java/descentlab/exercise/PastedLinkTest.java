package descentlab.exercise;

import descentlab.dataset.Silhouettes;
import descentlab.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Links that students paste, good and bad. */
class PastedLinkTest {

    private static final String QUERY = "start=-5,-2&steps=20&run=adagrad(lr=0.4,memory=0.5)";

    private static GoalPart goal(Exercise exercise, String id) {
        return exercise.parts(1).stream()
                .filter(part -> part.task().id().equals(id))
                .map(GoalPart.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static final GoalPart RACE = goal(GentlerDecay.EXERCISE, "goal");
    private static final GoalPart TRAINING = goal(RealTraining.on(Silhouettes.NAME), "goal");
    private static final GoalPart PICTURES = goal(RealTraining.on(Silhouettes.NAME), "lenet");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/lab/surface?",
                "https://school.example/descent/lab/surface?",
                "  /lab/surface?",
                "lab/surface?",
                "?",
                ""
            })
    void aLinkIsReadFromAnyServerOrFromItsEnd(String before) {
        Experiment read = RACE.read(before + QUERY + (before.isEmpty() ? "" : "#top"));
        assertThat(read).isEqualTo(RACE.read(QUERY));
        assertThat(read.query()).contains("adagrad(lr=0.4,memory=0.5)");
    }

    @Test
    void encodedLinksAreDecoded() {
        assertThat(RACE.read("lab/surface?start=-5%2C-2&steps=20&run=adagrad%28lr%3D0.4%2Cmemory%3D0.5%29"))
                .isEqualTo(RACE.read(QUERY));
    }

    @Test
    void theAddressThatALabGivesReadsBack() {
        for (GoalPart goal : new GoalPart[] {RACE, TRAINING, PICTURES}) {
            assertThat(goal.read("http://localhost:8080/" + goal.initial().link())).isEqualTo(goal.initial());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://x/lab/training?run=adagrad(lr=0.1) | lab/training”. A link to lab/surface is needed",
                "http://x/lab/surface | the part after the ? is missing",
                "javascript:alert(1) | “javascript:alert(1)”",
                "<script>alert(1)</script> | is needed here",
                "lab/surface?steps=lots | steps was 'lots'",
                "lab/surface?steps=1000000000 | steps was",
                "lab/surface?f=((((((((((x1 | f was",
                "lab/surface?nosuch=1 | no such parameter",
                "lab/surface?run=%zz | two hexadecimal digits",
                "lab/surface?run=adagrad(lr=0.4 | run was",
            })
    void aBadLinkIsToldWhatCameAndWhatIsAllowed(String link, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RACE.read(link))
                .withMessageContaining(says);
    }

    @Test
    void aLinkToOtherDataOfTheSameLabIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PICTURES.read("lab/training?data=airfoil&run=adagrad(lr=0.1)"))
                .withMessage("Its data is airfoil; here it is to stay silhouettes.");
    }

    @Test
    void emptyAndEndlessLinksAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RACE.read("  "))
                .withMessageContaining("lab/surface?…");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RACE.read("lab/surface?f=" + "1+".repeat(5_000_000) + "1"))
                .withMessageContaining("allowed are 4000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RACE.read("lab/surface?f=" + "(".repeat(900) + "x1" + ")".repeat(900)));
    }
}
