package descentlab.controls;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.element.AngleSlider;
import descentlab.element.DropDown;
import descentlab.element.Formula;
import descentlab.element.WhenNear;
import descentlab.experiment.ObjectiveChoice;
import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.objective.Curvature;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Consumer;

/** What can be changed about a race but its optimizers: objective, angle, start, steps, noise, seed. */
public final class RaceSettings extends Composite<Div> {

    private static final DropDown.Options<NamedObjective> OBJECTIVES =
            DropDown.Options.of(Objectives.all(), NamedObjective::title);

    private final DropDown<NamedObjective> objective = new DropDown<>(OBJECTIVES);
    private final Formula formula = new Formula("f");
    private final Span kappa = chip();
    private final AngleSlider rotate = new AngleSlider();
    private final Span note = new Span();
    private final ParameterFields<SurfaceExperiment> fields;
    private SurfaceExperiment experiment;

    /** @param changed told of each change by hand */
    public RaceSettings(Consumer<SurfaceExperiment> changed) {
        this.fields = new ParameterFields<>(SurfaceExperiment.class, SurfaceExperiment.FIELDS, changed);
        objective.setAriaLabel("Objective");
        objective.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(experiment.withChoice(new ObjectiveChoice.Named(change.getValue())));
            }
        });
        rotate.addTurnListener(turned -> {
            double degrees = turned.degrees();
            if (SurfaceExperiment.canTurnBy(degrees)) { // the browser may say anything
                changed.accept(experiment.withRotate(degrees));
            }
        });
        objective.setPlaceholder("Typed");
        note.addClassNames("soft", "note");
        getContent().add(fields);
    }

    /** The row above the plot: which objective, as a formula, and what is to be known of it. */
    public Component objectiveBar() {
        // A list's frame takes a phone as long as a quarter of the page: in a round of its own.
        Div bar = new Div(WhenNear.orByAndBy(() -> objective), formula, kappa, rotate, note);
        bar.addClassName("lab-top");
        return bar;
    }

    /** Shows an experiment without telling of it. */
    public void show(SurfaceExperiment shown) {
        experiment = shown;
        NamedObjective unturned = shown.choice().objective();
        objective.setValue(shown.choice() instanceof ObjectiveChoice.Named named ? named.objective() : null);
        formula.setTex(tex(shown));
        show(kappa, conditionNumber(unturned));
        show(note, unturned.note());
        rotate.show(shown.rotate());
        fields.show(shown);
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
}
