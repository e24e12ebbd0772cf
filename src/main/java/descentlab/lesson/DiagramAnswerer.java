package descentlab.lesson;

import descentlab.element.LineDiagram;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.hand.Answerer;
import descentlab.hand.HandAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A diagram of a theory while one of its numbers is dragged: {@code diagram?of=contraction&kappa=4}. */
@Component
class DiagramAnswerer implements Answerer {

    private static final String NAME = "of";

    /** Bytes of a large one, about. */
    private static final int LARGE = 60 << 10;

    @Override
    public String kind() {
        return "diagram";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        Subject.Drawn drawn = drawn(query);
        return new HandAnswer(LARGE, over -> Optional.of(LineDiagram.json(drawn.diagram()).toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Subject.Drawn drawn(Map<String, List<String>> query) {
        Map<String, List<String>> numbers = new HashMap<>(query);
        List<String> name = numbers.remove(NAME);
        try {
            return Subject.drawn(name == null ? "" : name.getFirst(), numbers);
        } catch (IllegalArgumentException wrong) {
            throw new ExperimentException(
                    new Problem(NAME, String.valueOf(name), wrong.getMessage(), false, sentence(wrong.getMessage())));
        }
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
