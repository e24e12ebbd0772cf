package descentlab.controls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEventListener;
import descentlab.element.Formula;
import descentlab.element.LogSlider;
import descentlab.element.Marker;
import descentlab.experiment.Problem;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleOptimizer;
import descentlab.optimizer.RuleForms;
import descentlab.optimizer.Schedules;
import descentlab.optimizer.SpecException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One optimizer: how it is drawn, its rate, and its other settings when opened; of several stages those of the last. */
final class OptimizerRow extends Composite<Div> {

    private static final String RATE = "lr";
    private static final String SCHEDULE = "schedule";

    private final OptimizerKind kind;
    private final Runnable changed;
    private final BiConsumer<OptimizerRow, Method> replaced;
    private final Marker marker;
    private final Span title = new Span();
    private final LogSlider rate;
    private Method method;
    private NativeButton opener;
    /** Null until they are opened for the first time. */
    private Div settings;

    /** @param replaced told of a method that takes another row to show */
    OptimizerRow(
            Method method, Runnable changed, Consumer<OptimizerRow> remove, BiConsumer<OptimizerRow, Method> replaced) {
        this.method = method;
        this.kind = Optimizers.of(method.last());
        this.changed = changed;
        this.replaced = replaced;
        this.marker = new Marker(drawn());
        this.rate = rate();
        getContent().addClassName("optimizer-row");
        getContent().getElement().setAttribute("role", "listitem");
        getContent().add(rate, buttons(remove));
    }

    Method method() {
        return method;
    }

    /** Says which one it is of the experiment's, from 0. */
    void setRun(int run) {
        rate.setRun(run);
    }

    /** What it is drawn as: its first stage. */
    private String drawn() {
        return Optimizers.of(method.first()).name();
    }

    boolean isTwinOf(OptimizerRow other) {
        return drawn().equals(other.drawn());
    }

    /** Marks it as the one that has so many twins before it. */
    void setAppearance(int before) {
        marker.setAppearance(before);
    }

    /** Shows this optimizer, if it differs in its rate only; false, and nothing done, if not. */
    boolean showRate(Method other) {
        boolean fits = other.lr() > 0 && Optimizers.of(other.last()).equals(kind)
                && method.withRate(other.lr()).equals(other);
        if (fits && !other.equals(method)) {
            method = other;
            title.setText(method.title());
            rate.setValue(other.lr());
        }
        return fits;
    }

    private LogSlider rate() {
        LogSlider slider = new LogSlider("Learning rate of " + method.title());
        title.setText(method.title());
        title.addClassName("optimizer-title");
        marker.setLine(true);
        slider.setHeading(marker, title);
        slider.setOptimizer(drawn());
        if (method.lr() > 0) {
            slider.setValue(method.lr());
        }
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set(RATE, Decimal.write(change.getValue()));
            }
        });
        return slider;
    }

    /** Opens its settings for the first time. */
    void openSettings() {
        settings = settings();
        getContent().add(settings);
        opener.getElement().setAttribute("aria-expanded", "true");
    }

    private Div buttons(Consumer<OptimizerRow> remove) {
        NativeButton open = button("⋯", "Settings", "Settings of " + method.title(), pressed -> {
            if (settings == null) {
                openSettings();
            } else {
                settings.setVisible(!settings.isVisible());
            }
            pressed.getSource().setAttribute("aria-expanded", String.valueOf(settings.isVisible()));
        });
        opener = open;
        open.getElement().setAttribute("aria-expanded", "false");
        NativeButton gone = button("×", "Remove", "Remove " + method.title(), pressed -> remove.accept(this));
        Div buttons = new Div(open, gone);
        buttons.addClassName("optimizer-buttons");
        return buttons;
    }

    /** Listens to the element: a component's click listener has the browser tell, and keeps, ten facts of each click. */
    private static NativeButton button(String sign, String title, String label, DomEventListener pressed) {
        NativeButton button = new NativeButton(sign);
        button.setTitle(title);
        button.getElement().setAttribute("aria-label", label);
        button.getElement().addEventListener("click", pressed);
        return button;
    }

    private Div settings() {
        Div fields = new Div();
        fields.addClassName("optimizer-fields");
        kind.keys().stream()
                .filter(key -> !key.name().equals(RATE))
                .forEach(key -> fields.add(key.flag() ? flag(key) : number(key)));
        fields.add(schedule());
        Div all = new Div(Formula.display(kind.formula()));
        if (method.last() instanceof RuleOptimizer own) {
            all.add(new RuleField(own.rule().lines(), text -> retype(own, text)), fields);
        } else {
            all.add(fields);
            RuleForms.of(method.last())
                    .filter(rule -> !method.stages().getLast().keep())
                    .ifPresent(rule -> all.add(asRule()));
        }
        if (method.stages().size() > 1) {
            all.addComponentAsFirst(new Div("The last of its stages, " + MethodSpec.print(method) + ":"));
        }
        all.addClassName("optimizer-settings");
        return all;
    }

    private NativeButton asRule() {
        return button("Show me as a rule", "The same steps, as assignments to change", "Show me as a rule: " + method.title(),
                pressed -> RuleForms.of(method.last()).ifPresent(this::replace));
    }

    private void retype(RuleOptimizer own, String text) {
        RuleOptimizer other = OptimizerSpec.with(own, text);
        if (!other.equals(own)) {
            replace(other);
        }
    }

    private void replace(RuleOptimizer other) {
        replaced.accept(this, method.with(method.stages().size() - 1, other));
    }

    private Checkbox flag(OptimizerKind.Key key) {
        Checkbox box = new Checkbox(key.name(), kind.values(method.last()).get(key.name()) != 0);
        if (key.name().equals(RuleOptimizer.SINGLE)) {
            box.setHelperText("Computes in single precision, 24 binary digits, as networks are mostly trained; else in double, 53.");
            box.addClassName("wide");
        }
        box.addValueChangeListener(change -> {
            if (change.isFromClient() && !set(key.name(), change.getValue().toString()).isEmpty()) {
                box.setValue(change.getOldValue());
            }
        });
        return box;
    }

    private TextField number(OptimizerKind.Key key) {
        return text(key.name(), () -> Decimal.write(kind.values(method.last()).get(key.name())), Typed::number);
    }

    private TextField schedule() {
        TextField field = text(SCHEDULE, () -> OptimizerSpec.print(method.last().schedule()), UnaryOperator.identity());
        field.setHelperText(
                Schedules.all().stream().map(Schedules.Form::usage).collect(Collectors.joining(", ")));
        field.addClassName("schedule");
        return field;
    }

    private TextField text(String key, Supplier<String> value, UnaryOperator<String> spelling) {
        TextField field = new TextField(key, value.get(), "");
        field.setManualValidation(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String refusal = set(key, spelling.apply(change.getValue()));
                field.setInvalid(!refusal.isEmpty());
                field.setErrorMessage(refusal);
                if (refusal.isEmpty()) {
                    field.setValue(value.get());
                }
            }
        });
        return field;
    }

    /** Sets a key; what is wrong if that cannot be, else an empty text. */
    private String set(String key, String value) {
        try {
            method = method.with(method.stages().size() - 1, OptimizerSpec.with(method.last(), key, value));
        } catch (SpecException refused) {
            return Problem.request(refused.allowed());
        }
        title.setText(method.title());
        changed.run();
        return "";
    }
}
