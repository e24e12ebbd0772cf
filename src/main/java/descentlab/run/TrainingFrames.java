package descentlab.run;

import descentlab.dataset.Airfoil;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.Outcome;
import descentlab.training.Training;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Writes a training into a log: new points at most 20 times a second, progress at most 4 times. */
final class TrainingFrames implements TrainingComputation.Listener {

    private static final long ROWS_EVERY = Duration.ofMillis(50).toNanos();
    private static final long PROGRESS_EVERY = Duration.ofMillis(250).toNanos();

    private record Header(
            String kind, String data, String model, int examples, int epochs, int batch, List<Series> series) {}

    private record Series(String spec, String optimizer, String title, List<String> columns) {}

    private record Progress(int series, long examples, long total, Double secondsPerEpoch, Double secondsLeft) {}

    record Parameters(double[] weight, double[] bias) {
        static Parameters of(Training training) {
            double[] all = training.parameters();
            return new Parameters(
                    Arrays.copyOf(all, all.length - 1), Arrays.copyOfRange(all, all.length - 1, all.length));
        }
    }

    private record SeriesEnd(
            int series,
            String outcome,
            String message,
            double loss,
            Double secondsPerEpoch,
            double seconds,
            Parameters parameters) {}

    private final RunLog log;
    private final int[] written;
    private long lastRows;
    private long lastProgress;

    TrainingFrames(RunLog log, TrainingExperiment experiment) {
        this.log = log;
        this.written = new int[experiment.runs().size()];
        this.lastProgress = System.nanoTime();
        log.append(Frame.json(
                Frame.Type.HEADER,
                new Header(
                        "training",
                        experiment.data(),
                        experiment.model(),
                        Airfoil.TRAINING_ROWS,
                        experiment.plan().epochs(),
                        experiment.plan().batch(),
                        experiment.runs().stream()
                                .map(run -> {
                                    OptimizerKind kind = Optimizers.of(run);
                                    return new Series(
                                            OptimizerSpec.print(run), kind.name(), kind.title(), Training.COLUMNS);
                                })
                                .toList())));
    }

    @Override
    public void advanced(List<Training> trainings) {
        long now = System.nanoTime();
        if (now - lastRows >= ROWS_EVERY) {
            lastRows = now;
            for (int series = 0; series < trainings.size(); series++) {
                writePoints(series, trainings.get(series));
            }
        }
        if (now - lastProgress >= PROGRESS_EVERY) {
            lastProgress = now;
            for (int series = 0; series < trainings.size(); series++) {
                if (trainings.get(series).outcome() == null) {
                    writeProgress(series, trainings.get(series));
                }
            }
        }
    }

    private void writePoints(int series, Training training) {
        int count = training.pointCount();
        if (count > written[series]) {
            log.append(Frame.rows(series, Training.COLUMNS.size(), training.points(written[series])));
            written[series] = count;
        }
    }

    private void writeProgress(int series, Training training) {
        double secondsLeft = training.examples() == 0
                ? Double.NaN
                : training.seconds() * (training.total() - training.examples()) / training.examples();
        log.append(Frame.json(
                Frame.Type.PROGRESS,
                new Progress(
                        series,
                        training.examples(),
                        training.total(),
                        orNull(training.secondsPerEpoch()),
                        orNull(secondsLeft))));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    @Override
    public void ended(int series, Training training, Outcome outcome) {
        writePoints(series, training);
        double[] last = training.points(Math.max(0, training.pointCount() - 1));
        String explanation = outcome.explanation();
        log.append(Frame.json(
                Frame.Type.SERIES_END,
                new SeriesEnd(
                        series,
                        outcome.name(),
                        explanation.isEmpty() ? null : explanation,
                        last[Training.LOSS],
                        orNull(training.secondsPerEpoch()),
                        training.seconds(),
                        Parameters.of(training))));
    }

    @Override
    public void allEnded(String outcome) {
        log.end(Frame.json(Frame.Type.END, RaceFrames.End.of(outcome)));
    }
}
