package descentlab.run;

import static descentlab.run.FramesTold.frames;
import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.cluster.MemoryNetwork;
import descentlab.dataset.DataException;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.Pictures;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaper;
import descentlab.dataset.Shaping;
import descentlab.dataset.Survey;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.TrainingExperiment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Trainings on tables, the lab's and whatever somebody may give, drawn by a seed: each comes to its end, or says in a sentence why it
 * cannot be; also one that is paused on the way, or gone on from by others. So does what looks for rates beside them.
 */
class TableFuzzTest {

    private static final int RUNS = Integer.getInteger("fuzz.runs", 60);
    private static final int FROM = Integer.getInteger("fuzz.from", 0);
    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final String KEY = "0".repeat(40);
    private static final String FAULT = "The computation failed on the server; this is our fault.";
    private static final List<String> NAMES = List.of(
            "sgd", "momentum", "nesterov", "counter", "adagrad", "rmsprop", "adadelta", "adam", "yogi", "torch.sgd", "torch.adagrad",
            "torch.rmsprop", "torch.adadelta", "torch.adam", "torch.adamw", "torch.adamax", "torch.nadam", "torch.radam");
    private static final List<String> RATELESS = List.of("adadelta");
    private static final List<String> SCHEDULES = List.of(
            "", "", "", ",schedule=invsqrt(1)", ",schedule=exponential(0.9)", ",schedule=step(10,0.5)", ",schedule=cosine(20)", ",schedule=warmup(5)");
    private static final List<String> OWN_RULES = List.of(
            "s=s+g^2;x=x-lr*g/sqrt(s+1e-6)", "x=x-lr*g/norm(g)", "n=n+norm(g)^2;x=x-lr*g/sqrt(n)", "x=x-lr*sign(g)", "x=x-lr*log(g)");

    /** What is read by {@link #own}. */
    private byte[] content;

    private final ComputePool pool = RunServices.slowPool();
    private final Courses courses = new Courses(
            new Pictures(new FashionMnist(Path.of("target", "none"), Path.of("target", "none"), new Download(URI.create("http://localhost:9/")))),
            this::own);
    private final RunService runs = new RunService(
            pool, new MemoryRunRegistry(1000, 64L << 20, Duration.ofMinutes(30)), new RowLedger(64L << 20), courses, MemoryNetwork.alone());

    @AfterEach
    void close() {
        pool.close();
    }

    static IntStream seeds() {
        return IntStream.range(FROM, FROM + RUNS);
    }

