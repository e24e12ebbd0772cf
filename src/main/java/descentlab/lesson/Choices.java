package descentlab.lesson;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.prose.Prose;
import java.util.Optional;
import java.util.stream.IntStream;

/** The answers that a question of a lesson offers. */
final class Choices extends RadioButtonGroup<Integer> {

    Choices(ChoicePart part, String label) {
        addClassName("answer-choice");
        setAriaLabel(label);
        setItems(IntStream.range(0, part.options().size()).boxed().toList());
        setRenderer(new ComponentRenderer<>(index -> Prose.line(part.options().get(index).text())));
    }

    /** What is chosen. */
    Optional<Answer> answer() {
        return getOptionalValue().map(index -> Answer.of(index.toString()));
    }

    /** Chooses what an answer says, if it is one of these. */
    void choose(Answer answer) {
        getListDataView().getItems().filter(index -> Answer.of(index.toString()).equals(answer)).findFirst().ifPresent(this::setValue);
    }

    /** Lets the choice be seen and no longer be changed. */
    void lock() {
        setReadOnly(true);
    }
}
