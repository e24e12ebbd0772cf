package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Seat;
import descentlab.classroom.TryTask;
import descentlab.controls.OptimizerList;
import descentlab.controls.RaceRun;
import descentlab.element.Formula;
import descentlab.element.LogSlider;
import descentlab.element.Race;
import descentlab.element.RaceInspector;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleOptimizer;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.Optional;

/** A student's own race: what the task lets them pick, or all of it while the class explores. */
final class OwnRace extends Composite<Race> {

    private final RaceRun run;
    private final Seat seat;
    private final Race race = getContent();
    private final RaceSurface surface = new RaceSurface();
    private final Paragraph said = new Paragraph();
    private final Div controls = new Div();
    private SurfaceExperiment experiment = SurfaceExperiment.initial();
    private Optional<TryTask> task = Optional.empty();
    private boolean exploring;

    OwnRace(RunService runs, Seat seat) {
        this.run = new RaceRun(runs, race);
        this.seat = seat;
        race.addClassNames("class-race", "own-race");
        surface.addClassName("fill");
        surface.addStartListener(moved -> {
            experiment = experiment.withStart(new Point(moved.getX1(), moved.getX2()));
            start();
            if (moved.isFinal()) {
                handInIfAsked();
            }
        });
        race.addGoneListener(gone -> start());
        said.getElement().setAttribute("role", "status");
        controls.addClassName("own-controls");
        Section plot = new Section(surface, new RaceTimeline());
        plot.addClassNames("card", "plot");
        Section side = new Section(controls, said, new RaceInspector());
        side.addClassNames("card", "class-side");
        race.add(plot, side);
    }

    /** @param asked nothing to explore */
    boolean isAt(Optional<TryTask> asked) {
        return task.equals(asked) && exploring == asked.isEmpty();
    }

    /** Begins a task, from what was handed in for it before. */
    void begin(TryTask asked) {
        if (isAt(Optional.of(asked))) {
            return;
        }
        task = Optional.of(asked);
        exploring = false;
        experiment = handedIn().orElse(asked.experiment());
        boolean rate = asked.vary() == TryTask.Vary.RATE;
        surface.setStartMovable(!rate);
        surface.setLeastStart(asked.leastStart());
        controls.removeAll();
        if (rate) {
            LogSlider slider = new LogSlider("Your learning rate");
            slider.setRun(0);
            slider.setValue(experiment.runs().getFirst().lr());
            slider.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    rate(change.getValue());
                }
            });
            controls.add(slider);
            Optimizer stepped = experiment.runs().getFirst().last();
            if (stepped instanceof RuleOptimizer) {
                controls.add(Formula.display(Optimizers.of(stepped).formula())); // its name says nothing of what it does
            }
        } else {
            controls.add(new Paragraph("Click, drag or use the arrow keys on the plot: where do you start? The hatched part is"
                    + " too low to count."));
        }
        if (handedIn().isPresent()) {
            said.setText("Handed in. Try another.");
            start();
        } else {
            said.setText("What you pick is handed in by itself.");
            startWithAll(asked);
        }
    }

    /** All begin with the same, so that one run serves the class until each picks something. */
    private void startWithAll(TryTask asked) {
        try {
            race.show(seat.commonRun(asked), experiment.surfaceQuery(), experiment.query());
        } catch (ClassroomException busy) {
            said.setText(busy.getMessage());
        }
    }

    /** Opens what is led to the student's own changes. */
    void explore(SurfaceExperiment led) {
        if (isAt(Optional.empty())) {
            return; // what they are at stays theirs
        }
        exploring = true;
        task = Optional.empty();
        experiment = led;
        surface.setStartMovable(true);
        surface.setLeastStart(Double.NaN);
        controls.removeAll();
        NativeDetails optimizers = new NativeDetails("Change the optimizers");
        optimizers.addToggleListener(toggle -> {
            if (toggle.isOpened() && optimizers.getContent() == null) {
                optimizers.setContent(optimizers());
            }
        });
        Button share = new Button("Show this to the teacher", click -> handIn());
        Button lab = new Button(
                "Open in the surface lab",
                click -> UI.getCurrent().getPage().open(experiment.link(), "_blank"));
        Div row = new Div(share, lab);
        row.addClassName("row");
        controls.add(optimizers, row);
        said.setText("");
        // The room's own run serves until something is changed: a class that is let go starts no run each at once.
        race.show(seat.room().scene().run(), experiment.surfaceQuery(), experiment.query());
    }

    private OptimizerList optimizers() {
        OptimizerList optimizers = new OptimizerList(SurfaceExperiment.MOST_RUNS, OptimizerList.Offer.ALL, changed -> {
            experiment = experiment.withRuns(changed);
            start();
        });
        optimizers.show(experiment.runs());
        return optimizers;
    }

    /** Forgets what it was at, so that the next task or exploring begins anew. */
    void rest() {
        task = Optional.empty();
        exploring = false;
    }

    private Optional<SurfaceExperiment> handedIn() {
        return seat.room().board().tries().stream()
                .filter(tried -> tried.by().id().equals(seat.id()))
                .map(tried -> tried.experiment())
                .findFirst();
    }

    private void rate(double lr) {
        try {
            experiment = experiment.withRate(0, lr);
            start();
            handInIfAsked();
        } catch (IllegalArgumentException refused) {
            said.setText("That rate cannot be taken.");
        }
    }

    private void handInIfAsked() {
        if (task.isPresent()) {
            handIn();
        }
    }

    private void handIn() {
        String done = task.isPresent()
                ? "Handed in. Try another: the last one counts."
                : "The teacher can see this now, and show it to all without your name.";
        UI ui = UI.getCurrent();
        try {
            seat.handIn(experiment)
                    .whenComplete((kept, failed) -> ui.access(() ->
                            said.setText(failed == null ? done : "Not handed in. " + Words.refusal(failed))));
        } catch (ClassroomException | TooBusyException refused) {
            said.setText(refused.getMessage());
        }
    }

    private void start() {
        try {
            run.show(experiment);
        } catch (TooBusyException busy) {
            said.setText(busy.getMessage());
        }
    }
}
