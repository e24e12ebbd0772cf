package descentlab.run;

import descentlab.dataset.ByteImages;
import descentlab.experiment.ImageExperiment;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.ImageTraining;
import descentlab.training.Outcome;
import descentlab.training.TestEvaluation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a training on pictures into a log: as any training, and besides details of what the network makes of the test
 * pictures after each epoch, and its first layer's weights as pictures at each point.
 */
final class ImageFrames implements ImageComputation.Listener {

    private static final long PROGRESS_EVERY = Duration.ofMillis(250).toNanos();
    private static final int MISTAKES_SHOWN = 24;
    private static final int FILTERS_SHOWN = 16;

    private record Header(
            String kind,
            String data,
            String model,
            int examples,
            int epochs,
            int batch,
            List<String> classes,
            List<String> layers,
            List<Series> series) {}

    private record Series(String spec, String optimizer, String title, List<String> columns) {}

    private record Progress(int series, long examples, long total, Double secondsPerEpoch, Double secondsLeft) {}

    private record Place(int place, int of) {}

    private record Detail(int series, Filters filters, Test test) {}

    /** Weights as gray pictures: bytes -127 to 127 times {@code scale}, one picture after the other. */
    private record Filters(int count, int side, double scale, byte[] values) {}

    private record Test(int epoch, double loss, double accuracy, int[] confusion, List<Mistake> mistakes) {}

    private record Mistake(int label, int takenFor, byte[] pixels) {}

    private record SeriesEnd(
            int series, String outcome, String message, Double loss, Double secondsPerEpoch, double seconds) {}

    private final RunLog log;
    private final ImageExperiment experiment;
    private final int[] points;
    private final int[] evaluations;
    private final long[] lastProgress;
    private TimeLeft timeLeft = new TimeLeft();

    ImageFrames(RunLog log, ImageExperiment experiment) {
        this.log = log;
        this.experiment = experiment;
        int series = experiment.runs().size();
        this.points = new int[series];
        this.evaluations = new int[series];
        this.lastProgress = new long[series];
    }

    @Override
    public void waits(int place, int of) {
        log.append(Frame.json(Frame.Type.PLACE, new Place(place, of)));
    }

    @Override
    public void begun(List<ImageTraining> trainings) {
        timeLeft = new TimeLeft(); // the wait for the first turn says nothing of the pace
        log.append(Frame.json(
                Frame.Type.HEADER,
                new Header(
                        "training",
                        experiment.data(),
                        experiment.network().name(),
                        experiment.pictures(),
                        experiment.plan().epochs(),
                        experiment.plan().batch(),
                        trainings.getFirst().data().test().classes(),
                        experiment.network().spans().stream().map(Network.Span::name).toList(),
                        IntStream.range(0, trainings.size())
                                .mapToObj(i -> series(experiment.runs().get(i), trainings.get(i)))
                                .toList())));
    }

    private static Series series(Optimizer optimizer, ImageTraining training) {
        OptimizerKind kind = Optimizers.of(optimizer);
        return new Series(OptimizerSpec.print(optimizer), kind.name(), kind.title(), training.columns());
    }

    @Override
    public void advanced(int series, List<ImageTraining> trainings) {
        ImageTraining training = trainings.get(series);
        write(series, training);
        long now = System.nanoTime();
        if (training.outcome() == null && now - lastProgress[series] >= PROGRESS_EVERY) {
            lastProgress[series] = now;
            log.append(Frame.json(
                    Frame.Type.PROGRESS,
                    new Progress(
                            series,
                            training.examples(),
                            training.total(),
                            orNull(training.secondsPerEpoch()),
                            orNull(timeLeft.seconds(trainings)))));
        }
    }

    private void write(int series, ImageTraining training) {
        int count = training.pointCount();
        List<TestEvaluation> tested = training.evaluations();
        if (count == points[series] && tested.size() == evaluations[series]) {
            return;
        }
        if (count > points[series]) {
            log.append(Frame.rows(series, training.columns().size(), training.points(points[series])));
            points[series] = count;
        }
        Test test = null;
        if (tested.size() > evaluations[series]) {
            evaluations[series] = tested.size();
            test = test(tested.getLast(), training.data().test());
        }
        log.append(Frame.json(Frame.Type.DETAIL, new Detail(series, filters(training), test)));
    }

    private static Test test(TestEvaluation evaluation, ByteImages pictures) {
        List<Mistake> mistakes = IntStream.range(0, pictures.count())
                .filter(i -> evaluation.predicted()[i] != pictures.label(i))
                .limit(MISTAKES_SHOWN)
                .mapToObj(i -> new Mistake(pictures.label(i), evaluation.predicted()[i], pictures.picture(i)))
                .toList();
        return new Test(
                evaluation.epoch(), evaluation.loss(), evaluation.accuracy(), evaluation.confusion(), mistakes);
    }

    private static Filters filters(ImageTraining training) {
        Parameter weight = training.network().parameters().getFirst();
        int count = Math.min(FILTERS_SHOWN, weight.shape().getFirst());
        int side = (int) Math.round(Math.sqrt(weight.fanIn()));
        double[] parameters = training.parameters();
        double largest = 0;
        for (int i = 0; i < count * side * side; i++) {
            largest = Math.max(largest, Math.abs(parameters[weight.offset() + i]));
        }
        double scale = largest / Byte.MAX_VALUE;
        byte[] values = new byte[count * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round(parameters[weight.offset() + i] / Math.max(scale, Double.MIN_NORMAL));
        }
        return new Filters(count, side, scale, values);
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    @Override
    public void ended(int series, ImageTraining training, Outcome outcome) {
        write(series, training);
        double[] last = training.points(Math.max(0, training.pointCount() - 1));
        String explanation = outcome.explanation();
        log.append(Frame.json(
                Frame.Type.SERIES_END,
                new SeriesEnd(
                        series,
                        outcome.name(),
                        explanation.isEmpty() ? null : explanation,
                        last.length == 0 ? null : orNull(last[ImageTraining.LOSS]),
                        orNull(training.secondsPerEpoch()),
                        training.seconds())));
    }

    @Override
    public void allEnded(String outcome) {
        log.end(Frame.json(Frame.Type.END, RaceFrames.End.of(outcome)));
    }

    @Override
    public void failed(String message) {
        log.end(Frame.json(Frame.Type.END, new RaceFrames.End("failed", message)));
    }
}
