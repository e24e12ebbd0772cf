package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import descentlab.element.WhenNear;
import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Verdict;
import descentlab.prose.Prose;
import java.util.List;
import java.util.function.Supplier;

/** A question before the answer is there to see: predicted once, and remembered. What follows it is shown then. */
final class Prediction extends Composite<Div> {

    /** What becomes of it. */
    interface Listener {

        /** A prediction was made; the answer is out. */
        void predicted(Answer answer, Verdict verdict);

        /** The reader wanted to see it without. */
        void shown();
    }

    private final ChoicePart part;
    private final Supplier<List<Component>> then;
    private final Listener listener;
    private final Choices choices;
    private final Div said = new Div();
    private final Button predict = new Button("Predict", click -> predict());
    private final Button see = new Button("Show me", click -> see());
    private final Div ways = new Div(predict, see);

    Prediction(ChoicePart part, Supplier<List<Component>> then, Listener listener) {
        this.part = part;
        this.then = then;
        this.listener = listener;
        choices = new Choices(part, "Your prediction");
        said.addClassName("verdict");
        said.getElement().setAttribute("role", "status");
        predict.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        see.addThemeVariants(ButtonVariant.TERTIARY);
        ways.addClassName("row");
        Div card = new Div(new H3("What do you expect?"), Prose.of(part.task().prompt()));
        card.add(WhenNear.orByAndBy(() -> new Div(choices, said, ways)));
        card.addClassNames("card", "quick-check");
        getContent().add(card);
    }

    /** Shows what was predicted before, and what follows. */
    void remember(Answer answer) {
        choices.choose(answer);
        tell("You predicted this before. ", part.check(answer));
        open();
    }

    /** Shows what follows, as the reader wanted before. */
    void open() {
        choices.lock();
        ways.setVisible(false);
        then.get().forEach(getContent()::add);
    }

    private void predict() {
        choices.answer().ifPresentOrElse(
                answer -> {
                    Verdict verdict = part.check(answer);
                    tell(verdict.isRight() ? "As you predicted. " : "Not what happens. ", verdict);
                    open();
                    listener.predicted(answer, verdict);
                },
                () -> {
                    said.setClassName("verdict unreadable");
                    said.setText("Choose one first: a guess will do.");
                });
    }

    private void see() {
        part.options().stream().filter(ChoicePart.Option::right).findFirst().ifPresent(right -> {
            said.removeAll();
            said.add(Prose.line("It is this: " + right.text() + (right.text().endsWith(".") ? " " : ". ") + right.feedback()));
        });
        open();
        listener.shown();
    }

    private void tell(String before, Verdict verdict) {
        said.setClassName("verdict " + (verdict.isRight() ? "right" : "wrong"));
        said.removeAll();
        said.add(Prose.line(before + verdict.message()));
    }
}
