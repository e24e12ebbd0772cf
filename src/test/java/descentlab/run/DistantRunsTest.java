package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.client.Requester;
import descentlab.cluster.Cluster;
import descentlab.cluster.Envelope;
import descentlab.cluster.MemoryNetwork;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that are computed by one server and read at another. */
class DistantRunsTest {

    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final int ENVELOPE = 5;
    private static final int HEAD = 4;
    private static final int SECONDS = 3;

    private final MemoryNetwork network = MemoryNetwork.empty();
    private final Cluster one = network.join();
    private final Cluster other = network.join();
    private final ComputePool onePool = RunServices.pool();
    private final ComputePool otherPool = RunServices.pool();
    private final RunService here = RunServices.on(onePool, one);
    private final RunService there = RunServices.on(otherPool, other);

    @AfterEach
    void stop() {
        one.close();
        other.close();
        onePool.close();
        otherPool.close();
    }

    private static Experiment training(int epochs) {
        return training(10, epochs);
    }

    private static Experiment training(int batch, int epochs) {
        return Experiment.read(
                        TrainingExperiment.PAGE,
                        EncodedQuery.read("data=airfoil&model=linear&batch=" + batch + "&seed=3&run=adagrad(lr=0.1)&run=sgd(lr=0.01)&epochs="
                                + epochs))
                .orThrow()
                .opened();
    }

