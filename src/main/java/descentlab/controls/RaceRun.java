package descentlab.controls;

import descentlab.element.Race;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService;

/** The run that a page's race shows. */
public final class RaceRun {

    private final LatestRuns latest;
    private final Race race;

    public RaceRun(RunService runs, Race race) {
        this.latest = new LatestRuns(runs);
        this.race = race;
    }

    /**
     * Runs an experiment, or takes its run up again, and shows it.
     *
     * @throws descentlab.run.TooBusyException if the quotas are used up; what was shown stays then
     */
    public void show(SurfaceExperiment experiment) {
        race.show(latest.of(experiment).id().streamUrl(), experiment.surfaceQuery(), experiment.query());
    }
}
