package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.exercise.EntriesPart;
import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
import java.util.List;

/** A vector or a matrix to type, entry by entry. */
final class EntriesEditor implements AnswerEditor {

    private static final int LONGEST = 200;

    private final Div grid = new Div();
    private final List<TextField> fields = new ArrayList<>();

    EntriesEditor(EntriesPart part, Runnable submit) {
        grid.addClassName("entries");
        grid.getStyle().set("--entries-columns", String.valueOf(part.columns()));
        grid.getElement().setAttribute("role", "group");
        grid.getElement().setAttribute("aria-label", "Your answer, " + part.rows() + " by " + part.columns());
        part.headings().forEach(heading -> {
            Span title = new Span(heading);
            title.addClassName("entries-heading");
            title.getElement().setAttribute("aria-hidden", "true"); // each field says it
            grid.add(title);
        });
        for (int i = 0; i < part.rows() * part.columns(); i++) {
            int row = i / part.columns() + 1;
            int column = i % part.columns();
            TextField field = new TextField();
            field.setAriaLabel(label(part, row, column));
            field.setMaxLength(LONGEST);
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setValueChangeTimeout(0);
            field.getElement().setAttribute("autocomplete", "off");
            field.addKeyPressListener(Key.ENTER, press -> submit.run());
            field.addValueChangeListener(change -> unmark(field));
            fields.add(field);
            grid.add(field);
        }
    }

    private static String label(EntriesPart part, int row, int column) {
        String place = part.headings().isEmpty() ? "column " + (column + 1) : part.headings().get(column);
        return part.columns() == 1 ? "Entry " + row : "Row " + row + ", " + place;
    }

    private static void unmark(TextField field) {
        field.setInvalid(false);
        field.setErrorMessage("");
        field.removeClassName("entry-right");
    }

    @Override
    public Component component() {
        return grid;
    }

    @Override
    public List<String> fields() {
        return fields.stream().map(TextField::getValue).toList();
    }

    @Override
    public void show(List<String> shown) {
        for (int i = 0; i < Math.min(shown.size(), fields.size()); i++) {
            fields.get(i).setValue(shown.get(i));
        }
    }

    @Override
    public void mark(List<Mark> marks) {
        fields.forEach(EntriesEditor::unmark);
        for (int i = 0; i < Math.min(marks.size(), fields.size()); i++) {
            TextField field = fields.get(i);
            Mark mark = marks.get(i);
            boolean right = mark.result() == Result.RIGHT;
            field.setInvalid(!right);
            // Said in words, too, for those who do not see the color.
            field.setErrorMessage(right ? "" : mark.result() == Result.WRONG ? "Not right" : "Not a number");
            field.setClassName("entry-right", right);
        }
    }
}
