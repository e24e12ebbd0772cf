package descentlab.run;

import static descentlab.run.FramesTold.frames;
import static descentlab.run.FramesTold.json;
import static descentlab.run.FramesTold.parts;
import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run tells the loss around its paths after its series and before its end, and stops in the midst of it. */
class LandscapeRunTest {

    private static final String SMALL = "data=silhouettes&model=mlp&hidden=4&halved=true&pictures=300&batch=100&epochs=2";

    private final ComputePool pool = RunServices.slowPool();
    private final RunService runs = RunServices.on(pool);

    @AfterEach
    void close() {
        pool.close();
    }

    private static TrainingExperiment experiment(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private Run start(String query) {
        return runs.start(Requester.named("somebody"), experiment(query));
    }

    /** The plane; before it comes at most how far the work is. */
    private static JsonNode outlook(List<JsonNode> parts) {
        return parts.stream().filter(part -> !part.has("share")).findFirst().orElseThrow().get("outlook");
    }

    @Test
    void itIsToldFromCoarseToFineOnceAllHaveArrived() throws InterruptedException {
        List<byte[]> frames = frames(start(SMALL + "&landscape=path&slice=100&run=sgd(lr=0.1)&run=adagrad(lr=0.05)"));
        assertThat(json(frames.getFirst()).get("landscape").asString()).isEqualTo("path");
        List<JsonNode> parts = parts(frames);
        assertThat(outlook(parts).get("paths")).hasSize(2);
        assertThat(outlook(parts).get("of").asInt()).isEqualTo(300);
        assertThat(parts.stream().filter(part -> part.has("grid")).map(part -> part.get("grid").get("stride").asInt()))
                .containsExactly(10, 5, 2, 1);
        assertThat(parts.stream().filter(part -> part.has("along")).map(part -> part.get("along").get("series").asInt()))
                .containsExactly(0, 1);
        assertThat(parts.stream().filter(part -> part.has("line"))).hasSize(1);
        assertThat(parts.stream().filter(part -> part.has("walk"))).hasSize(1);
        assertThat(parts.getLast().get("share").asDouble()).isEqualTo(1);
        int told = frames.indexOf(frames.stream()
                .filter(frame -> Frame.Type.DETAIL.is(frame) && json(frame).has("landscape"))
                .findFirst()
                .orElseThrow());
        assertThat(frames.subList(told, frames.size())).noneMatch(Frame.Type.SERIES_END::is);
        assertThat(json(frames.getLast()).get("outcome").asString()).isEqualTo("finished");
    }

    @Test
    void onePathIsEnough() throws InterruptedException {
        List<JsonNode> parts = parts(frames(start(SMALL + "&landscape=ends&slice=50&run=sgd(lr=0.1)")));
        assertThat(outlook(parts).get("kind").asString()).isEqualTo("ends");
        assertThat(parts.stream().filter(part -> part.has("line"))).isEmpty();
    }

    @Test
    void itIsStoppedInTheMidstOfIt() throws InterruptedException {
        Run run = start("data=silhouettes&model=lenet&pictures=2000&batch=500&epochs=1&landscape=random&slice=2000&run=sgd(lr=0.1)");
        while (run.log().size() == 0 || parts(run.log().await(0, Duration.ZERO)).isEmpty()) {
            Thread.sleep(20);
        }
        runs.cancel(run);
        List<byte[]> frames = frames(run);
        assertThat(json(frames.getLast()).get("outcome").asString()).isEqualTo("cancelled");
        assertThat(parts(frames).getLast().get("share").asDouble()).isLessThan(1);
    }

    @Test
    void whereAllDivergedThereIsNone() throws InterruptedException {
        List<byte[]> frames = frames(start(SMALL + "&loss=squared&landscape=path&run=sgd(lr=1000000)"));
        assertThat(parts(frames)).isEmpty();
        assertThat(json(frames.getLast()).get("outcome").asString()).isEqualTo("finished");
    }

    @Test
    void withoutBeingAskedThereIsNone() throws InterruptedException {
        List<byte[]> frames = frames(start(SMALL + "&run=sgd(lr=0.1)"));
        assertThat(parts(frames)).isEmpty();
        assertThat(json(frames.getFirst()).has("landscape")).isFalse();
    }
}
