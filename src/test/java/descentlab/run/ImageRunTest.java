package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.TrainingExperiment;
import descentlab.training.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A training on pictures as a run: what it says, that it ends when told to, and what it says without pictures. */
class ImageRunTest {

    private static final int TYPE = 4;
    private static final int DETAIL = 6;

    private final ComputePool pool = RunServices.slowPool();
    private final RunService runs = RunServices.on(pool);

    @AfterEach
    void close() {
        pool.close();
    }

    private Run start(String data, String model, String epochs) {
        return runs.start(Requester.named("somebody"), experiment(data, model, epochs));
    }

    private static TrainingExperiment experiment(String data, String model, String epochs) {
        return TrainingExperiment.read(Map.of(
                        "data", List.of(data),
                        "model", List.of(model),
                        "pictures", List.of("600"),
                        "batch", List.of("64"),
                        "epochs", List.of(epochs),
                        "run", List.of("sgd(lr=0.1)", "adagrad(lr=0.05)")))
                .orThrow();
    }

    @Test
    void aTrialThatIsStoppedBeforeItBeganSaysThatItWasCancelled() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        // The only thread is taken, so that the trial waits.
        runs.computeLater(Requester.named("another"), over -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(0);
        });
        Trial trial = runs.tryOut(Requester.named("somebody"), experiment("silhouettes", "softmax", "2"));
        trial.cancel();
        go.countDown();
        assertThat(trial.results().get(20, TimeUnit.SECONDS))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Cancelled.class));
    }

    @Test
    void itTellsOfPointsTestsAndFilters() throws InterruptedException {
        List<byte[]> frames = FramesTold.frames(start("silhouettes", "softmax", "2"));
        assertThat(FramesTold.text(frames.getFirst())).contains("\"classes\":[\"T-shirt\"", "\"layers\":[\"dense\"]", "dense.rate50");
        List<String> tests = frames.stream()
                .filter(frame -> frame[TYPE] == DETAIL)
                .map(FramesTold::text)
                .filter(text -> text.contains("\"confusion\""))
                .toList();
        assertThat(tests).hasSize(6).allMatch(text -> text.contains("\"mistakes\":[{\"label\":"));
        assertThat(FramesTold.text(frames.getLast())).contains("finished");
    }

    @Test
    void itIsStoppedBetweenBatches() throws InterruptedException {
        Run run = start("silhouettes", "lenet", "50");
        run.log().await(3, Duration.ofSeconds(30));
        runs.cancel(run);
        List<byte[]> frames = FramesTold.frames(run);
        assertThat(FramesTold.text(frames.getLast())).contains("cancelled");
        assertThat(frames.stream().map(FramesTold::text)).anyMatch(text -> text.contains("Stopped before its end."));
    }

    @Test
    void withoutThePicturesItSaysSo() throws InterruptedException {
        assertThat(FramesTold.text(FramesTold.frames(start("fashion-mnist", "lenet", "1")).getLast()))
                .contains("failed", "not on this machine");
    }
}