    private static List<byte[]> frames(Run run) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(run::ended);
        try {
            return run.log().await(0, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Of a series, the rows' values but for the seconds that they took. */
    private static List<Double> rows(List<byte[]> frames, int series) {
        List<Double> values = new ArrayList<>();
        for (byte[] frame : frames) {
            if (Frame.Type.ROWS.is(frame) && Frame.series(frame) == series) {
                ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
                int stride = Short.toUnsignedInt(in.getShort(ENVELOPE + 2));
                int count = Frame.rowCount(frame);
                for (int i = 0; i < count * stride; i++) {
                    if (i % stride != SECONDS) {
                        values.add(in.getDouble(ENVELOPE + HEAD + i * Double.BYTES));
                    }
                }
            }
        }
        return values;
    }

    @Test
    void anotherServerHasTheSameFrames() {
        Run run = here.start(SOMEBODY, SurfaceExperiment.initial());
        Run copy = there.find(run.id()).orElseThrow();
        assertThat(frames(copy)).containsExactlyElementsOf(frames(run));
        assertThat(copy.experiment()).isEqualTo(run.experiment());
        assertThat(there.find(run.id())).as("it is read once").containsSame(copy);
        assertThat(there.find(SOMEBODY, run.experiment())).as("it is not the reader's own").isEmpty();
    }

    @Test
    void aClassThatReadsARunAtOnceHasItAskedForOnce() {
        Run run = here.start(SOMEBODY, SurfaceExperiment.initial());
        frames(run);
        try (ExecutorService students = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Run>> found = IntStream.range(0, 40)
                    .mapToObj(student ->
                            CompletableFuture.supplyAsync(() -> there.find(run.id()).orElseThrow(), students))
                    .toList();
            assertThat(found.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            frames(found.getFirst().join());
        }
        AtomicLong questions = new AtomicLong();
        other.said().each(flow -> questions.addAndGet(flow.kind() == Envelope.Kind.QUESTION ? flow.messages() : 0));
        assertThat(questions.get()).isEqualTo(1);
    }

    @Test
    void framesThatAreManyComeInPortions() {
        Run run = here.start(SOMEBODY, SurfaceExperiment.initial().withSteps(20_000));
        List<byte[]> all = frames(run);
        assertThat(all.stream().mapToLong(frame -> frame.length).sum()).isGreaterThan(2 << 20);
        assertThat(frames(there.find(run.id()).orElseThrow())).containsExactlyElementsOf(all);
    }

    @Test
    void whatItsServerDidNotComputeIsComputedAnewAndGoesOnInTheSameLog() throws Exception {
        Experiment experiment = training(2, 1000);
        Run run = here.start(SOMEBODY, experiment);
        Run copy = there.find(run.id()).orElseThrow();
        // At once: a quick computer has it all in a second.
        Awaitility.await().pollInterval(Duration.ofMillis(2)).pollDelay(Duration.ZERO).until(() -> !rows(copy.log().await(0, Duration.ZERO), 0).isEmpty());
        one.close();
        onePool.close();
        List<byte[]> before = copy.log().await(0, Duration.ZERO);
        assertThat(copy.ended()).isFalse();
        List<byte[]> all = frames(copy);
        assertThat(all.subList(0, before.size())).as("what was read stays").containsExactlyElementsOf(before);
        assertThat(all).filteredOn(Frame.Type.HEADER::is).hasSize(1);
        assertThat(all).filteredOn(Frame.Type.END::is).hasSize(1);
        Run whole = there.start(SOMEBODY, experiment);
        for (int series = 0; series < 2; series++) {
            assertThat(rows(all, series)).isEqualTo(rows(frames(whole), series));
        }
    }

    @Test
    void whatIsDoneToARunIsDoneWhereItIsComputed() {
        Run run = here.start(SOMEBODY, training(1, 1000));
        Run copy = there.find(run.id()).orElseThrow();
        there.steer(run.id(), Steering.PAUSE);
        Awaitility.await().until(run::paused);
        there.steer(run.id(), Steering.GO_ON);
        Awaitility.await().until(() -> !run.paused());
        there.steer(RunId.random(), Steering.STOP);
        other.tell("run-steer", new byte[] {0, 1, 'x', 0, 0, 0, 9});
        other.tell("run-steer", new byte[] {7});
        assertThat(run.ended()).isFalse();
        there.steer(run.id(), Steering.STOP);
        Awaitility.await().until(() -> run.ended() && copy.ended());
    }

    @Test
    void aCopyThatWasToldToWaitWaitsAlsoWhenItsServerIsGone() throws Exception {
        Run run = here.start(SOMEBODY, training(1, 1000));
        Run copy = there.find(run.id()).orElseThrow();
        here.steer(run.id(), Steering.PAUSE);
        Awaitility.await().until(copy::paused);
        one.close();
        Awaitility.await().until(() -> otherPool.unfinishedJobs() == 1);
        int size = settled(copy);
        Thread.sleep(300);
        assertThat(copy.log().size()).isEqualTo(size);
        there.resume(copy);
        Awaitility.await().until(() -> copy.log().size() > size);
        there.cancel(copy);
        Awaitility.await().until(copy::ended);
    }

    /** How many frames it has once no more of them come. */
    private static int settled(Run copy) throws InterruptedException {
        int size = -1;
        while (size != copy.log().size()) {
            size = copy.log().size();
            Thread.sleep(200);
        }
        return size;
    }

    @Test
    void aRunThatNobodyHasIsNotThere() {
        assertThat(there.find(RunId.random())).isEmpty();
        assertThat(there.find(RunId.random(one.self()))).isEmpty();
        assertThat(there.find(RunId.random(other.self()))).isEmpty();
        assertThat(there.isThere(RunId.random())).isFalse();
        Run run = here.start(SOMEBODY, SurfaceExperiment.initial());
        assertThat(there.isThere(run.id())).isTrue();
        one.close();
        assertThat(there.isThere(run.id())).isFalse();
        assertThat(there.find(run.id())).isEmpty();
    }

    @Test
    void aServerThatIsAloneAsksNobodyAndMarksNothing() {
        RunService alone = RunServices.on(onePool);
        assertThat(alone.start(SOMEBODY, SurfaceExperiment.initial()).id().value()).hasSize(22);
        assertThat(alone.find(RunId.random())).isEmpty();
    }

    @Test
    void whatIsSaidIsReadBackAndWhatIsNoPartIsRefused() throws IOException {
        List<byte[]> frames = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[70_000]);
        byte[] written = DistantRuns.write(new DistantRuns.Part("lab/surface", "steps=1", 5L << 30, true, frames));
        DistantRuns.Part read = DistantRuns.read(written);
        assertThat(read.frames()).usingElementComparator(java.util.Arrays::compare).containsExactlyElementsOf(frames);
        assertThat(read.bytes()).isEqualTo(5L << 30);
        assertThat(read.ended()).isTrue();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bad = java.util.Arrays.copyOf(written, random.nextInt(200));
            for (int j = 0; j < 3 && bad.length > 0; j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                DistantRuns.read(bad);
            } catch (UncheckedIOException noPart) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1900);
        byte[] huge = DistantRuns.write(new DistantRuns.Part("", "", 0, false, List.of()));
        ByteBuffer.wrap(huge).putInt(huge.length - 4, Integer.MAX_VALUE);
        assertThatThrownBy(() -> DistantRuns.read(huge)).isInstanceOf(UncheckedIOException.class);
    }
}
