package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService.Way;
import java.util.Optional;

/**
 * What somebody picked and where it led.
 *
 * @param by who
 * @param experiment what they ran
 * @param way where its best optimizer went, once that is computed
 */
public record Tried(Participant by, SurfaceExperiment experiment, Optional<Way> way) {}
