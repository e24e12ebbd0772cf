package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import descentlab.prose.Prose;
import java.util.List;
import java.util.stream.IntStream;

/** One of some answers to choose. */
final class ChoiceEditor implements AnswerEditor {

    private final RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
    private final int count;

    /**
     * An editor.
     *
     * @param order in which the options are shown, by their places in the list; an answer names the place
     */
    ChoiceEditor(String title, List<String> options, List<Integer> order) {
        count = options.size();
        group.addClassName("answer-choice");
        group.setAriaLabel(title);
        group.setItems(order);
        group.setRenderer(new ComponentRenderer<>(index -> Prose.line(options.get(index))));
    }

    @Override
    public Component component() {
        return group;
    }

    @Override
    public void lock() {
        group.setReadOnly(true);
    }

    @Override
    public List<String> fields() {
        return List.of(group.isEmpty() ? "" : group.getValue().toString());
    }

    @Override
    public void show(List<String> fields) {
        IntStream.range(0, count)
                .filter(i -> fields.getFirst().equals(String.valueOf(i)))
                .forEach(group::setValue);
    }
}
