package descentlab.run;

import descentlab.dataset.ZipfText;
import descentlab.experiment.Task;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.Outcome;
import descentlab.training.Training;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a training into a log: new points at most 20 times a second, progress at most 4 times. */
final class TrainingFrames implements TrainingComputation.Listener {

    private static final long ROWS_EVERY = Duration.ofMillis(50).toNanos();
    private static final long PROGRESS_EVERY = Duration.ofMillis(250).toNanos();

    private record Header(
            String kind,
            String data,
            String model,
            int examples,
            int epochs,
            int batch,
            List<Band> bands,
            List<Series> series) {}

    /** The words that a column has the weight error of, by rank from 1, and how many documents one is in on average. */
    private record Band(String column, int first, int last, double documents) {}

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
    private final TrainingExperiment experiment;
    private final int[] written;
    private long lastRows;
    private final TimeLeft timeLeft = new TimeLeft();
    private long lastProgress = System.nanoTime();

    TrainingFrames(RunLog log, TrainingExperiment experiment) {
        this.log = log;
        this.experiment = experiment;
        this.written = new int[experiment.runs().size()];
    }

    @Override
    public void begun(List<Training> trainings) {
        Task task = experiment.task();
        log.append(Frame.json(
                Frame.Type.HEADER,
                new Header(
                        "training",
                        task.data(),
                        task.model(),
                        task.examples(),
                        experiment.plan().epochs(),
                        experiment.plan().batch(),
                        bands(task),
                        IntStream.range(0, trainings.size())
                                .mapToObj(i -> series(experiment.runs().get(i), trainings.get(i)))
                                .toList())));
    }

    private static List<Band> bands(Task task) {
        List<String> columns = task.measure().names();
        List<ZipfText.Band> bands = task.bands();
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Band(
                        columns.get(i),
                        bands.get(i).first() + 1,
                        bands.get(i).end(),
                        bands.get(i).documents()))
                .toList();
    }

    private static Series series(Optimizer optimizer, Training training) {
        OptimizerKind kind = Optimizers.of(optimizer);
        return new Series(OptimizerSpec.print(optimizer), kind.name(), kind.title(), training.columns());
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
            double secondsLeft = timeLeft.seconds(trainings);
            for (int series = 0; series < trainings.size(); series++) {
                if (trainings.get(series).outcome() == null) {
                    writeProgress(series, trainings.get(series), secondsLeft);
                }
            }
        }
    }

    private void writePoints(int series, Training training) {
        int count = training.pointCount();
        if (count > written[series]) {
            log.append(Frame.rows(series, training.columns().size(), training.points(written[series])));
            written[series] = count;
        }
    }

    private void writeProgress(int series, Training training, double secondsLeft) {
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
