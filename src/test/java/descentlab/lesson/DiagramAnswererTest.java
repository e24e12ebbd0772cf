package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.element.LineDiagram;
import descentlab.experiment.ExperimentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagramAnswererTest {

    private final DiagramAnswerer answerer = new DiagramAnswerer();

    @Test
    void aDraggedDiagramIsTheOneThatThePageWouldDraw() {
        Subject.Drawn drawn = (Subject.Drawn) Subject.of("diagram/contraction?eta=0.3");
        byte[] answer = answerer.answer(Map.of("of", List.of("contraction"), "eta", List.of("0.3")))
                .advance(() -> false)
                .orElseThrow();
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .isEqualTo(LineDiagram.json(drawn.diagram()).toString());
    }

    @Test
    void whatItCannotDrawIsRefusedInASentence() {
        for (Map<String, List<String>> wrong : List.of(
                Map.<String, List<String>>of(),
                Map.of("of", List.of("nothing")),
                Map.of("of", List.of("contraction"), "eta", List.of("much")),
                Map.of("of", List.of("contraction"), "lambda", List.of("1")))) {
            assertThatThrownBy(() -> answerer.answer(wrong))
                    .isInstanceOfSatisfying(ExperimentException.class, refused -> assertThat(
                                    refused.problem().sentence())
                            .endsWith(".")
                            .doesNotEndWith(".."));
        }
    }
}
