package descentlab.lesson;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import descentlab.element.WhenNear;
import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Verdict;
import descentlab.prose.Prose;
import java.util.function.BiConsumer;

/** A quick question between sections: answered by choosing, as often as one likes. */
final class QuickCheck extends Composite<Div> {

    private final ChoicePart part;
    private final Choices choices;
    private final Div said = new Div();

    QuickCheck(ChoicePart part, BiConsumer<Answer, Verdict> answered) {
        this.part = part;
        choices = new Choices(part, "Quick check");
        said.addClassName("verdict");
        said.getElement().setAttribute("role", "status");
        choices.addValueChangeListener(chosen -> choices.answer().ifPresent(answer -> {
            Verdict verdict = tell(answer);
            if (chosen.isFromClient()) {
                answered.accept(answer, verdict);
            }
        }));
        getContent().add(new H3("Quick check"), Prose.of(part.task().prompt()));
        getContent().add(WhenNear.orByAndBy(() -> new Div(choices, said)));
        getContent().addClassNames("card", "quick-check");
    }

    /** Shows what was answered before. */
    void remember(Answer answer) {
        choices.choose(answer);
    }

    private Verdict tell(Answer answer) {
        Verdict verdict = part.check(answer);
        said.setClassName("verdict " + (verdict.isRight() ? "right" : "wrong"));
        said.removeAll();
        said.add(Prose.line(verdict.message()));
        return verdict;
    }
}
