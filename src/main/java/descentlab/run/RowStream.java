package descentlab.run;

import descentlab.training.Outcome;
import descentlab.training.Series;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The rows of an experiment as they are computed, one series to its end after the other: handed from the computing thread
 * to the one that reads them. Closing it ends the computation and gives back what was booked for its rows.
 */
public final class RowStream implements AutoCloseable {

    /** What is told. */
    public sealed interface Event {}

    /** Names of the columns of a series' rows. */
    public record Begun(List<String> columns) implements Event {}

    /** Rows of a series, row-major, of so many values each. */
    public record Rows(int series, int stride, double[] values) implements Event {}

    /** A series has ended; {@code fitted} as {@link Series#fitted} has it. */
    public record Ended(int series, Outcome outcome, Map<String, double[]> fitted) implements Event {}

    /** All is over; {@code failure} is empty if nothing went wrong. */
    public record Over(String failure) implements Event {}

    /**
     * Writes into the queue, by the computing thread: what a slice brings at its end, since each time it wakes the reader costs
     * both of them more than most rows do.
     */
    private static final class Told implements SeriesComputation.Listener {

        private final BlockingQueue<List<Event>> handed = new LinkedBlockingQueue<>();
        private List<Event> events = new ArrayList<>();
        private int current;
        private int taken;

        @Override
        public void begun(List<Series> series) {
            events.add(new Begun(series.getFirst().trace().columns()));
        }

        @Override
        public void advanced(List<Series> series) {
            if (current < series.size()) {
                take(series.get(current));
            }
            hand();
        }

        private void hand() {
            if (!events.isEmpty()) {
                handed.add(events);
                events = new ArrayList<>();
            }
        }

        private void take(Series series) {
            if (series.trace().rows() > taken) {
                events.add(new Rows(current, series.trace().stride(), series.trace().values(taken)));
                taken = series.trace().rows();
            }
        }

        @Override
        public void ended(int index, Series series) {
            take(series);
            events.add(new Ended(index, series.outcome(), series.fitted()));
            current = index + 1;
            taken = 0;
        }

        @Override
        public void allEnded(String outcome) {
            events.add(new Over(outcome.equals("finished") ? "" : "The computation was " + outcome + "."));
            hand();
        }

        @Override
        public void failed(String message) {
            events.add(new Over(message));
            hand();
        }
    }

    private final Course course;
    private final Told told = new Told();
    /** Handed over, and not asked for yet. */
    private final Deque<Event> read = new ArrayDeque<>();

    private Job job;
    private RowLedger.Entry rows;

    RowStream(Course course) {
        this.course = course;
    }

    /** What is to be computed. */
    Computation computation() {
        return SeriesComputation.oneByOne(course, told);
    }

    /** It was submitted; so much is booked. */
    RowStream computedBy(Job submitted, RowLedger.Entry booked) {
        job = submitted;
        rows = booked;
        return this;
    }

    /** What the series are called in links, in their order. */
    public List<String> names() {
        return course.names();
    }

    /**
     * The next event; null if there is none for so long.
     *
     * @throws ComputationFailed if the computation threw what it should not have
     */
    public Event poll(Duration longest) throws InterruptedException {
        if (read.isEmpty()) {
            List<Event> fresh = told.handed.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            read.addAll(fresh == null ? List.of() : fresh);
        }
        Event event = read.poll();
        if (event instanceof Over(String failure) && !failure.isEmpty()) {
            RunService.await(job.done()); // which throws what the computation threw
        }
        return event;
    }

    @Override
    public void close() {
        job.cancel(); // nothing, if it has ended
        rows.close();
    }
}
