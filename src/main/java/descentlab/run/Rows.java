package descentlab.run;

import descentlab.experiment.Experiment;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Optimizer;
import descentlab.training.Trace;
import descentlab.training.Training;

/** How large the rows of a race or a training become, at most. */
final class Rows {

    private Rows() {}

    /** Bytes of what is kept of an experiment's rows; of pictures few are, whose memory the seats bound. */
    static long of(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> ofTraces(race);
            case TrainingExperiment training -> ofPoints(training);
            case ImageExperiment few -> 0;
            case SpectrumExperiment none -> 0;
        };
    }

    private static long ofTraces(SurfaceExperiment experiment) {
        return experiment.runs().stream()
                .mapToLong(run -> bytes(experiment.steps() + 1L, columns(run)))
                .sum();
    }

    /** Two values for each thing that it remembers in two dimensions. */
    private static int columns(Optimizer optimizer) {
        return Trace.FIRST_MEMORY + 2 * optimizer.start(2).memories().size();
    }

    private static long ofPoints(TrainingExperiment experiment) {
        int columns = Training.COLUMNS.size() + experiment.task().measure().names().size();
        long examples = (long) experiment.plan().epochs() * experiment.task().examples();
        return experiment.runs().size() * bytes(examples / experiment.plan().every() + 3, columns);
    }

    private static long bytes(long rows, int columns) {
        return rows * columns * Double.BYTES;
    }
}
