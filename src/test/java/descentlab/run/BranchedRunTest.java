package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Method;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Staged;
import descentlab.training.Series;
import descentlab.training.Training;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A paused training is gone on from by another method, beside the one that it had. */
class BranchedRunTest {

    private static final Requester SOMEBODY = Requester.named("somebody");

    private static TrainingExperiment read(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private static TrainingExperiment branched(TrainingExperiment of, long at, String spec, boolean keep) {
        List<Method> runs = new ArrayList<>(of.runs());
        runs.add(Staged.branch(runs.getFirst(), at, OptimizerSpec.parse(spec), keep));
        return of.withRuns(runs);
    }

    /** All rows of all series, without the seconds, which differ. */
    private static List<List<Double>> rows(List<Series> series) {
        return series.stream()
                .map(each -> {
                    List<Double> numbers = new ArrayList<>();
                    double[] values = each.trace().values(0);
                    for (int i = 0; i < values.length; i++) {
                        if (i % each.trace().stride() != Training.COLUMNS.indexOf("seconds")) {
                            numbers.add(values[i]);
                        }
                    }
                    return numbers;
                })
                .toList();
    }

    private static final class Kept implements SeriesComputation.Listener {
        private List<Series> all;
        private List<Long> doneAtFirst;

        @Override
        public void begun(List<Series> series) {
            all = series;
            doneAtFirst = series.stream().map(Series::done).toList();
        }

        @Override
        public void ended(int index, Series series) {
            // asked in the end
        }
    }

    private static Course course(TrainingExperiment experiment) {
        return RunServices.courses().of(experiment);
    }

    private static void begin(SeriesComputation computation) {
        computation.begin().join();
    }

    private static void finish(SeriesComputation computation) {
        begin(computation);
        while (!computation.advance(() -> true)) {
            // on
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data=airfoil&model=linear&batch=7&epochs=3&seed=5&run=adagrad(lr=0.1)&run=sgd(lr=0.01)",
                "data=zipf-text&model=logistic&batch=32&epochs=2&run=adam(lr=0.1)",
                "data=silhouettes&model=softmax&batch=64&epochs=1&pictures=640&run=adagrad(lr=0.05)"
            })
    void bothGoOnFromWhereTheOneWas(String query) {
        TrainingExperiment parent = read(query);
        Kept before = new Kept();
        SeriesComputation first = SeriesComputation.sideBySide(course(parent), before);
        begin(first);
        do {
            first.advance(() -> true);
        } while (before.all == null || before.all.getFirst().done() < before.all.getFirst().total() / 4);
        long at = first.settle(() -> false).orElseThrow().getFirst();
        assertThat(at).isPositive().isLessThan(parent.plan().epochs() * (long) parent.examples());

        Method method = parent.runs().getFirst();
        String slower = OptimizerSpec.print(method.withRate(method.lr() / 4).last());
        TrainingExperiment branched = branched(parent, at, slower, true);
        Kept kept = new Kept();
        SeriesComputation second =
                SeriesComputation.sideBySide(course(branched), kept, CompletableFuture.completedFuture(first.bequeath()));
        finish(second);
        assertThat(first.advance(() -> true)).as("the one before has ended").isTrue();
        assertThat(kept.doneAtFirst.getFirst()).as("nothing begins anew").isEqualTo(at);
        assertThat(kept.doneAtFirst.getLast()).isEqualTo(at);

        Kept anew = new Kept();
        finish(SeriesComputation.sideBySide(course(branched), anew));
        assertThat(rows(kept.all)).isEqualTo(rows(anew.all));
    }

    @Test
    void whatDiffersSoFarBeginsAnew() {
        TrainingExperiment parent = read("data=airfoil&batch=10&epochs=2&run=adagrad(lr=0.1)");
        SeriesComputation first = SeriesComputation.sideBySide(course(parent), new Kept());
        begin(first);
        for (int slice = 0; slice < 10; slice++) {
            first.advance(() -> true);
        }
        first.settle(() -> false);
        Kept kept = new Kept();
        TrainingExperiment other = branched(parent.withRuns(List.of(OptimizerSpec.parse("adagrad(lr=0.2)"))), 10, "sgd(lr=0.1)", false);
        finish(SeriesComputation.sideBySide(course(other), kept, CompletableFuture.completedFuture(first.bequeath())));
        assertThat(kept.doneAtFirst).containsExactly(0L, 0L);
    }

    @Test
    void aPausedRunIsGoneOnFromAndOneThatIsNotBeginsAnew() throws Exception {
        try (ComputePool pool = RunServices.pool()) {
            RunService runs = RunServices.on(pool);
            TrainingExperiment parent =
                    read("data=airfoil&batch=1&epochs=1000&every=15000&run=adagrad(lr=0.01)");
            Run run = runs.start(SOMEBODY, parent);
            run.log().await(2, Duration.ofSeconds(20));
            runs.pause(run);
            long at = runs.settled(SOMEBODY, run).get().getFirst();
            TrainingExperiment branched = branched(parent, at, "adagrad(lr=0.001)", true);
            Run both = runs.start(SOMEBODY, branched, run);
            // The first ends as the second takes over, which is then still at it.
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(run::ended);
            assertThat(both.computation()).isPresent();
            assertThat(runs.settled(SOMEBODY, both).get()).as("it is not paused").isEmpty();
            runs.discard(both);
        }
    }
}
