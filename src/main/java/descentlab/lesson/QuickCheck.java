package descentlab.lesson;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Verdict;
import descentlab.prose.Prose;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** A quick question between sections: answered by choosing, as often as one likes. */
final class QuickCheck extends Composite<Div> {

    QuickCheck(ChoicePart part, BiConsumer<Answer, Verdict> answered) {
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
        group.addClassName("answer-choice");
        group.setAriaLabel("Quick check");
        group.setItems(IntStream.range(0, part.options().size()).boxed().toList());
        group.setRenderer(
                new ComponentRenderer<>(index -> Prose.line(part.options().get(index).text())));
        Div said = new Div();
        said.addClassName("verdict");
        said.getElement().setAttribute("role", "status");
        group.addValueChangeListener(chosen -> {
            Answer answer = Answer.of(chosen.getValue().toString());
            Verdict verdict = part.check(answer);
            said.setClassName("verdict " + (verdict.isRight() ? "right" : "wrong"));
            said.removeAll();
            said.add(Prose.line(verdict.message()));
            answered.accept(answer, verdict);
        });
        getContent().add(new H3("Quick check"), Prose.of(part.task().prompt()), group, said);
        getContent().addClassNames("card", "quick-check");
    }
}
