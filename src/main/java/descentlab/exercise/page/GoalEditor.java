package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.exercise.GoalPart;
import descentlab.run.RunService;
import java.util.List;

/**
 * A goal in a lab: the lab itself, and a field for a link from the whole lab. The answer is the query of the experiment
 * as it stands here, on the server.
 */
final class GoalEditor implements AnswerEditor {

    private static final int LONGEST = 20_000;

    private final GoalPart part;
    private final GoalLab lab;
    private final TextField pasted = new TextField("Or paste a link from the lab");
    private final Div said = new Div();
    private final Div whole = new Div();

    GoalEditor(GoalPart part, RunService runs) {
        this.part = part;
        this.lab = new GoalLab(part.initial(), runs);
        pasted.setMaxLength(LONGEST); // well above what is allowed, so that a long link is told so
        pasted.setManualValidation(true);
        pasted.setValueChangeMode(ValueChangeMode.EAGER);
        pasted.setValueChangeTimeout(0);
        pasted.getElement().setAttribute("autocomplete", "off");
        pasted.addKeyPressListener(Key.ENTER, press -> take());
        pasted.addValueChangeListener(change -> pasted.setInvalid(false));
        Button use = new Button("Use this link", click -> take());
        Div row = new Div(pasted, use);
        row.addClassName("paste-link");
        said.addClassName("soft");
        said.getElement().setAttribute("role", "status");
        whole.add(lab, row, said);
    }

    private void take() {
        said.setText("");
        try {
            lab.show(part.read(pasted.getValue()));
        } catch (IllegalArgumentException refused) {
            pasted.setErrorMessage(refused.getMessage());
            pasted.setInvalid(true);
            return;
        }
        pasted.clear();
        said.setText("The lab above now shows what the link says. Check it when you are ready.");
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return List.of(lab.experiment().query());
    }

    @Override
    public void show(List<String> fields) {
        try {
            lab.show(part.read(fields.getFirst()));
        } catch (IllegalArgumentException outdated) {
            // It was an answer all the same, to a lab as it once was.
        }
    }
}
