package descentlab.run;

import static descentlab.run.FramesTold.frames;
import static descentlab.run.FramesTold.told;
import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import descentlab.training.Series;
import descentlab.training.Training;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The loss around the paths so far is told while a run is paused, is given up when it goes on, and is nothing to its rows. */
class PausedLandscapeTest {

    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final String BOTH = "&run=sgd(lr=0.1)&run=adagrad(lr=0.05)";
    private static final String SMALL =
            "data=silhouettes&model=mlp&hidden=8&halved=true&pictures=300&batch=100&epochs=1200&slice=50&landscape=path" + BOTH;

    private final ComputePool pool = RunServices.slowPool();
    private final RunService runs = RunServices.on(pool);

    @AfterEach
    void close() {
        pool.close();
    }

    private static TrainingExperiment experiment(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private static List<byte[]> soFar(Run run) {
        try {
            return run.log().size() == 0 ? List.of() : run.log().await(0, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private Run begun(String query, int rows) {
        Run run = runs.start(SOMEBODY, experiment(query));
        await(() -> rowCount(soFar(run)) >= rows);
        return run;
    }

    private static int rowCount(List<byte[]> frames) {
        return frames.stream().filter(Frame.Type.ROWS::is).mapToInt(Frame::rowCount).sum();
    }

    private static boolean drawn(Run run) {
        assertThat(run.ended()).as("it is over, so nothing more will be drawn").isFalse();
        List<JsonNode> told = told(soFar(run));
        return !told.isEmpty() && told.getLast().get("landscape").path("share").asDouble() == 1;
    }

    /** Of each series, but for the seconds. */
    private static Map<Integer, List<Double>> rows(List<byte[]> frames) {
        Map<Integer, List<Double>> rows = new TreeMap<>();
        for (byte[] frame : frames) {
            if (Frame.Type.ROWS.is(frame)) {
                ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).position(7);
                int stride = in.getShort();
                for (int i = 0; in.hasRemaining(); i++) {
                    double value = in.getDouble();
                    if (i % stride != Training.COLUMNS.indexOf("seconds")) {
                        rows.computeIfAbsent(Frame.series(frame), any -> new ArrayList<>()).add(value);
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> whole(List<JsonNode> told) {
        return told.stream().filter(each -> !each.get("landscape").has("share")).map(JsonNode::toString).toList();
    }

    @Test
    void aPausedRunTellsOfItsPathsSoFarAndItsRowsAreTheSame() throws InterruptedException {
        Run run = begun(SMALL, 40);
        runs.pause(run);
        await(() -> drawn(run));
        List<JsonNode> told = told(soFar(run));
        assertThat(told).allMatch(each -> each.has("soFar"));
        List<Integer> rows = told.getFirst().get("soFar").valueStream().map(JsonNode::asInt).toList();
        assertThat(rows).hasSize(2).allMatch(count -> count > 1);
        assertThat(rowCount(soFar(run))).as("its chart has what the landscape is of").isEqualTo(rows.get(0) + rows.get(1));
        assertThat(whole(told)).isEqualTo(foundAfter(rows));
        runs.resume(run);
        List<byte[]> all = frames(run);
        List<byte[]> undisturbed = frames(runs.start(SOMEBODY, experiment(SMALL)));
        assertThat(rows(all)).isEqualTo(rows(undisturbed));
        assertThat(whole(told(all).stream().filter(each -> !each.has("soFar")).toList())).isEqualTo(whole(told(undisturbed)));
    }

    /** What is found of trainings that have so many rows. */
    private static List<String> foundAfter(List<Integer> rows) {
        Course course = RunServices.courses().of(experiment(SMALL));
        course.begin().join();
        List<Series> series = new ArrayList<>();
        for (int count : rows) {
            series.add(course.next(series));
            while (series.getLast().trace().rows() < count || series.getLast().midway()) {
                series.getLast().advance(() -> true);
            }
        }
        Sequel sequel = course.soFar(series, 1, SeriesComputation.MOST_LOOKS).orElseThrow();
        while (!sequel.advance(() -> false)) {
            // on
        }
        return whole(sequel.fresh().stream().map(each -> FramesTold.json(Frame.json(Frame.Type.DETAIL, each))).toList());
    }

    @Test
    void itIsGivenUpAtOnceWhereTheRunGoesOn() {
        Run run = begun("data=silhouettes&model=lenet&pictures=2000&batch=32&epochs=50&slice=2000&landscape=path" + BOTH, 8);
        runs.pause(run);
        await(() -> told(soFar(run)).stream().anyMatch(each -> each.get("landscape").has("grid")));
        int before = rowCount(soFar(run));
        runs.resume(run);
        await(() -> rowCount(soFar(run)) > before);
        List<JsonNode> told = told(soFar(run));
        assertThat(told.getLast().get("landscape").path("share").asDouble(0)).as("it takes much longer").isLessThan(0.5);
        await(() -> rowCount(soFar(run)) > before + 3);
        assertThat(told(soFar(run))).as("nothing more is told of it").hasSameSizeAs(told);
        runs.cancel(run);
    }

    @Test
    void anotherRunHasTheSeatOnceItIsDrawn() throws InterruptedException {
        Run run = begun(SMALL, 10);
        runs.pause(run);
        Run other = runs.start(SOMEBODY, experiment(SMALL.replace("epochs=1200", "epochs=2")));
        assertThat(FramesTold.json(frames(other).getLast()).get("outcome").asString()).isEqualTo("finished");
        await(() -> drawn(run));
        assertThat(run.ended()).isFalse();
        runs.cancel(run);
        assertThat(FramesTold.json(frames(run).getLast()).get("outcome").asString()).isEqualTo("cancelled");
    }

    @Test
    void aPausedRunIsTakenOverInTheMidstOfIt() throws InterruptedException {
        Run run = begun("data=silhouettes&model=lenet&pictures=2000&batch=500&epochs=2&slice=2000&landscape=path" + BOTH, 4);
        runs.pause(run);
        await(() -> !told(soFar(run)).isEmpty());
        String other = "data=silhouettes&model=lenet&pictures=2000&batch=500&epochs=2&slice=5&landscape=ends" + BOTH;
        Run next = runs.start(SOMEBODY, experiment(other), run);
        assertThat(rows(frames(next))).isEqualTo(rows(frames(runs.start(SOMEBODY, experiment(other)))));
        await(run::ended);
    }

    @Test
    void anotherPlaneIsDrawnOfAPausedRunWithoutItsGoingOn() throws InterruptedException {
        Run run = begun(SMALL, 40);
        runs.pause(run);
        await(() -> drawn(run));
        TrainingExperiment ends = experiment(SMALL.replace("landscape=path", "landscape=ends"));
        assertThat(runs.canLookBack(run, ends)).isTrue();
        Run next = runs.start(SOMEBODY, ends, run);
        runs.pause(next);
        await(() -> drawn(next));
        await(run::ended);
        assertThat(told(soFar(next)).stream().map(each -> each.get("landscape").path("outlook").path("kind").asString("")).filter(kind -> !kind.isEmpty()))
                .containsExactly("ends");
        assertThat(rowCount(soFar(next))).as("its chart has what the landscape is of").isGreaterThanOrEqualTo(rowCount(soFar(run)));
        assertThat(next.ended()).isFalse();
        runs.resume(next);
        assertThat(rows(frames(next))).isEqualTo(rows(frames(runs.start(SOMEBODY, ends))));
    }

    /** Where it is held within a batch, that is ended first. */
    @Test
    void nothingIsTrainedAnewWhereverTheRunIsHeld() {
        String lenet = "data=silhouettes&model=lenet&pictures=500&batch=500&epochs=1000&slice=5&landscape=path" + BOTH;
        Run run = begun(lenet, 4);
        for (String plane : List.of("ends", "random", "path", "ends")) {
            runs.pause(run);
            int rows = rowCount(soFar(run));
            Run next = runs.start(SOMEBODY, experiment(lenet.replace("landscape=path", "landscape=" + plane)), run);
            runs.pause(next);
            await(() -> drawn(next));
            assertThat(rowCount(soFar(next))).isGreaterThanOrEqualTo(rows);
            runs.resume(next);
            await(() -> rowCount(soFar(next)) > rows + 1);
            run = next;
        }
        runs.cancel(run);
    }

    @Test
    void aRunThatTookNoWayOrGoesOnOrIsOfSomethingElseCannotBeLookedBackOn() {
        String none = SMALL.replace("&landscape=path", "").replace("&slice=50", "");
        Run small = begun(none, 10);
        assertThat(runs.canLookBack(small, experiment(SMALL))).as("it goes on").isFalse();
        runs.pause(small);
        assertThat(runs.canLookBack(small, experiment(SMALL))).isTrue();
        assertThat(runs.canLookBack(small, experiment(none))).as("nothing is to be drawn").isFalse();
        assertThat(runs.canLookBack(small, experiment(SMALL.replace("adagrad", "adam")))).as("not all of it is there").isFalse();
        runs.cancel(small);
        await(small::ended);
        String lenet = "data=silhouettes&model=lenet&pictures=2000&batch=100&epochs=100" + BOTH;
        Run large = begun(lenet, 4);
        runs.pause(large);
        assertThat(runs.canLookBack(large, experiment(lenet + "&landscape=path"))).as("it took no way").isFalse();
        runs.cancel(large);
    }

    @Test
    void withoutALandscapeThereIsNoneToLookAt() {
        Run run = begun(SMALL.replace("&landscape=path", "").replace("&slice=50", ""), 10);
        runs.pause(run);
        await(() -> pool.load().seated() == 0);
        assertThat(told(soFar(run))).isEmpty();
        runs.cancel(run);
    }

    @Test
    void itIsDrawnOnlySoOften() {
        Run run = begun("data=silhouettes&model=lenet&pictures=2000&batch=100&epochs=100&slice=5&landscape=path" + BOTH, 4);
        for (int look = 1; look <= SeriesComputation.MOST_LOOKS; look++) {
            runs.pause(run);
            int count = look;
            await(() -> told(soFar(run)).stream().map(each -> each.get("soFar").toString()).distinct().count() == count);
            assertThat(told(soFar(run)).getLast().get("looks").toString()).isEqualTo("[" + count + "," + SeriesComputation.MOST_LOOKS + "]");
            int rows = rowCount(soFar(run));
            runs.resume(run);
            await(() -> rowCount(soFar(run)) > rows);
        }
        runs.pause(run);
        int told = told(soFar(run)).size();
        await(() -> pool.load().seated() == 0);
        assertThat(told(soFar(run))).hasSize(told);
        runs.cancel(run);
    }
}
