package descentlab.controls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.element.DropDown;
import descentlab.element.PhoneKeys;
import descentlab.experiment.Experiment;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Schedule;
import descentlab.optimizer.Stage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * "Go on from here with ...": one of an experiment's methods until somewhere, and then another rate or another optimizer, with or
 * without what the one before remembers. What comes of it is one more method beside the others.
 */
public final class BranchForm extends Composite<Div> {

    private static final String RATE = "lr";

    private final String unit;
    private final Consumer<Experiment> branched;
    /** Those of the catalogue that are offered. */
    private final List<OptimizerKind> kinds;
    private final Div line = new Div();
    private final Div refusal = new Div();
    private final TextField at = new TextField();
    private final TextField rate = new TextField();
    private final Checkbox keep = new Checkbox("with its memory");
    private DropDown<OptimizerKind> kind;
    private DropDown<Integer> run;
    private Experiment experiment;
    private IntToLongFunction places;

    /**
     * @param unit what is counted: step or examples
     * @param firstOrder whether only optimizers are offered that need gradients alone
     * @param branched told of the experiment with one more method
     */
    public BranchForm(String unit, boolean firstOrder, Consumer<Experiment> branched) {
        this.unit = unit;
        this.branched = branched;
        this.kinds = Optimizers.all().stream().filter(each -> !firstOrder || !each.secondOrder()).toList();
        at.setAriaLabel("Go on from");
        PhoneKeys.NUMERIC.on(at);
        rate.setAriaLabel("Learning rate from there on");
        PhoneKeys.DECIMAL.on(rate);
        keep.setValue(true);
        refusal.addClassName("say");
        refusal.addClassName("warn");
        refusal.getElement().setAttribute("role", "alert");
        line.addClassName("branch-line");
        getContent().addClassName("branch-form");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Go on from here with another method");
        getContent().add(line, refusal);
        setVisible(false);
    }

    /**
     * Opens it at a place of an experiment.
     *
     * @param whose the method to begin with, by its number from 0; any other number is the first
     * @param from the place to begin with, by the number of the method from 0
     */
    public void open(Experiment of, int whose, IntToLongFunction from) {
        experiment = of;
        places = from;
        refusal.setVisible(false);
        run = new DropDown<>(DropDown.Options.of(
                IntStream.range(0, of.runs().size()).boxed().toList(), index -> title(of.runs(), index)));
        run.setAriaLabel("Whose way");
        offerKinds();
        run.setValue(whose >= 0 && whose < of.runs().size() ? whose : 0);
        run.addValueChangeListener(change -> chosen());
        chosen();
        Button go = new Button("Go on", click -> branch());
        go.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Button cancel = new Button("Cancel", click -> setVisible(false));
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        line.removeAll();
        line.add(new Span("Go on from " + unit), at, new Span("of"), run, new Span("with"), kind, new Span("at rate"), rate, keep, go, cancel);
        setVisible(true);
        rate.focus();
    }

    /** Those of the catalogue, and the rules of the experiment. */
    private void offerKinds() {
        kind = new DropDown<>(DropDown.Options.of(
                Stream.concat(kinds.stream(), optimizers().map(Optimizers::of).filter(each -> each.rule().isPresent()).distinct())
                        .toList(),
                OptimizerKind::title));
        kind.setAriaLabel("Go on with");
        kind.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                rate.setValue(Decimal.write(initial(change.getValue()).lr()));
                offerMemory();
            }
        });
    }

    private Stream<Optimizer> optimizers() {
        return experiment.runs().stream().flatMap(method -> method.stages().stream()).map(Stage::optimizer);
    }

    /** What an optimizer of a kind is at first; of a rule, which may have parameters without a default, as it is raced. */
    private Optimizer initial(OptimizerKind chosen) {
        return chosen.rule().isEmpty()
                ? chosen.initial()
                : optimizers().filter(each -> Optimizers.of(each).equals(chosen)).findFirst().orElseThrow();
    }

    private static String title(List<Method> runs, int index) {
        Method method = runs.get(index);
        boolean twin = runs.stream().filter(each -> each.title().equals(method.title())).count() > 1;
        return method.title() + (twin ? " (" + (index + 1) + ")" : "");
    }

    /** Proposes what the chosen one does, at half its rate: what one most often asks. */
    private void chosen() {
        if (run.getValue() != null) {
            at.setValue(String.valueOf(places.applyAsLong(run.getValue())));
            Optimizer last = inForce();
            kind.setValue(Optimizers.of(last));
            rate.setValue(Decimal.write(last.lr() / 2));
            offerMemory();
        }
    }

    /** The optimizer of the chosen method that is handed over from. */
    private Optimizer inForce() {
        long from = place();
        Method method = experiment.runs().get(run.getValue());
        return method.stages().stream()
                .filter(stage -> stage.from() == 0 || stage.from() < from)
                .map(Stage::optimizer)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private void offerMemory() {
        boolean same = run.getValue() != null && Optimizers.of(inForce()).equals(kind.getValue());
        // What remembers nothing, at a rate that does not fall, goes on the same either way.
        keep.setVisible(!same || !inForce().start(1).memories().isEmpty() || !(inForce().schedule() instanceof Schedule.Constant));
        keep.setEnabled(same);
        keep.setHelperText(same ? "" : "starts afresh");
    }

    private long place() {
        String typed = at.getValue().strip();
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    private void branch() {
        OptionalDouble typed = Decimal.read(Typed.number(rate.getValue()));
        if (run.getValue() == null || kind.getValue() == null) {
            refuse("Please choose whose way goes on, and with what.");
        } else if (place() < 1) {
            refuse("“" + at.getValue() + "” is no place to go on from. " + Problem.request("a whole number above 0"));
        } else if (typed.isEmpty() || !(typed.getAsDouble() > 0)) {
            refuse("“" + rate.getValue() + "” is no rate. " + Problem.request("a number above zero, such as 0.4"));
        } else {
            branch(inForce(), typed.getAsDouble());
        }
    }

    private void branch(Optimizer before, double lr) {
        boolean same = Optimizers.of(before).equals(kind.getValue());
        Optimizer other = kind.getValue().withRate(same ? before : initial(kind.getValue()), lr);
        try {
            Reading<? extends Experiment> reading =
                    experiment.branched(run.getValue(), place(), other, same && keep.isVisible() && keep.getValue());
            if (reading.problems().isEmpty()) {
                setVisible(false);
                branched.accept(reading.experiment());
            } else {
                refuse(reading.problems().stream().map(Problem::sentence).collect(Collectors.joining(" ")));
            }
        } catch (IllegalArgumentException cannot) {
            refuse("That cannot be: " + cannot.getMessage() + ".");
        }
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(true);
    }
}
