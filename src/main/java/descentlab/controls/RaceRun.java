package descentlab.controls;

import descentlab.experiment.SurfaceExperiment;
import descentlab.element.Race;
import descentlab.run.Run;
import descentlab.run.RunService;
import java.util.ArrayDeque;
import java.util.Deque;

/** The run that a page's race shows: started for whoever looks at the page, each in place of the one before. */
public final class RaceRun {

    private static final int KEPT = 4;

    private final RunService runs;
    private final Race race;
    /** The latest runs, the shown one last. */
    private final Deque<Run> latest = new ArrayDeque<>();

    public RaceRun(RunService runs, Race race) {
        this.runs = runs;
        this.race = race;
    }

    /**
     * Runs an experiment, or takes its run up again, and shows it.
     *
     * @throws descentlab.run.TooBusyException if the quotas are used up; what was shown stays then
     */
    public void show(SurfaceExperiment experiment) {
        Run run = runs.find(RunOwner.current(), experiment.query())
                .orElseGet(() -> runs.start(RunOwner.current(), experiment));
        latest.remove(run);
        latest.add(run);
        // A browser may be about to ask for one that was shown a moment ago: those go a few later.
        if (latest.size() > KEPT) {
            runs.discard(latest.remove());
        }
        race.show(run.id().streamUrl(), experiment.surfaceQuery());
    }
}
