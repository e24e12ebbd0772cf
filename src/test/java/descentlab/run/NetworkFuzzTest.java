package descentlab.run;

import static descentlab.run.FramesTold.frames;
import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trainings of small networks with all that is measured of them, at rates good and bad, drawn by a seed: whatever becomes of their
 * optimizers, each comes to its end, also one that is paused on the way, looked at, and looked at in another plane.
 */
class NetworkFuzzTest {

    private static final int RUNS = Integer.getInteger("fuzz.runs", 20);
    private static final int FROM = Integer.getInteger("fuzz.from", 0);
    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final List<String> RULES = List.of(
            "sgd", "momentum", "nesterov", "counter", "adagrad", "rmsprop", "adam", "yogi", "torch.sgd", "torch.adagrad", "torch.adam",
            "torch.radam", "torch.adamw", "torch.rmsprop");

    private final ComputePool pool = RunServices.slowPool();
    private final RunService runs = RunServices.on(pool);

    @AfterEach
    void close() {
        pool.close();
    }

    static IntStream seeds() {
        return IntStream.range(FROM, FROM + RUNS);
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String query(Random random) {
        boolean lenet = random.nextInt(12) == 0;
        int pictures = 20 + random.nextInt(lenet ? 30 : 150);
        String model = lenet ? "lenet" : one(random, "softmax", "mlp", "mlp", "mlp");
        int batch = pictures / (1 + random.nextInt(pictures / 4));
        List<String> query = new ArrayList<>(List.of(
                "data=" + (lenet ? "silhouettes" : one(random, "silhouettes", "digits")),
                "model=" + model,
                "pictures=" + pictures,
                "batch=" + batch,
                "epochs=" + (1 + random.nextInt(lenet ? 2 : 20)),
                "seed=" + random.nextInt(1000),
                "curvature=" + (lenet ? "none" : one(random, "none", "edge", "spectrum")),
                "ratemaps=" + random.nextBoolean()));
        if (model.equals("mlp")) {
            query.addAll(List.of(
                    "hidden=" + one(random, "1", "8", "5,7", "3,2,4,3"),
                    "activation=" + one(random, "relu", "tanh", "sigmoid"),
                    "norm=" + (pictures % batch == 1 ? "none" : one(random, "none", "batch")),
                    "loss=" + one(random, "cross-entropy", "squared"),
                    "centered=" + random.nextBoolean()));
        }
        if (random.nextInt(5) > 0) {
            query.addAll(List.of("landscape=" + one(random, "path", "path", "ends", "random"), "slice=" + (1 + random.nextInt(40))));
            if (random.nextInt(3) == 0) {
                query.add("otherseed=" + random.nextInt(100));
            }
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String rule = RULES.get(random.nextInt(RULES.size()));
            query.add(String.format(Locale.ROOT, "run=%s(lr=%.3g)", rule, Math.pow(10, random.nextDouble() * 8 - 5)));
        }
        return String.join("&", query);
    }

    /** What looks for rates beside such trainings, and compares them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void soDoesWhatLooksForRates(int seed) {
        Random random = new Random(seed);
        String query = query(random) + "&trials=3&search=" + one(random, "test&batches=20", "sweep&batches=20", "study");
        Ends ends = new Ends();
        Course course = RunServices.courses().rates(experiment(query));
        pool.submit(SOMEBODY, SeriesComputation.oneByOne(course, ends)).done().join();
        assertThat(ends.told()).as(query).hasSize(1).first(InstanceOfAssertFactories.STRING).matches("finished|There is nothing to compare by: .+");
    }

    private static TrainingExperiment experiment(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachComesToItsEnd(int seed) throws InterruptedException {
        Random random = new Random(seed);
        String query = query(random);
        Run run = runs.start(SOMEBODY, experiment(query));
        if (random.nextBoolean()) {
            int rows = random.nextInt(40);
            while (!run.ended() && run.log().size() < rows) {
                Thread.sleep(1);
            }
            runs.pause(run);
            Thread.sleep(random.nextInt(60));
            String other = query.replaceFirst("landscape=\\w+", "landscape=" + one(random, "ends", "random"));
            if (random.nextBoolean() && !run.ended()) {
                run = runs.start(SOMEBODY, experiment(other), run);
                runs.pause(run);
                Thread.sleep(random.nextInt(60));
            }
            runs.resume(run);
        }
        List<byte[]> frames = frames(run);
        frames.stream().filter(Frame.Type.DETAIL::is).forEach(FramesTold::json);
        assertThat(FramesTold.json(frames.getLast()).get("outcome").asString()).as(query).isEqualTo("finished");
    }
}
