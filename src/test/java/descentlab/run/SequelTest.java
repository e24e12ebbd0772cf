package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.Method;
import descentlab.training.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is worked out of a run's series may fail or take too long: it says so, and the series keep what they have. */
class SequelTest {

    private final List<String> told = new ArrayList<>();

    /** Tells of each piece of as many as it has, unless it fails at one. */
    private static class Pieces implements Sequel {
        private final int count;
        private final int fault;
        private int at;
        private int last;

        /** @param fault the piece that fails, from 1 */
        Pieces(int count, int fault) {
            this.count = count;
            this.fault = fault;
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            if (++at == fault) {
                throw new IllegalStateException("a defect, on purpose");
            }
            return at == count;
        }

        @Override
        public List<Object> fresh() {
            return last == at ? List.of() : List.of("piece " + (last = at));
        }

        @Override
        public Object cut(Cut why) {
            return why;
        }
    }

    /** A race of two, of which something is worked out. */
    private record Followed(RaceCourse race, Sequel sequel) implements Course {
        Followed(Sequel sequel) {
            this(
                    new RaceCourse(SurfaceExperiment.read(Map.of(
                                    "steps", List.of("1000"), "run", List.of("sgd(lr=0.1)", "adagrad(lr=0.4)")))
                            .orThrow()),
                    sequel);
        }

        @Override
        public List<Method> runs() {
            return race.runs();
        }

        @Override
        public RunService.Kind kind() {
            return race.kind();
        }

        @Override
        public long rows() {
            return race.rows();
        }

        @Override
        public Series next(List<Series> before) {
            return race.next(before);
        }

        @Override
        public Object header(List<Series> series) {
            return race.header(series);
        }

        @Override
        public boolean looksBack() {
            return true;
        }

        @Override
        public Optional<Sequel> sequel(List<Series> series) {
            return Optional.of(sequel);
        }

        @Override
        public Optional<Sequel> soFar(List<Series> series, int look, int most) {
            return Optional.of(sequel);
        }
    }

    private SeriesComputation computation(Sequel sequel) {
        return SeriesComputation.sideBySide(new Followed(sequel), new SeriesComputation.Listener() {
            @Override
            public void ended(int index, Series series) {
                told.add(index + ": " + series.trace().rows() + " rows");
            }

            @Override
            public boolean hearsSequel() {
                return true;
            }

            @Override
            public void toldAfter(Object detail) {
                told.add(detail.toString());
            }

            @Override
            public void allEnded(String outcome) {
                told.add(outcome);
            }
        });
    }

    private static void toItsEnd(SeriesComputation computation) {
        while (!computation.advance(() -> true)) {
            // on
        }
    }

    /** Up to where both series have ended. */
    private void toItsSequel(SeriesComputation computation) {
        while (told.size() < 2) {
            computation.advance(() -> true);
        }
    }

    @Test
    void allOfItIsToldBeforeTheEnd() {
        toItsEnd(computation(new Pieces(3, 0)));
        assertThat(told).containsExactly("0: 1001 rows", "1: 1001 rows", "piece 1", "piece 2", "piece 3", "finished");
    }

    @Test
    void aFaultInItIsNoneOfTheRuns() {
        toItsEnd(computation(new Pieces(3, 2)));
        assertThat(told).containsExactly("0: 1001 rows", "1: 1001 rows", "piece 1", "FAILED", "finished");
    }

    @Test
    void aFaultWhileTheRunIsHeldIsNoneOfTheRuns() {
        SeriesComputation computation = computation(new Pieces(3, 2));
        computation.begin().join();
        while (!computation.looksBack()) {
            assertThat(computation.advance(() -> true)).isFalse();
        }
        computation.lookBack(() -> true);
        assertThat(computation.looksBack()).isTrue();
        computation.lookBack(() -> true);
        assertThat(told).containsExactly("piece 1", "FAILED");
        assertThat(computation.looksBack()).as("it waits").isFalse();
        toItsEnd(computation);
        assertThat(told).contains("0: 1001 rows", "1: 1001 rows").endsWith("finished");
    }

    @Test
    void thatItsTimeIsUsedUpIsSaid() {
        SeriesComputation computation = computation(new Pieces(3, 0));
        toItsSequel(computation);
        assertThat(computation.advance(() -> true)).isFalse();
        computation.budgetSpent("too long");
        assertThat(told).containsExactly("0: 1001 rows", "1: 1001 rows", "piece 1", "SPENT", "finished");
    }

    @Test
    void whereTheRunItselfTookTooLongThereIsNothingToSayOfIt() {
        SeriesComputation computation = computation(new Pieces(3, 0));
        assertThat(computation.advance(() -> true)).isFalse();
        computation.budgetSpent("too long");
        assertThat(told).hasSize(3).endsWith("finished").allMatch(each -> !each.equals("SPENT"));
    }

    @Test
    void thatItsTimeIsUsedUpWhileTheRunIsHeldIsSaidOnce() {
        SeriesComputation computation = computation(new Pieces(3, 0));
        while (!computation.looksBack()) {
            computation.advance(() -> true);
        }
        computation.lookBack(() -> true);
        computation.lookingBackSpent();
        assertThat(computation.looksBack()).isFalse();
        computation.lookingBackSpent();
        computation.lookBack(() -> true);
        assertThat(told).containsExactly("piece 1", "SPENT");
    }

    /** Memory, stack: what is wrong then is not only wrong here. */
    @Test
    void anErrorIsTheRuns() {
        SeriesComputation computation = computation(new Pieces(3, 0) {
            @Override
            public boolean advance(BooleanSupplier over) {
                throw new StackOverflowError("on purpose");
            }
        });
        toItsSequel(computation);
        assertThatThrownBy(() -> computation.advance(() -> true)).isInstanceOf(StackOverflowError.class);
    }
}
