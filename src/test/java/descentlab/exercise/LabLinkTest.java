package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import descentlab.dataset.Silhouettes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that students paste, good and bad. */
class LabLinkTest {

    private static final String QUERY = "start=-5,-2&steps=20&run=adagrad(lr=0.4,memory=0.5)";

    private static LabExperiment initial(Exercise exercise, String id) {
        return exercise.parts(1).stream()
                .filter(part -> part.task().id().equals(id))
                .map(part -> ((GoalPart) part).initial())
                .findFirst()
                .orElseThrow();
    }

    private static final LabExperiment RACE = initial(GentlerDecay.EXERCISE, "goal");
    private static final LabExperiment TRAINING = initial(RealTraining.on(Silhouettes.NAME), "goal");
    private static final LabExperiment PICTURES = initial(RealTraining.on(Silhouettes.NAME), "lenet");

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
        LabExperiment read = LabLink.read(before + QUERY + (before.isEmpty() ? "" : "#top"), RACE);
        assertThat(read).isEqualTo(LabLink.read(QUERY, RACE));
        assertThat(read.query()).contains("adagrad(lr=0.4,memory=0.5)");
    }

    @Test
    void encodedLinksAreDecoded() {
        assertThat(LabLink.read("lab/surface?start=-5%2C-2&steps=20&run=adagrad%28lr%3D0.4%2Cmemory%3D0.5%29", RACE))
                .isEqualTo(LabLink.read(QUERY, RACE));
    }

    @Test
    void theAddressThatALabGivesReadsBack() {
        for (LabExperiment experiment : new LabExperiment[] {RACE, TRAINING, PICTURES}) {
            assertThat(LabLink.read("http://localhost:8080/" + experiment.link(), experiment)).isEqualTo(experiment);
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
                .isThrownBy(() -> LabLink.read(link, RACE))
                .withMessageContaining(says);
    }

    @Test
    void aLinkToOtherDataOfTheSameLabIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabLink.read("lab/training?data=airfoil&run=adagrad(lr=0.1)", PICTURES))
                .withMessageContaining("data was 'airfoil'")
                .withMessageContaining("fashion-mnist or silhouettes");
    }

    @Test
    void emptyAndEndlessLinksAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabLink.read("  ", RACE))
                .withMessageContaining("lab/surface?…");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabLink.read("lab/surface?f=" + "1+".repeat(5_000_000) + "1", RACE))
                .withMessageContaining("allowed are 4000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabLink.read("lab/surface?f=" + "(".repeat(900) + "x1" + ")".repeat(900), RACE));
    }
}
