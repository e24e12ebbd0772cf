package descentlab.notebook;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/** What can be done with the experiments that are selected: two are compared, some are a set that one link says. */
final class SelectionBar extends Composite<Div> {

    private static final int LONGEST_NAME = 80;

    private final Span said = new Span();
    private final Anchor compare = new Anchor("", "Compare");
    private final TextField name = new TextField();
    private final Anchor share = new Anchor("", "Open as a set to share");
    private List<Experiment> selected = List.of();

    SelectionBar() {
        compare.addClassName("button-link");
        name.setPlaceholder("Name of the set");
        name.setAriaLabel("Name of the set");
        name.setMaxLength(LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> show());
        said.getElement().setAttribute("role", "status");
        said.addClassName("soft");
        getContent().addClassNames("row", "selection-bar");
        getContent().add(compare, name, share, said);
        show();
    }

    /** Offers what can be done with some. */
    void show(List<Experiment> some) {
        selected = List.copyOf(some);
        show();
    }

    private void show() {
        getContent().setVisible(!selected.isEmpty());
        Optional<Pair> pair =
                selected.size() == 2 ? Optional.of(new Pair(selected.get(0), selected.get(1))) : Optional.empty();
        Optional<String> unlike = pair.flatMap(Pair::refusal);
        compare.setVisible(pair.isPresent() && unlike.isEmpty());
        pair.ifPresent(both -> compare.setHref(both.link()));
        SharedSet set = new SharedSet(name.getValue(), selected);
        Optional<String> tooMuch = set.refusal();
        share.setVisible(tooMuch.isEmpty());
        share.setHref(set.link());
        said.setText(tooMuch.or(() -> unlike)
                .orElse(pair.isPresent() ? "" : selected.size() + " selected. Select two to compare them."));
    }
}
