package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import descentlab.training.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is left is told by the pace so far, to which no time belongs in which somebody held the run. */
class TimeLeftTest {

    private long now;
    private final TimeLeft left = new TimeLeft(() -> now);
    private final List<Series> series = halfDone();

    /** A training that has seen about one of two epochs. */
    private static List<Series> halfDone() {
        Course course = RunServices.courses().of(TrainingExperiment.read(EncodedQuery.read("epochs=2&run=sgd(lr=0.1)")).orThrow());
        course.begin().join();
        List<Series> made = new ArrayList<>(List.of(course.next(List.of())));
        while (2 * made.getFirst().done() < made.getFirst().total()) {
            made.getFirst().advance(() -> true);
        }
        return made;
    }

    /** How many times what was done since then is left. */
    private double rest(long before) {
        Series training = series.getFirst();
        return (double) (training.total() - training.done()) / (training.done() - before);
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void theRestTakesAsLongForEachExample() {
        pass(4);
        assertThat(left.seconds(series)).isEqualTo(4 * rest(0));
    }

    @Test
    void timeInWhichItIsHeldIsNoneOfThePace() {
        pass(3);
        left.hold();
        pass(600);
        assertThat(left.seconds(series)).isEqualTo(3 * rest(0));
        left.hold();
        pass(600);
        left.goOn();
        left.goOn();
        pass(1);
        assertThat(left.seconds(series)).isEqualTo(4 * rest(0));
    }

    @Test
    void whatWasDoneElsewhereBeforeSaysNothing() {
        long done = series.getFirst().done();
        left.begin(series);
        assertThat(left.seconds(series)).isNaN();
        while (series.getFirst().done() < 1.5 * done) {
            series.getFirst().advance(() -> true);
        }
        pass(3);
        assertThat(left.seconds(series)).isEqualTo(3 * rest(done));
    }

    @Test
    void itIsHeldStillWhereItIsBegunMeanwhile() {
        left.hold();
        pass(600);
        left.begin(List.of());
        pass(600);
        left.goOn();
        pass(4);
        assertThat(left.seconds(series)).isEqualTo(4 * rest(0));
    }
}
