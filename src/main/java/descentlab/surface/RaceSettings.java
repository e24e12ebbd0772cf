package descentlab.surface;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.experiment.ObjectiveChoice;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.objective.Curvature;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.plot.DropDown;
import descentlab.plot.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be changed about a race but its optimizers: objective, angle, start, steps, noise, seed. */
public final class RaceSettings extends Composite<Div> {

    private static final int HALF_TURN = 180;

    private static final DropDown.Options<NamedObjective> OBJECTIVES =
            DropDown.Options.of(Objectives.all(), NamedObjective::title);

    private final Consumer<SurfaceExperiment> changed;
    private final DropDown<NamedObjective> objective = new DropDown<>(OBJECTIVES);
    private final Formula formula = new Formula("f");
    private final Span kappa = chip();
    private final Span angle = new Span();
    private final IntegerSlider rotate = new IntegerSlider(-HALF_TURN, HALF_TURN);
    private final Span note = new Span();
    private final TextField typed = new TextField("f(x₁, x₂), typed");
    private final TextField start = new TextField("Start x₁, x₂");
    private final TextField steps = new TextField("Steps");
    private final TextField noise = new TextField("Gradient noise");
    private final TextField seed = new TextField("Seed");
    private SurfaceExperiment experiment;

    /** @param changed told of each change by hand */
    public RaceSettings(Consumer<SurfaceExperiment> changed) {
        this.changed = changed;
        objective.setAriaLabel("Objective");
        objective.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(experiment.withChoice(new ObjectiveChoice.Named(change.getValue())));
            }
        });
        rotate.setAriaLabel("Turned by, in degrees");
        rotate.setValueChangeMode(ValueChangeMode.EAGER);
        rotate.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(experiment.withRotate(change.getValue().doubleValue()));
            }
        });
        objective.setPlaceholder("Typed");
        typed.addClassName("wide");
        typed.setPlaceholder("sin(x1)*cos(x2)");
        typed.setHelperText("+ − * / ^, sin cos tan asin acos atan sinh cosh tanh exp log sqrt abs min max, pi, e");
        note.addClassNames("soft", "note");
        bind(typed, "f");
        bind(start, "start");
        bind(steps, "steps");
        bind(noise, "noise");
        bind(seed, "seed");
        getContent().addClassName("fields");
        getContent().add(start, steps, noise, seed, typed);
    }

    /** The row above the plot: which objective, as a formula, and what is to be known of it. */
    public Component objectiveBar() {
        Div turn = new Div(angle, rotate);
        turn.addClassName("turn");
        Div bar = new Div(objective, formula, kappa, turn, note);
        bar.addClassName("lab-top");
        return bar;
    }

    /** Shows an experiment without telling of it. */
    public void show(SurfaceExperiment shown) {
        experiment = shown;
        NamedObjective unturned = shown.choice().objective();
        objective.setValue(shown.choice() instanceof ObjectiveChoice.Named named ? named.objective() : null);
        formula.setTex(tex(shown));
        angle.setText("turned by " + Decimal.write(shown.rotate()) + "°");
        show(kappa, conditionNumber(unturned));
        show(note, unturned.note());
        typed.setValue(shown.choice() instanceof ObjectiveChoice.Typed choice ? choice.expression().text() : "");
        rotate.setValue((int) Math.clamp(Math.round(shown.rotate()), -HALF_TURN, HALF_TURN));
        start.setValue(Decimal.write(shown.start().x1()) + ", " + Decimal.write(shown.start().x2()));
        steps.setValue(String.valueOf(shown.steps()));
        noise.setValue(Decimal.write(shown.noise()));
        seed.setValue(String.valueOf(shown.seed()));
        List.of(typed, start, steps, noise, seed).forEach(field -> field.setInvalid(false));
    }

    /** The objective as a formula. */
    public static String tex(SurfaceExperiment shown) {
        String unturned = shown.choice().objective().formula();
        return shown.rotate() == 0
                ? "f(x_1, x_2) = " + unturned
                : "f(R^{\\top} x), \\quad f(x) = " + unturned;
    }

    private static String conditionNumber(NamedObjective objective) {
        return objective
                .function()
                .constantHessian()
                .map(Curvature::conditionNumber)
                .filter(kappa -> !kappa.isNaN())
                .map(kappa -> "κ = " + Decimal.write(rounded(kappa)))
                .orElse("");
    }

    /** To four digits, enough for a glance. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    private static Span chip() {
        Span chip = new Span();
        chip.addClassName("chip");
        return chip;
    }

    private static void show(Span chip, String text) {
        chip.setText(text);
        chip.setVisible(!text.isEmpty());
    }

    /** A field whose text is what the parameter of that name holds in a link; the link's rules are the field's. */
    private void bind(TextField field, String parameter) {
        field.setManualValidation(true);
        field.addValueChangeListener((ComponentValueChangeEvent<TextField, String> change) -> {
            if (!change.isFromClient()) {
                return;
            }
            Reading<SurfaceExperiment> reading =
                    SurfaceExperiment.read(Map.of(parameter, List.of(change.getValue())));
            field.setInvalid(!reading.problems().isEmpty());
            field.setErrorMessage(reading.problems().stream()
                    .map(Problem::allowed)
                    .map(Problem::request)
                    .findFirst()
                    .orElse(""));
            if (reading.problems().isEmpty()) {
                SurfaceExperiment read = reading.experiment();
                changed.accept(
                        switch (parameter) {
                            case "f" -> experiment.withChoice(read.choice()).withStart(experiment.start());
                            case "start" -> experiment.withStart(read.start());
                            case "steps" -> experiment.withSteps(read.steps());
                            case "noise" -> experiment.withNoise(read.noise(), experiment.seed());
                            default -> experiment.withNoise(experiment.noise(), read.seed());
                        });
            }
        });
    }
}
