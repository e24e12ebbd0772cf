package descentlab.controls;

import descentlab.experiment.SurfaceExperiment;
import descentlab.plot.Race;
import descentlab.run.Run;
import descentlab.run.RunService;

/** The run that a page's race shows: started for whoever looks at the page, each in place of the one before. */
public final class RaceRun {

    private final RunService runs;
    private final Race race;
    private Run run;

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
        Run previous = run;
        run = runs.find(RunOwner.current(), experiment.query())
                .orElseGet(() -> runs.start(RunOwner.current(), experiment));
        if (previous != null && previous != run) {
            runs.discard(previous);
        }
        race.show(run.id().streamUrl(), experiment.surfaceQuery());
    }
}
