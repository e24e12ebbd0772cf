package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thirty students press Train at once. */
class WholeClassTest {

    private static final int STUDENTS = 30;
    private static final int SEATS = 2;
    private static final int TYPE = 4;
    private static final int PAYLOAD = 5;
    private static final int HEADER = 1;
    private static final int ROWS = 2;
    private static final int PLACE = 7;

    private ComputePool pool;
    private RunService runs;

    private void server(Duration turn, int most) {
        Duration budget = Duration.ofMinutes(5);
        pool = new ComputePool(new ComputePool.Quota(
                1, 16, 2000, budget, new Seats.Quota(SEATS, turn, 4, most, Long.MAX_VALUE, budget)));
        runs = RunServices.on(pool, new MemoryRunRegistry(100, 1 << 26, Duration.ofMinutes(1)), new RowLedger(64L << 20));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static TrainingExperiment training(String model, int epochs) {
        return TrainingExperiment.read(Map.of(
                        "data", List.of("silhouettes"),
                        "model", List.of(model),
                        "pictures", List.of("512"),
                        "batch", List.of("128"),
                        "epochs", List.of(String.valueOf(epochs)),
                        "run", List.of("sgd(lr=0.1)", "adagrad(lr=0.05)")))
                .orThrow();
    }

    private List<Run> allPressTrain(TrainingExperiment experiment) {
        return IntStream.range(0, STUDENTS)
                .mapToObj(student -> runs.start(Requester.named("student " + student), experiment))
                .toList();
    }

    private static List<byte[]> frames(Run run) throws InterruptedException {
        return run.log().await(0, Duration.ofSeconds(1));
    }

    private static byte[] lastFrame(Run run) {
        try {
            return frames(run).stream().reduce(new byte[PAYLOAD], (before, frame) -> frame);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] frame) {
        return new String(frame, PAYLOAD, frame.length - PAYLOAD, StandardCharsets.UTF_8);
    }

    private static boolean has(Run run, int type) {
        try {
            return frames(run).stream().anyMatch(frame -> frame[TYPE] == type);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(compute|crew)-.*"))
                .count();
    }

    @Test
    void everybodyHasAFirstCurveBeforeAnybodyIsDone() {
        server(Duration.ZERO, 60);
        List<Run> all = allPressTrain(training("softmax", 30)); // more than a slice, however warm
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().anyMatch(Run::ended));
        assertThat(all).allMatch(run -> has(run, HEADER)).allMatch(run -> has(run, ROWS));
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> all.stream().allMatch(Run::ended));
        assertThat(all).allSatisfy(run -> assertThat(text(frames(run).getLast())).contains("finished"));
        assertThat(pool.unfinishedJobs()).isZero();
    }

    @Test
    void whoWaitsIsToldWhereAndARaceGoesAheadOfThem() throws Exception {
        server(Duration.ofMinutes(1), 60);
        List<Run> all = allPressTrain(training("lenet", 50));
        // Who has the data first sits first; all others are told of places, each of another.
        Set<String> places = IntStream.rangeClosed(1, STUDENTS - SEATS)
                .mapToObj(place -> "{\"place\":" + place + ",\"of\":" + (STUDENTS - SEATS) + "}")
                .collect(Collectors.toSet());
        Awaitility.await().untilAsserted(() -> assertThat(all.stream()
                        .map(WholeClassTest::lastFrame)
                        .filter(last -> last[TYPE] == PLACE)
                        .map(WholeClassTest::text))
                .hasSize(STUDENTS - SEATS)
                .containsExactlyInAnyOrderElementsOf(places));
        Run race = runs.start(
                Requester.named("another"),
                SurfaceExperiment.read(Map.of("steps", List.of("20"), "run", List.of("adagrad(lr=0.4)"))).orThrow());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(race::ended);
        assertThat(text(frames(race).getLast())).contains("finished");
        assertThat(all).as("nobody had to be done before it").noneMatch(Run::ended);
        assertThat(all.stream().filter(run -> has(run, HEADER))).as("nobody took a seat for it").hasSizeLessThanOrEqualTo(SEATS);
        all.forEach(runs::cancel);
    }

    @Test
    void thoseForWhomThereIsNoRoomAreToldAndTheOthersAreNotDisturbed() {
        server(Duration.ofMinutes(1), 20);
        List<Run> taken = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int student = 0; student < STUDENTS; student++) {
            try {
                taken.add(runs.start(Requester.named("student " + student), training("lenet", 50)));
            } catch (TooBusyException busy) {
                refusals.add(busy.getMessage());
            }
        }
        assertThat(taken).hasSize(20);
        assertThat(refusals).hasSize(10).allMatch(text -> text.contains("20 trainings on pictures")
                && text.contains("Run it again in a minute"));
        taken.forEach(runs::cancel);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> pool.unfinishedJobs() == 0);
        assertThat(runs.start(Requester.named("student 29"), training("softmax", 1))).as("room again").isNotNull();
    }

    @Test
    void aCancelInTheMiddleOfABatchLeavesNothingBehind() throws Exception {
        server(Duration.ZERO, 60);
        double[] before = losses();
        long threads = threads();
        List<Run> all = allPressTrain(training("lenet", 50));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> has(all.getFirst(), ROWS));
        all.forEach(runs::cancel); // some of them in a batch, some between, some not begun
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().allMatch(Run::ended));
        assertThat(all).allSatisfy(run -> assertThat(text(frames(run).getLast())).contains("cancelled"));
        Awaitility.await().until(() -> pool.unfinishedJobs() == 0);
        assertThat(threads()).isEqualTo(threads);
        assertThat(losses()).as("working memory that others left is as new").isEqualTo(before);
    }

    /** The losses of a training of its own, from beginning to end, one optimizer's after the other's. */
    private double[] losses() throws InterruptedException {
        Run run = runs.start(Requester.named("alone"), training("lenet", 2));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(run::ended);
        int stride = 4 + 2 + 5 * 4;
        return frames(run).stream()
                .filter(frame -> frame[TYPE] == ROWS)
                .sorted(Comparator.comparingInt(Frame::series))
                .flatMapToDouble(frame -> {
                    var values = ByteBuffer.wrap(frame, PAYLOAD + 4, frame.length - PAYLOAD - 4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .slice()
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asDoubleBuffer();
                    return IntStream.range(0, values.limit() / stride).mapToDouble(row -> values.get(row * stride + 2));
                })
                .toArray();
    }
}
