package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EndedRunTest {

    private static final Requester SOMEBODY = Requester.named("somebody");

    /** Many runs are kept for half an hour, and their bound counts their logs. */
    @Test
    void ofWhatComputedARunNothingIsKept() {
        try (ComputePool pool = RunServices.pool()) {
            RunService runs = RunServices.on(pool);
            SurfaceExperiment experiment = SurfaceExperiment.initial();
            Computation race = SeriesComputation.oneByOne(new RaceCourse(experiment), (index, series) -> {});
            WeakReference<Computation> computed = new WeakReference<>(race);
            Run run = runs.start(SOMEBODY, experiment.query(), new MemoryRunLog(), race);
            race = null;
            Awaitility.await().until(() -> {
                // A thread of the pool may remember the last thing it did until it does the next.
                runs.computeLater(SOMEBODY, pause -> Optional.of(0)).join();
                System.gc();
                return computed.refersTo(null);
            });
            assertThat(run.experiment()).isEqualTo(experiment.query());
        }
    }
}
