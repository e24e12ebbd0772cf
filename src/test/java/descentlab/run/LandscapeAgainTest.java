package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import descentlab.training.Series;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another landscape of a training that has ended is worked out of its paths: nothing is trained anew, and the numbers are the same. */
class LandscapeAgainTest {

    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final String SMALL = "data=silhouettes&model=mlp&hidden=4&halved=true&pictures=300&batch=100&epochs=2";
    private static final String BOTH = "&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";
    private static final int PAYLOAD = 5;

    private final ComputePool pool = RunServices.slowPool();
    private final RunService runs = RunServices.on(pool);

    @AfterEach
    void close() {
        pool.close();
    }

    private static TrainingExperiment experiment(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private Run ended(String query, Run before) {
        Run run = runs.start(SOMEBODY, experiment(query), before);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(run::ended);
        Awaitility.await().until(() -> run.computation().isEmpty());
        return run;
    }

    /** What is told of the landscape, and of the trainings' seconds, which tell a training from another. */
    private static List<String> told(Run run, String of) throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (byte[] frame : run.log().await(0, Duration.ZERO)) {
            String text = new String(frame, PAYLOAD, frame.length - PAYLOAD, StandardCharsets.UTF_8);
            if (text.startsWith("{") && text.contains("\"" + of + "\"") && !text.contains("\"share\"") && !text.contains("\"kind\":\"training\"")) {
                told.add(text);
            }
        }
        return told;
    }

    @ParameterizedTest
    @CsvSource({
        "'&landscape=path&slice=100', '&landscape=ends&slice=100'",
        "'&landscape=path&slice=100', '&landscape=path&slice=50'",
        "'&landscape=random&slice=100', ''",
        "'', '&landscape=path&slice=100'",
    })
    void itTrainsNothingAnew(String first, String then) throws InterruptedException {
        Run before = ended(SMALL + first + BOTH, null);
        assertThat(runs.hasTrained(before, experiment(SMALL + then + BOTH))).isTrue();
        Run again = ended(SMALL + then + BOTH, before);
        assertThat(told(again, "seconds")).as("the same trainings, second by second").isEqualTo(told(before, "seconds")).hasSize(2);
        Run fresh = ended(SMALL + then + BOTH, null);
        assertThat(told(again, "landscape")).isEqualTo(told(fresh, "landscape"));
        assertThat(told(fresh, "seconds")).as("one that was trained is told apart").isNotEqualTo(told(before, "seconds"));
    }

    @Test
    void whatIsAddedIsTrainedBesideWhatHasEnded() throws InterruptedException {
        Run before = ended(SMALL + "&run=sgd(lr=0.1)", null);
        String more = SMALL + "&landscape=ends&slice=50" + BOTH;
        assertThat(runs.hasTrained(before, experiment(more))).as("not all of it").isFalse();
        Run again = ended(more, before);
        assertThat(told(again, "seconds").getFirst()).isEqualTo(told(before, "seconds").getFirst());
        assertThat(told(again, "landscape")).isEqualTo(told(ended(more, null), "landscape"));
    }

    @Test
    void anotherTrainingIsNoneOfIt() {
        Run before = ended(SMALL + BOTH, null);
        assertThat(runs.hasTrained(before, experiment(SMALL + "&seed=1" + BOTH))).isFalse();
        assertThat(runs.hasTrained(before, experiment(SMALL.replace("epochs=2", "epochs=3") + BOTH))).isFalse();
        runs.discard(before);
        assertThat(runs.hasTrained(before, experiment(SMALL + "&landscape=path" + BOTH))).as("nobody finds it again").isFalse();
    }

    @Test
    void aStoppedTrainingIsTrainedAnew() throws InterruptedException {
        String large = "data=silhouettes&model=lenet&pictures=2000&batch=100&epochs=5&run=sgd(lr=0.1)";
        Run before = runs.start(SOMEBODY, experiment(large));
        Awaitility.await().until(() -> before.log().size() > 2);
        runs.cancel(before);
        Awaitility.await().until(before::ended);
        Run again = ended(large.replace("epochs=5", "epochs=1") + "&landscape=random&slice=10", before);
        assertThat(told(again, "landscape")).isNotEmpty();
    }

    @Test
    void aPausedOneGoesOnUnderAnotherPlane() throws InterruptedException {
        String slow = SMALL.replace("epochs=2", "epochs=400") + BOTH;
        Run before = runs.start(SOMEBODY, experiment(slow));
        Awaitility.await().until(() -> before.log().size() > 3);
        runs.pause(before);
        Run again = ended(slow + "&landscape=ends&slice=20", before);
        Awaitility.await().until(before::ended);
        assertThat(told(again, "landscape")).isEqualTo(told(ended(slow + "&landscape=ends&slice=20", null), "landscape"));
    }

    @Test
    void thereIsRoomForSomeOnly() {
        Estates estates = new Estates(100);
        List<Run> ended = List.of(run(), run(), run());
        List<Series> series = List.of(RunServices.courses().of(experiment("data=airfoil&run=sgd(lr=0.1)")).next(List.of()));
        ended.forEach(run -> estates.keep(run, series, 40));
        assertThat(estates.holdAllOf(ended.get(0), experiment(SMALL + BOTH))).as("kept longest").isFalse();
        assertThat(estates.holdAllOf(ended.get(1), experiment(SMALL + BOTH))).isTrue();
        assertThat(estates.holdAllOf(ended.get(2), experiment(SMALL + BOTH))).isTrue();
        estates.keep(ended.get(0), series, 101);
        assertThat(estates.holdAllOf(ended.get(0), experiment(SMALL + BOTH))).as("larger than all room").isFalse();
        assertThat(estates.holdAllOf(ended.get(1), experiment(SMALL + BOTH))).as("nothing goes for it").isTrue();
    }

    private static Run run() {
        RowLedger.Entry none = new RowLedger(1).book(SOMEBODY.client(), 0).orElseThrow();
        return new Run(RunId.random(), SOMEBODY, experiment(SMALL + BOTH).query(), new MemoryRunLog(), none);
    }
}
