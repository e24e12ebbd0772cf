package descentlab.exercise.page;

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
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A vector or a matrix to type, entry by entry. */
final class EntriesEditor implements AnswerEditor {

    private static final int LONGEST = 200;

    private final Div grid = new Div();
    private final List<TextField> fields = new ArrayList<>();
    private Consumer<List<String>> changed = values -> {};

    /**
     * An editor.
     *
     * @param about what the group of fields is
     * @param headings above the columns, or none
     * @param labels of the fields, row by row
     * @param columns how many fields there are in a row
     */
    EntriesEditor(String about, List<String> headings, List<String> labels, int columns, Runnable submit) {
        grid.addClassName("entries");
        grid.getStyle().set("--entries-columns", String.valueOf(columns));
        grid.getElement().setAttribute("role", "group");
        grid.getElement().setAttribute("aria-label", about);
        headings.forEach(heading -> {
            Span title = new Span(heading);
            title.addClassName("entries-heading");
            title.getElement().setAttribute("aria-hidden", "true"); // each field says it
            grid.add(title);
        });
        for (String label : labels) {
            TextField field = new TextField();
            field.setAriaLabel(label);
            field.setMaxLength(LONGEST);
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setValueChangeTimeout(0);
            field.getElement().setAttribute("autocomplete", "off");
            field.addKeyPressListener(Key.ENTER, press -> submit.run());
            field.addValueChangeListener(change -> {
                unmark(field);
                changed.accept(fields());
            });
            fields.add(field);
            grid.add(field);
        }
    }

    /** An editor for a vector or a matrix. */
    static EntriesEditor of(EntriesPart part, Runnable submit) {
        List<String> labels = IntStream.range(0, part.rows() * part.columns())
                .mapToObj(i -> label(part, i / part.columns() + 1, i % part.columns()))
                .toList();
        String about = "Your answer, " + part.rows() + " by " + part.columns();
        return new EntriesEditor(about, part.headings(), labels, part.columns(), submit);
    }

    static String label(EntriesPart part, int row, int column) {
        String place = part.headings().isEmpty() ? "column " + (column + 1) : part.headings().get(column);
        return part.columns() == 1 ? "Entry " + row : "Row " + row + ", " + place;
    }

    private static void unmark(TextField field) {
        field.setInvalid(false);
        field.setErrorMessage("");
        field.removeClassName("entry-right");
    }

    @Override
    public Div component() {
        return grid;
    }

    @Override
    public void onChange(Consumer<List<String>> told) {
        changed = told;
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
