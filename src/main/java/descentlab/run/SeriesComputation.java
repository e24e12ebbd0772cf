package descentlab.run;

import descentlab.training.Outcome;
import descentlab.training.Series;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes the series of a course, piece by piece. */
final class SeriesComputation implements Computation {

    /** Hears how it goes; called by the computing thread, but for its place in line and being held. */
    interface Listener {
        /** As {@link Computation#waits} has it. */
        default void waits(int place, int of) {}

        /** As {@link Computation#hold} has it. */
        default void hold() {}

        /** As {@link Computation#goOn} has it. */
        default void goOn() {}

        /** Once all series are made, before anything else but the wait. */
        default void begun(List<Series> series) {}

        /** After each slice. */
        default void advanced(List<Series> series) {}

        void ended(int index, Series series);

        /** It waits where it is, and what the course makes of it so far is about to be told. */
        default void held(List<Series> series) {}

        /** Whether it hears what a course works out of its series; else that is not done. */
        default boolean hearsSequel() {
            return false;
        }

        /** A piece of that. */
        default void toldAfter(Object detail) {}

        /** All is over: finished, cancelled or failed. */
        default void allEnded(String outcome) {}

        /** It could not be done; says why. */
        default void failed(String message) {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(SeriesComputation.class);

    /** So often what is made of it so far is worked out, at most: it stays in the log. */
    static final int MOST_LOOKS = 16;

    private static final CompletableFuture<List<Series>> NONE = CompletableFuture.completedFuture(List.of());

    private final Course course;
    private final boolean sideBySide;
    private final Listener listener;
    private final CompletableFuture<List<Series>> estate;
    private final List<Series> series = new ArrayList<>();
    private final BitSet told = new BitSet();
    private int current = -1;
    private volatile double share;
    private boolean bequeathed;
    private volatile boolean unmade = true;
    private volatile List<Series> ended = List.of();

    /** Null until all series have ended. */
    private Optional<? extends Sequel> sequel;

    /** What is being made of it so far while it waits; null where nothing is. */
    private Sequel soFar;

    private int looks;
    private volatile boolean looksBack;

    private SeriesComputation(
            Course course, boolean sideBySide, Listener listener, CompletableFuture<List<Series>> estate) {
        this.course = course;
        this.sideBySide = sideBySide;
        this.listener = listener;
        this.estate = estate;
    }

    /** Always the series that is farthest behind, so that they grow side by side. */
    static SeriesComputation sideBySide(Course course, Listener listener) {
        return sideBySide(course, listener, NONE);
    }

    /**
     * The same, where some of them may go on from where others were.
     *
     * @param estate series that some may be gone on from, as {@link Course#goingOn} has it, once they are there
     */
    static SeriesComputation sideBySide(Course course, Listener listener, CompletableFuture<List<Series>> estate) {
        return new SeriesComputation(course, true, listener, estate);
    }

    /** One series to its end after the other. */
    static SeriesComputation oneByOne(Course course, Listener listener) {
        return new SeriesComputation(course, false, listener, NONE);
    }

    @Override
    public CompletableFuture<?> begin() {
        return CompletableFuture.allOf(course.begin(), estate);
    }

    /** Gives its series to another computation; what is left to it is to end. */
    synchronized List<Series> bequeath() {
        bequeathed = true;
        return List.copyOf(series);
    }

    /** Whether all of them are such; none are before all are made. */
    synchronized boolean areAll(Predicate<Series> such) {
        return isReady() && series.stream().allMatch(such);
    }

    /** All of them once each has come to its end here, whatever is worked out of them then; else none. From any thread. */
    List<Series> ended() {
        return ended;
    }

    /**
     * Goes on until no series is midway.
     *
     * @return how far each is then, once that is so
     */
    synchronized Optional<List<Long>> settle(BooleanSupplier over) {
        return haveSettled(series, over) ? Optional.of(series.stream().map(Series::done).toList()) : Optional.empty();
    }

    private static boolean haveSettled(List<Series> all, BooleanSupplier over) {
        for (Series each : all) {
            while (each.midway()) {
                each.advance(over);
                if (over.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void over() {
        course.over();
    }

    @Override
    public long memory() {
        return course.memory();
    }

    @Override
    public void waits(int place, int of) {
        listener.waits(place, of);
    }

    @Override
    public void hold() {
        listener.hold();
    }

    @Override
    public void goOn() {
        listener.goOn();
    }

    @Override
    public synchronized boolean advance(BooleanSupplier over) {
        if (bequeathed) {
            listener.allEnded("cancelled");
            return true;
        }
        try {
            soFar = null; // nobody waits for it
            boolean done = work(over);
            share = Series.share(series);
            looksBack = !done
                    && isReady()
                    && ended.isEmpty()
                    && looks < MOST_LOOKS
                    && listener.hearsSequel()
                    && course.looksBack();
            return done;
        } catch (CourseException missing) {
            listener.failed(missing.getMessage());
            return true;
        }
    }

    private boolean work(BooleanSupplier over) {
        do {
            if (!isReady()) {
                if (haveSettled(estate.join(), over)) {
                    makeReady();
                }
                continue;
            }
            if (current < 0 || current == series.size() || !series.get(current).midway()) {
                current = sideBySide ? farthestBehind() : told.nextClearBit(0);
            }
            if (current == series.size()) {
                if (!sequelDone(over)) {
                    continue;
                }
                listener.allEnded("finished");
                return true;
            }
            if (series.get(current).advance(over)) {
                tell(current);
            }
        } while (!over.getAsBoolean());
        if (isReady()) {
            listener.advanced(series);
        }
        return false;
    }

    private boolean sequelDone(BooleanSupplier over) {
        if (sequel == null) {
            sequel = listener.hearsSequel() ? course.sequel(series) : Optional.empty();
        }
        return sequel.isEmpty() || isTold(sequel.get(), over);
    }

    private boolean isTold(Sequel each, BooleanSupplier over) {
        boolean done;
        try {
            done = each.advance(over);
        } catch (RuntimeException e) {
            // The series are what was asked for first: they keep what they have.
            LOG.error("What is worked out beside a run failed", e);
            listener.toldAfter(each.cut(Sequel.Cut.FAILED));
            return true;
        }
        each.fresh().forEach(listener::toldAfter);
        return done;
    }

    @Override
    public boolean looksBack() {
        return looksBack || hasTakenOver() && listener.hearsSequel() && course.looksBack();
    }

    /** Whether all of its way so far was another's: it may be held where that one was. */
    private boolean hasTakenOver() {
        return unmade && !estate.getNow(List.of()).isEmpty();
    }

    @Override
    public synchronized void lookBack(BooleanSupplier over) {
        if (!looksBack() || bequeathed) {
            looksBack = false;
            return;
        }
        while (!isReady()) {
            if (!haveSettled(estate.join(), over)) {
                return;
            }
            makeReady();
        }
        looksBack = true;
        if (soFar == null) {
            listener.held(series);
            soFar = course.soFar(series, looks + 1, MOST_LOOKS).orElse(null);
            looks += soFar == null ? 0 : 1;
        }
        if (soFar == null || isTold(soFar, over)) {
            soFar = null;
            looksBack = false;
        }
    }

    @Override
    public synchronized void lookingBackSpent() {
        if (soFar != null) {
            listener.toldAfter(soFar.cut(Sequel.Cut.SPENT));
            soFar = null;
        }
        looksBack = false;
    }

    /** Of those whose end has not been told; as many as there are if all have. */
    private int farthestBehind() {
        int least = told.nextClearBit(0);
        for (int i = told.nextClearBit(least + 1); i < series.size(); i = told.nextClearBit(i + 1)) {
            least = series.get(i).done() < series.get(least).done() ? i : least;
        }
        return least;
    }

    private void tell(int index) {
        told.set(index);
        listener.ended(index, series.get(index));
        if (told.cardinality() == course.size()) {
            ended = List.copyOf(series);
        }
    }

    private boolean isReady() {
        return series.size() == course.size();
    }

    private void makeReady() {
        series.add(goingOn().orElseGet(() -> course.next(series)));
        if (isReady()) {
            unmade = false;
            listener.begun(series);
        }
    }

    /** The next one, if it goes on from where one was that is the same so far: the farthest. */
    private Optional<Series> goingOn() {
        return estate.join().stream()
                .filter(each -> !each.midway())
                .sorted(Comparator.comparingLong(Series::done).reversed())
                .flatMap(each -> course.goingOn(each, series.size()).stream())
                .findFirst();
    }

    /** The share of all that is to be done, 0 to 1; from any thread. */
    double share() {
        return share;
    }

    @Override
    public void cancelled() {
        stop(new Outcome.Cancelled(), "cancelled");
    }

    @Override
    public synchronized void budgetSpent(String explanation) {
        if (sequel != null && !bequeathed) {
            sequel.ifPresent(each -> listener.toldAfter(each.cut(Sequel.Cut.SPENT)));
        }
        stop(new Outcome.BudgetSpent(explanation), "finished");
    }

    @Override
    public void failed() {
        listener.allEnded("failed");
    }

    private synchronized void stop(Outcome outcome, String all) {
        if (bequeathed) {
            listener.allEnded(all);
            return;
        }
        while (!isReady() && course.atHand()) {
            makeReady();
        }
        for (int i = told.nextClearBit(0); isReady() && i < series.size(); i = told.nextClearBit(i + 1)) {
            series.get(i).end(outcome);
            tell(i);
        }
        listener.allEnded(all);
    }
}
