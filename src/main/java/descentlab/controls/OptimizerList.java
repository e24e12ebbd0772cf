package descentlab.controls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import descentlab.element.DropDown;
import descentlab.element.WhenNear;
import descentlab.optimizer.Method;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleForms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The optimizers of an experiment: a rate slider for each, its other settings behind a button, add and remove. */
@StyleSheet("descentlab/controls.css")
public final class OptimizerList extends Composite<Div> {

    /** Which kinds of optimizers can be added. */
    public enum Offer {
        ALL(kind -> true),
        /** Those that need gradients only. */
        FIRST_ORDER(Predicate.not(OptimizerKind::secondOrder)),
        ADAGRAD(kind -> kind.name().equals("adagrad"));

        private final DropDown.Options<OptimizerKind> kinds;

        Offer(Predicate<OptimizerKind> offered) {
            kinds = DropDown.Options.of(
                    Stream.concat(Optimizers.all().stream(), Stream.of(Optimizers.of(RuleForms.EXAMPLE)))
                            .filter(offered)
                            .toList(),
                    OptimizerKind::title);
        }
    }

    /** Of the list of those to add, in pixels. */
    private static final int ADD_HEIGHT = 44;

    private int most;
    private final Consumer<List<Method>> changed;
    private final List<OptimizerRow> rows = new ArrayList<>();
    private final Div list = new Div();
    private final DropDown<OptimizerKind> add;

    /**
     * @param most how many there may be
     * @param offer which kinds can be added
     * @param changed told of the whole list after each change by hand
     */
    public OptimizerList(int most, Offer offer, Consumer<List<Method>> changed) {
        this.most = most;
        this.changed = changed;
        this.add = new DropDown<>(offer.kinds);
        list.addClassName("optimizer-list");
        list.getElement().setAttribute("role", "list");
        add.addClassName("add-optimizer");
        add.setPlaceholder("Add an optimizer");
        add.setAriaLabel("Add an optimizer");
        add.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                append(change.getValue().rule().isPresent() ? RuleForms.EXAMPLE : change.getValue().initial());
                add.clear();
                tell();
            }
        });
        WhenNear further = WhenNear.orByAndBy(() -> add);
        further.setRoom(ADD_HEIGHT);
        getContent().add(list, further);
    }

    /** From now on there may be so many. */
    public void setMost(int number) {
        most = number;
        bound();
    }

    /** Shows these optimizers without telling of it. */
    public void show(List<Method> methods) {
        if (methods.equals(methods())) {
            return; // a slider under the hand is left alone
        }
        if (differOnlyInRates(methods)) {
            return; // so that settings that are open stay open
        }
        rows.clear();
        list.removeAll();
        methods.forEach(this::append);
        bound();
    }

    private boolean differOnlyInRates(List<Method> methods) {
        boolean same = methods.size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = rows.get(i).showRate(methods.get(i));
        }
        return same;
    }

    private List<Method> methods() {
        return rows.stream().map(OptimizerRow::method).toList();
    }

    private void append(Method method) {
        OptimizerRow row = new OptimizerRow(method, this::tell, this::remove, this::replace);
        rows.add(row);
        list.add(row);
        bound();
    }

    /** Shows a method in place of a row whose settings are open, and opens its own. */
    private void replace(OptimizerRow row, Method method) {
        OptimizerRow other = new OptimizerRow(method, this::tell, this::remove, this::replace);
        rows.set(rows.indexOf(row), other);
        list.replace(row, other);
        other.openSettings();
        bound();
        tell();
    }

    private void remove(OptimizerRow row) {
        rows.remove(row);
        list.remove(row);
        bound();
        tell();
    }

    /** Counts the rows and offers no more than there may be. */
    private void bound() {
        for (int i = 0; i < rows.size(); i++) {
            OptimizerRow row = rows.get(i);
            row.setAppearance(Math.toIntExact(rows.subList(0, i).stream().filter(row::isTwinOf).count()));
            row.setRun(i);
        }
        boolean full = rows.size() >= most;
        add.setEnabled(!full);
        add.setPlaceholder(full ? most + " are the most" : "Add an optimizer");
    }

    private void tell() {
        changed.accept(methods());
    }
}
