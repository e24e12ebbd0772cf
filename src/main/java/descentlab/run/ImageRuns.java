package descentlab.run;

import descentlab.experiment.ImageExperiment;
import descentlab.model.Crew;

/** Starts trainings on pictures. */
public final class ImageRuns {

    private final RunService runs;
    private final Pictures pictures;
    private final Crew crew = Crew.ofAllCores();

    ImageRuns(RunService runs, Pictures pictures) {
        this.runs = runs;
        this.pictures = pictures;
    }

    /**
     * Starts a training.
     *
     * @param owner who asks, for fair turns and for finding the run again
     * @throws TooBusyException if the quotas are used up
     */
    public Run start(Object owner, ImageExperiment experiment) {
        RunLog log = new MemoryRunLog();
        return runs.start(
                owner,
                experiment.query(),
                log,
                new ImageComputation(experiment, pictures, crew, new ImageFrames(log, experiment)));
    }
}
