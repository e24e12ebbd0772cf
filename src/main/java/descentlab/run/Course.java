package descentlab.run;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.Series;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is computed of an experiment: how its series are made, and what is told of them beside their rows. */
interface Course {

    /** The methods of its series, in their order; none where a series is of another kind. */
    default List<Method> runs() {
        return List.of();
    }

    /** What the series are called in links, in their order. */
    default List<String> names() {
        return runs().stream().map(MethodSpec::print).toList();
    }

    /** How many series there are. */
    default int size() {
        return names().size();
    }

    /** What kind of run it is. */
    RunService.Kind kind();

    /** Begins what has to be there before the first series is made: on threads of its own. Asked once. */
    default CompletableFuture<?> begin() {
        return CompletableFuture.completedFuture(null);
    }

    /** Whether series can be made before what {@link #begin} began is there. */
    default boolean atHand() {
        return true;
    }

    /** All that was begun has ended, however it did: gives back what it borrowed. Asked once, by any thread. */
    default void over() {}

    /** Bytes that it holds while it is under way, about, if they are many; else 0. */
    default long memory() {
        return 0;
    }

    /** Bytes of its series once they have ended, if something else can be made of them then; else 0. */
    default long left() {
        return 0;
    }

    /** Bytes of all rows, at most; 0 where they are few. */
    long rows();

    /**
     * Makes the next series.
     *
     * @param before those that have been made
     * @throws CourseException if what it needs is not there
     */
    Series next(List<Series> before);

    /**
     * One that goes on from where another is, by the method of a place here.
     *
     * @param from a series, not midway, of a course that differs from this one at most in its methods and in what is worked out of the
     *     series once all have ended
     * @param index the place
     * @return nothing if it has to be made anew
     */
    default Optional<Series> goingOn(Series from, int index) {
        return Optional.empty();
    }

    /** What a run's frames begin with. */
    Object header(List<Series> series);

    /**
     * What is told of a series beside its rows when it has new ones.
     *
     * @param fresh the new rows
     */
    default List<Object> details(int index, Series series, double[] fresh) {
        return List.of();
    }

    /**
     * What is worked out once all series have ended, for those who hear of it.
     *
     * @return nothing as a rule
     */
    default Optional<? extends Sequel> sequel(List<Series> series) {
        return Optional.empty();
    }

    /** Whether {@link #soFar} may have something. */
    default boolean looksBack() {
        return false;
    }

    /**
     * What is worked out of its series as far as they are, while they wait, for those who hear of it.
     *
     * @param look the how many-th time it is, if there is something, and at {@code most} so often
     * @return nothing if they are not far enough
     */
    default Optional<? extends Sequel> soFar(List<Series> series, int look, int most) {
        return Optional.empty();
    }
}
