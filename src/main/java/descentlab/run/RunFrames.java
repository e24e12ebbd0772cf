package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Stage;
import descentlab.optimizer.Staged;
import descentlab.training.Series;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the series of a course into a log: new rows at most 20 times a second, progress at most 4 times. */
final class RunFrames implements SeriesComputation.Listener {

    private static final long ROWS_EVERY = Duration.ofMillis(50).toNanos();
    private static final long PROGRESS_EVERY = Duration.ofMillis(250).toNanos();

    /**
     * What a header says of a series; {@code memories} by their symbols. Of several stages, {@code optimizer} is the kind
     * of the first, {@code lr} the rate of the last, and {@code memories} are those of all; {@code stages} are there only then.
     */
    record SeriesHeader(
            String spec,
            String optimizer,
            String title,
            double lr,
            List<String> memories,
            List<String> columns,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StageHeader> stages) {

        static List<SeriesHeader> of(List<Method> methods, List<Series> series) {
            return IntStream.range(0, series.size())
                    .mapToObj(i -> of(methods.get(i), series.get(i)))
                    .toList();
        }

        private static SeriesHeader of(Method method, Series series) {
            return new SeriesHeader(
                    MethodSpec.print(method),
                    Optimizers.of(method.first()).name(),
                    method.title(),
                    method.lr(),
                    method.memories(),
                    series.trace().columns(),
                    method instanceof Staged staged
                            ? staged.stages().stream().map(StageHeader::of).toList()
                            : List.of());
        }
    }

    /** What a header says of one of several stages; {@code from} in steps, or in examples. */
    record StageHeader(
            long from, boolean keep, String spec, String optimizer, String title, double lr, List<String> memories) {

        private static StageHeader of(Stage stage) {
            OptimizerKind kind = Optimizers.of(stage.optimizer());
            return new StageHeader(
                    stage.from(),
                    stage.keep(),
                    MethodSpec.print(stage),
                    kind.name(),
                    kind.title(),
                    stage.optimizer().lr(),
                    stage.optimizer().memories());
        }
    }

    private record Place(int place, int of) {}

    private record Progress(int series, long done, long total, Double secondsPerEpoch, Double secondsLeft) {}

    /** {@code suggestedRate} is null unless the series ran away and a rate that works is known. */
    private record SeriesEnd(
            int series,
            String outcome,
            long done,
            String message,
            Double suggestedRate,
            Double secondsPerEpoch,
            Double seconds) {}

    private record End(String outcome, String message) {}

    /** The last frame of a run that failed, with the reason. */
    static byte[] failure(String message) {
        return Frame.json(Frame.Type.END, new End("failed", message));
    }

    private final RunLog log;
    private final Course course;
    private final int[] written;
    private final TimeLeft timeLeft = new TimeLeft();
    private long lastRows;
    private long lastProgress = System.nanoTime();

    RunFrames(RunLog log, Course course) {
        this.log = log;
        this.course = course;
        this.written = new int[course.size()];
    }

    @Override
    public void waits(int place, int of) {
        log.append(Frame.json(Frame.Type.PLACE, new Place(place, of)));
    }

    @Override
    public void begun(List<Series> series) {
        timeLeft.begin(series);
        log.append(Frame.json(Frame.Type.HEADER, course.header(series)));
    }

    @Override
    public void advanced(List<Series> series) {
        long now = System.nanoTime();
        if (now - lastRows >= ROWS_EVERY) {
            lastRows = now;
            writeRows(series);
        }
        if (now - lastProgress >= PROGRESS_EVERY) {
            lastProgress = now;
            writeProgress(series);
        }
    }

    @Override
    public void hold() {
        timeLeft.hold();
    }

    @Override
    public void goOn() {
        timeLeft.goOn();
    }

    @Override
    public void held(List<Series> series) {
        writeRows(series);
        writeProgress(series);
    }

    private void writeRows(List<Series> series) {
        for (int i = 0; i < series.size(); i++) {
            writeRows(i, series.get(i));
        }
    }

    private void writeProgress(List<Series> series) {
        double secondsLeft = timeLeft.seconds(series);
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).outcome() == null) {
                writeProgress(i, series.get(i), secondsLeft);
            }
        }
    }

    private void writeRows(int index, Series series) {
        int count = series.trace().rows();
        if (count > written[index]) {
            double[] fresh = series.trace().values(written[index]);
            written[index] = count;
            log.append(Frame.rows(index, series.trace().stride(), fresh));
            course.details(index, series, fresh).forEach(each -> log.append(Frame.json(Frame.Type.DETAIL, each)));
        }
    }

    private void writeProgress(int index, Series series, double secondsLeft) {
        log.append(Frame.json(
                Frame.Type.PROGRESS,
                new Progress(
                        index, series.done(), series.total(), orNull(series.secondsPerEpoch()), orNull(secondsLeft))));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    @Override
    public void ended(int index, Series series) {
        writeRows(index, series);
        String explanation = series.outcome().explanation();
        log.append(Frame.json(
                Frame.Type.SERIES_END,
                new SeriesEnd(
                        index,
                        series.outcome().name(),
                        series.done(),
                        explanation.isEmpty() ? null : explanation,
                        orNull(series.outcome().suggestedRate().orElse(Double.NaN)),
                        orNull(series.secondsPerEpoch()),
                        orNull(series.seconds()))));
    }

    @Override
    public boolean hearsSequel() {
        return true;
    }

    @Override
    public void toldAfter(Object detail) {
        log.append(Frame.json(Frame.Type.DETAIL, detail));
    }

    @Override
    public void allEnded(String outcome) {
        end(outcome, outcome.equals("failed") ? "The computation failed on the server; this is our fault." : null);
    }

    @Override
    public void failed(String message) {
        end("failed", message);
    }

    private void end(String outcome, String message) {
        log.end(Frame.json(Frame.Type.END, new End(outcome, message)));
    }
}
