package descentlab.controls;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.element.Race;
import descentlab.element.RaceInspector;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.function.Consumer;

/** A race in a page of words. */
public final class RaceFigure extends Composite<Div> {

    private final Race race = new Race();
    private final RaceSurface surface = new RaceSurface();
    private final Div busy = new Div();
    private final RaceRun run;
    private SurfaceExperiment experiment;

    public RaceFigure(RunService runs, SurfaceExperiment experiment) {
        this.run = new RaceRun(runs, race);
        this.experiment = experiment;
        surface.addClassName("fill");
        RaceInspector inspector = new RaceInspector();
        race.addClassName("race-figure");
        race.add(surface, new RaceTimeline(), inspector);
        race.addGoneListener(gone -> start());
        busy.addClassNames("say", "warn");
        busy.setVisible(false);
        getContent().add(race, busy);
    }

    /** Lets the reader move the start; told of each race that this makes. */
    public void letStartMove(Consumer<SurfaceExperiment> moved) {
        surface.addStartListener(to -> {
            show(experiment.withStart(new Point(to.getX1(), to.getX2())));
            moved.accept(experiment);
        });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        start();
    }

    /** Shows another race. */
    public void show(SurfaceExperiment other) {
        experiment = other;
        start();
    }

    private void start() {
        try {
            run.show(experiment);
            busy.setVisible(false);
        } catch (TooBusyException full) {
            busy.setText(full.getMessage());
            busy.setVisible(true);
        }
    }
}
