package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.controls.LatestRuns;
import descentlab.controls.RunOwner;
import descentlab.experiment.Experiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

/**
 * Starts, holds and stops trainings, and says how the run that is shown stands to the settings beside it. What is quick
 * runs again at each change, as races do, and so does what trains nothing anew; what takes its time waits to be asked, and what is
 * under way can be held and stopped whatever has been set since.
 */
final class RunControl extends Composite<Div> {

    private final RunService runs;
    private final LatestRuns latest;
    private final Predicate<Experiment> ready;
    private final Consumer<String> shown;
    private final Consumer<String> notice;
    private final Consumer<Boolean> held;
    private final Consumer<IntToLongFunction> branch;
    private final Button goOn = new Button("Go on with…", click -> branch());
    private final Button start = new Button("Run", click -> runAgain());
    private final Button stop = new Button("Stop", click -> stop());
    private final Button pause = new Button("Pause", click -> pauseOrContinue());
    private final Span stale = new Span("Settings changed since this run.");
    private Experiment experiment;
    private Run run;

    /**
     * @param ready whether an experiment can be run now; says why not, if not
     * @param shown told of the id of each run that is to be shown
     * @param held told whether that one waits where it is
     * @param branch told of each place that one of the methods can go on from by another
     * @param notice told what to say; an empty text where there is nothing
     */
    RunControl(
            RunService runs,
            Predicate<Experiment> ready,
            Consumer<String> shown,
            Consumer<Boolean> held,
            Consumer<IntToLongFunction> branch,
            Consumer<String> notice) {
        this.held = held;
        this.branch = branch;
        this.runs = runs;
        this.latest = new LatestRuns(runs);
        this.ready = ready;
        this.shown = shown;
        this.notice = notice;
        start.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        stale.addClassName("chip");
        getContent().addClassName("run-control");
        getContent().add(stale, goOn, pause, stop, start);
    }

    /** Shows the run of an experiment: the one that is under way or was just seen, or a new one. */
    void open(Experiment opened) {
        experiment = opened;
        show(latest::of);
    }

    /** The settings have changed. */
    void change(Experiment changed) {
        experiment = changed;
        notice.accept("");
        if (changed instanceof TrainingExperiment training && training.isQuick()
                || run != null && runs.hasTrained(run, changed)) {
            show(latest::of);
        } else if (run != null && runs.canLookBack(run, changed)) {
            show(this::held);
        } else {
            update();
        }
    }

    /** The run that is held, from where it is, with something else to be worked out of it; it stays held. */
    private Run held(Experiment changed) {
        Run next = latest.next(changed);
        runs.pause(next);
        return next;
    }

    /** The run that is shown is over. */
    void ended() {
        update();
    }

    /** With other settings than those of the shown run, what both have in common is gone on with. */
    private void runAgain() {
        notice.accept("");
        show(isCurrent() ? latest::anew : latest::next);
    }

    private boolean isCurrent() {
        return run != null && run.experiment().equals(experiment.query());
    }

    private void show(Function<Experiment, Run> begun) {
        if (experiment.runs().isEmpty()) {
            notice.accept("Add an optimizer to train with.");
        } else if (ready.test(experiment)) {
            try {
                run = begun.apply(experiment);
                shown.accept(run.id().value());
            } catch (TooBusyException busy) {
                notice.accept(busy.getMessage());
            }
        }
        update();
    }

    private void stop() {
        runs.cancel(run);
        update();
    }

    private void pauseOrContinue() {
        if (run.paused()) {
            runs.resume(run);
        } else {
            runs.pause(run);
        }
        update();
    }

    /** Where the shown run is held or, of one that has ended, in its middle. */
    private void branch() {
        if (!run.paused()) {
            TrainingExperiment training = (TrainingExperiment) experiment;
            branch.accept(method -> training.middle());
            return;
        }
        UI ui = UI.getCurrent();
        try {
            runs.settled(RunOwner.current(), run).thenAccept(places -> ui.access(() -> branch.accept(
                    method -> method < places.size() ? places.get(method) : ((TrainingExperiment) experiment).middle())));
        } catch (TooBusyException busy) {
            notice.accept(busy.getMessage());
        }
    }

    private void update() {
        boolean current = isCurrent();
        boolean underWay = run != null && !run.ended();
        stale.setVisible(run != null && !current);
        boolean paused = underWay && run.paused();
        held.accept(paused);
        pause.setVisible(underWay);
        pause.setText(paused ? "Continue" : "Pause");
        stop.setVisible(underWay);
        goOn.setVisible(current && (!underWay || paused));
        start.setVisible(!underWay || !current);
        start.setText(current ? "Run again" : "Run");
    }
}