    private CompletableFuture<OwnTables.Lent> own(String key, Shaping shaping, ToLongFunction<ShapedData> working) {
        try {
            ShapedData data = Shaper.shape(content, Survey.of(content, shaping.wish()), shaping);
            working.applyAsLong(data);
            return CompletableFuture.completedFuture(new OwnTables.Lent(data, () -> {}));
        } catch (DataException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String method(Random random) {
        String rate = String.format(Locale.ROOT, "lr=%.3g", Math.pow(10, random.nextDouble() * 8 - 5));
        if (random.nextInt(6) == 0) {
            return "rule(" + rate + ",do=" + one(random, OWN_RULES).replace("+", "%2B") + ")";
        }
        String name = one(random, NAMES);
        return RATELESS.contains(name) ? name + "()" : name + "(" + rate + one(random, SCHEDULES) + ")";
    }

    private String query(Random random) {
        int batch;
        int examples;
        List<String> query = new ArrayList<>();
        switch (random.nextInt(5)) {
            case 0 -> {
                examples = 1500;
                batch = one(random, 10, 100, 1500);
                query.addAll(List.of("data=airfoil", "model=linear"));
            }
            case 1 -> {
                examples = 1000;
                batch = one(random, 10, 100, 1000);
                query.addAll(List.of("data=zipf-text", "model=logistic"));
            }
            default -> {
                int columns = 1 + random.nextInt(8);
                int rows = 2 + random.nextInt(one(random, 5, 60, 300));
                content = table(random, columns, rows).getBytes(StandardCharsets.UTF_8);
                examples = Math.max(2, rows / (1 + random.nextInt(4)));
                batch = 1 + random.nextInt(examples);
                query.addAll(List.of(
                        "data=own:" + KEY,
                        "target=" + name(random.nextInt(columns)),
                        "model=" + one(random, "linear", "ridge", "logistic", "softmax", "mlp", "mlp-classifier"),
                        "rows=" + examples,
                        "missing=" + one(random, "drop", "fill"),
                        "test=" + one(random, "0", "0.1", "0.5")));
            }
        }
        query.addAll(List.of(
                "batch=" + batch,
                "epochs=" + (1 + random.nextInt(3)),
                "seed=" + random.nextInt(1000),
                "shuffle=" + random.nextBoolean()));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String method = method(random);
            query.add("run=" + (batch < examples && random.nextInt(3) == 0 ? method + "~" + batch + "~" + method(random) : method));
        }
        return String.join("&", query);
    }

    private static String name(int column) {
        return "c" + column;
    }

    /** Columns of numbers small, large and all the same, of few and of many words, and of what nobody should give. */
    private static String table(Random random, int columns, int rows) {
        List<Integer> kinds = IntStream.range(0, columns).mapToObj(any -> random.nextInt(14)).toList();
        StringBuilder text = new StringBuilder(String.join(",", IntStream.range(0, columns).mapToObj(TableFuzzTest::name).toList())).append('\n');
        for (int row = 0; row < rows; row++) {
            int line = row;
            text.append(String.join(",", kinds.stream().map(kind -> cell(random, kind, line)).toList())).append('\n');
        }
        return text.toString();
    }

    private static String cell(Random random, int kind, int row) {
        if (random.nextInt(40) == 0) {
            return one(random, "", "NA", "?", "nan");
        }
        return switch (kind) {
            case 0 -> String.valueOf(random.nextGaussian() * 1e-200);
            case 1 -> String.valueOf(random.nextInt(3));
            case 2 -> one(random, "red", "green", "blue");
            case 3 -> "7";
            case 4 -> "word " + row;
            case 5 -> String.valueOf(random.nextGaussian() * 1e12);
            case 6 -> String.valueOf(1e9 + random.nextInt(2));
            case 7 -> one(random, "0", "1");
            default -> String.valueOf(random.nextGaussian());
        };
    }

    private static TrainingExperiment experiment(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachComesToItsEndOrSaysWhyNot(int seed) throws InterruptedException {
        Random random = new Random(seed);
        String query = query(random);
        Run run = runs.start(SOMEBODY, experiment(query));
        if (random.nextBoolean()) {
            Thread.sleep(random.nextInt(20));
            runs.pause(run);
            if (random.nextBoolean() && !run.ended()) {
                run = runs.start(SOMEBODY, experiment(query + "&run=" + method(random)), run);
            }
            runs.resume(run);
        }
        JsonNode end = FramesTold.json(frames(run).getLast());
        if (!end.get("outcome").asString().equals("finished")) {
            assertThat(end.get("outcome").asString()).as(query).isEqualTo("failed");
            assertThat(end.get("message").asString()).as(query).endsWith(".").isNotEqualTo(FAULT);
            assertThat(query).as("only what somebody gave can be refused: %s", end).contains("own:");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void soDoesWhatLooksForRates(int seed) {
        Random random = new Random(seed);
        String query = query(random) + "&trials=3&search=" + one(random, "test&batches=20", "sweep&batches=20", "study");
        Ends ends = new Ends();
        pool.submit(SOMEBODY, SeriesComputation.oneByOne(courses.rates(experiment(query)), ends)).done().join();
        assertThat(ends.told()).as(query).hasSize(1).first(InstanceOfAssertFactories.STRING).matches("finished|.+\\.");
    }
}
