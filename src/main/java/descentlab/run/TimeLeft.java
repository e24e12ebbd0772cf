package descentlab.run;

import descentlab.training.Series;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a run takes on, by the clock until all its optimizers have ended, since they take turns: what was done since it
 * began, carried on to what is left. Waiting for others' turns counts, as it will go on; being held by somebody does not.
 */
final class TimeLeft {

    private static final double NANOS = 1e9;
    private static final long NOT_HELD = -1;

    private final LongSupplier clock;
    private long began;
    private long doneBefore;
    private long heldFor;
    private long heldFrom = NOT_HELD;

    TimeLeft() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds from some moment on */
    TimeLeft(LongSupplier clock) {
        long origin = clock.getAsLong();
        this.clock = () -> clock.getAsLong() - origin;
    }

    /** It begins here: what was done of these before says nothing of the pace, nor does any wait. */
    synchronized void begin(List<? extends Series> series) {
        began = clock.getAsLong();
        doneBefore = done(series);
        heldFor = 0;
        heldFrom = heldFrom == NOT_HELD ? NOT_HELD : began;
    }

    /** It is held where it is; once more changes nothing. */
    synchronized void hold() {
        heldFrom = heldFrom == NOT_HELD ? clock.getAsLong() : heldFrom;
    }

    /** It is held no more. */
    synchronized void goOn() {
        heldFor += held();
        heldFrom = NOT_HELD;
    }

    private long held() {
        return heldFrom == NOT_HELD ? 0 : clock.getAsLong() - heldFrom;
    }

    /** Seconds; NaN before the first step. */
    synchronized double seconds(List<? extends Series> series) {
        long seen = done(series) - doneBefore;
        long left = series.stream()
                .filter(each -> each.outcome() == null)
                .mapToLong(each -> each.total() - each.done())
                .sum();
        return seen == 0 ? Double.NaN : (clock.getAsLong() - began - heldFor - held()) / NANOS * left / seen;
    }

    private static long done(List<? extends Series> series) {
        return series.stream().mapToLong(Series::done).sum();
    }
}
