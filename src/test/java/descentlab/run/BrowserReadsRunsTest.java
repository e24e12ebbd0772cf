package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.TableTask;
import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.frontend.Node;
import descentlab.optimizer.MethodSpec;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import descentlab.training.Trace;
import descentlab.training.Training;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written into a run's log is what the browser's own files, run by Node, read out of its stream. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class BrowserReadsRunsTest {

    /** What the browser calls the types of frames, by their numbers. */
    private static final List<String> KINDS =
            List.of("none", "header", "rows", "progress", "seriesEnd", "end", "detail", "place");

    private static final int TYPE = 4;
    private static final int SECONDS = Training.COLUMNS.indexOf("seconds");

    @LocalServerPort
    private int port;

    @Autowired
    private RunService runs;

    private JsonNode read(Run run, String... breakAfter) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("http://localhost:" + port + "/" + run.id().streamUrl()));
        arguments.addAll(List.of(breakAfter));
        JsonNode read = Node.run("read-run.mjs", arguments);
        assertThat(read.get("told").valueStream().map(each -> each.get("kind").asString()))
                .containsExactlyElementsOf(
                        frames(run).stream().map(frame -> KINDS.get(frame[TYPE])).toList());
        return read;
    }

    private static List<byte[]> frames(Run run) throws InterruptedException {
        Awaitility.await().until(run::ended);
        return run.log().await(0, Duration.ofSeconds(1));
    }

    private static Stream<JsonNode> told(JsonNode read, String kind) {
        return read.get("told")
                .valueStream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .map(each -> each.get("value"));
    }

    private static JsonNode header(JsonNode read) {
        return told(read, "header").findFirst().orElseThrow();
    }

    /** All rows of a series, however many frames they came in. */
    private static double[] rows(JsonNode read, int series) {
        return told(read, "rows")
                .filter(rows -> rows.get("series").asInt() == series)
                .peek(rows -> assertThat(rows.get("stride").asInt())
                        .isEqualTo(header(read).get("series").get(series).get("columns").size()))
                .flatMapToDouble(rows -> IntStream.range(0, rows.get("values").size())
                        .mapToDouble(i -> number(rows.get("values").get(i))))
                .toArray();
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(BrowserReadsRunsTest::number).toArray();
    }

    private static double number(JsonNode text) {
        return Double.parseDouble(text.asString());
    }

    private static double[] column(double[] rows, int column, int stride) {
        return IntStream.range(0, rows.length / stride)
                .mapToDouble(row -> rows[row * stride + column])
                .toArray();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void everyKindOfFrameIsReadAsItWasWritten() throws Exception {
        JsonNode words = JsonMapper.shared()
                .valueToTree(Map.of("kind", "η₀ ≤ ½ \"quoted\" \n \uD83D\uDCC9", "number", 0.1, "list", List.of(1, 2)));
        double[] values = {
            1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MAX_VALUE, 0.1 + 0.2, 1e21
        };
        MemoryRunLog log = new MemoryRunLog();
        for (Frame.Type type : List.of(
                Frame.Type.PLACE,
                Frame.Type.HEADER,
                Frame.Type.PROGRESS,
                Frame.Type.DETAIL,
                Frame.Type.SERIES_END)) {
            log.append(Frame.json(type, words));
        }
        log.append(Frame.rows(300, 4, values));
        log.append(Frame.rows(0, 7, new double[0]));
        log.end(Frame.json(Frame.Type.END, words));
        Run run = runs.start(Requester.named("hand"), "hand", log, new Pieces<>(over -> Optional.of(0)));

        JsonNode read = read(run);

        assertThat(strings(read.get("asked"))).containsExactly("?from=0");
        for (String kind : List.of("place", "header", "progress", "detail", "seriesEnd", "end")) {
            assertThat(told(read, kind)).as(kind).containsExactly(words);
        }
        JsonNode rows = told(read, "rows").findFirst().orElseThrow();
        assertThat(rows.get("series").asInt()).isEqualTo(300);
        assertThat(rows.get("stride").asInt()).isEqualTo(4);
        assertThat(numbers(rows.get("values"))).containsExactly(values);
    }

    private static SurfaceExperiment race() {
        return SurfaceExperiment.read(Map.of(
                        "steps", List.of("25"),
                        "start", List.of("-5,0.1"),
                        "run", List.of(
                                "adagrad(lr=0.4)",
                                "torch.adam(lr=0.3,amsgrad=true)",
                                "momentum(lr=0.1)~8~adagrad(lr=0.4)~15~adagrad(lr=0.1,keep=true)",
                                "sgd(lr=5)")))
                .orThrow();
    }

    @Test
    void aRaceIsReadToTheLastBit() throws Exception {
        SurfaceExperiment race = race();
        JsonNode read = read(runs.start(Requester.named("race"), race));

        JsonNode header = header(read);
        assertThat(header.get("steps").asInt()).isEqualTo(25);
        assertThat(header.get("start").toString()).isEqualTo("[-5,0.1]");
        assertThat(header.get("objective").get("title").asString()).isEqualTo("Ellipse");
        List<JsonNode> ends = told(read, "seriesEnd").toList();
        for (int i = 0; i < race.runs().size(); i++) {
            Descent descent = new Descent(
                    race.objective().function(),
                    race.runs().get(i),
                    race.start(),
                    race.steps(),
                    race.noise(),
                    race.seed());
            descent.advance(Integer.MAX_VALUE);
            Trace trace = descent.trace();
            JsonNode series = header.get("series").get(i);
            assertThat(series.get("spec").asString()).isEqualTo(MethodSpec.print(race.runs().get(i)));
            assertThat(strings(series.get("columns"))).isEqualTo(trace.columns());
            assertThat(rows(read, i)).containsExactly(trace.values());

            JsonNode known = read.get("knows").get(i);
            assertThat(known.get("name").asString()).isEqualTo(series.get("title").asString());
            for (int column = 0; column < trace.stride(); column++) {
                assertThat(numbers(known.get("columns").get(trace.columns().get(column))))
                        .containsExactly(column(trace.values(), column, trace.stride()));
            }
            Outcome outcome = descent.outcome();
            assertThat(ends.get(i).get("series").asInt()).isEqualTo(i);
            assertThat(ends.get(i).get("outcome").asString()).isEqualTo(outcome.name());
            assertThat(ends.get(i).get("done").asLong()).isEqualTo(descent.done());
            assertThat(known.get("diverged").asBoolean()).isEqualTo(outcome instanceof Outcome.Diverged);
        }
        assertThat(ends.getFirst().get("message").isNull()).isTrue();
        assertThat(ends.getLast().get("message").asString()).contains("a million times the start's size");
        assertThat(ends.getLast().get("suggestedRate").asDouble()).isEqualTo(0.25);
    }

    @Test
    void aHeaderTellsTheStagesOfWhatHasSome() throws Exception {
        JsonNode series = header(read(runs.start(Requester.named("stages"), race()))).get("series");
        assertThat(series.get(0).has("stages")).isFalse();
        JsonNode staged = series.get(2);
        assertThat(staged.get("optimizer").asString()).isEqualTo("momentum");
        assertThat(staged.get("title").asString()).isEqualTo("Momentum, then Adagrad, then at 0.1");
        assertThat(staged.get("lr").asDouble()).isEqualTo(0.1);
        assertThat(strings(staged.get("memories"))).containsExactly("v", "s");
        assertThat(staged.get("stages")).hasSize(3);
        assertThat(staged.get("stages").get(2).toString())
                .isEqualTo("{\"from\":15,\"keep\":true,\"spec\":\"adagrad(lr=0.1,keep=true)\",\"optimizer\":\"adagrad\","
                        + "\"title\":\"Adagrad\",\"lr\":0.1,\"memories\":[\"s\"]}");
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws Exception {
        Run run = runs.start(Requester.named("broken"), race());
        List<byte[]> frames = frames(run);
        int inTheThird = frames.get(0).length + frames.get(1).length + 3;
        int rows = Frame.rowCount(frames.get(1));
        assertThat(rows).isPositive();

        JsonNode read = read(run, String.valueOf(inTheThird));

        assertThat(strings(read.get("asked"))).containsExactly("?from=0", "?from=" + rows);
        assertThat(read.get("told")).isEqualTo(read(run).get("told"));
    }

    @Test
    void aTrainingIsReadWithItsBands() throws Exception {
        TrainingExperiment experiment = TrainingExperiment.read(Map.of(
                        "data", List.of("zipf-text"),
                        "model", List.of("logistic"),
                        "epochs", List.of("1"),
                        "every", List.of("1000"),
                        "run", List.of("counter(lr=9.8)", "adagrad(lr=0.44)")))
                .orThrow();
        JsonNode read = read(runs.start(Requester.named("training"), experiment));

        JsonNode header = header(read);
        assertThat(header.get("data").asString()).isEqualTo("zipf-text");
        assertThat(header.get("examples").asInt()).isEqualTo(experiment.task().examples());
        List<JsonNode> ends = told(read, "seriesEnd").toList();
        for (int i = 0; i < experiment.runs().size(); i++) {
            Training training = new Training(
                    ((TableTask) experiment.task()).problem(),
                    ((TableTask) experiment.task()).measure(),
                    experiment.runs().get(i),
                    experiment.plan());
            training.finish();
            int stride = training.trace().stride();
            assertThat(strings(header.get("series").get(i).get("columns"))).isEqualTo(training.trace().columns());
            double[] rows = rows(read, i);
            for (int column = 0; column < stride; column++) {
                if (column != SECONDS) {
                    assertThat(column(rows, column, stride))
                            .as(training.trace().columns().get(column))
                            .containsExactly(column(training.trace().values(), column, stride));
                }
            }
            JsonNode known = read.get("knows").get(i);
            assertThat(numbers(known.get("epoch"))).containsExactly(column(rows, 0, stride));
            assertThat(numbers(known.get("loss"))).containsExactly(column(rows, Training.LOSS, stride));
            assertThat(known.get("errors").size()).isEqualTo(header.get("bands").size()).isPositive();
            for (int band = 0; band < header.get("bands").size(); band++) {
                int column = training.trace().columns().indexOf(header.get("bands").get(band).get("column").asString());
                assertThat(numbers(known.get("errors").get(band))).containsExactly(column(rows, column, stride));
            }
            int series = i;
            JsonNode end = ends.stream()
                    .filter(each -> each.get("series").asInt() == series)
                    .findFirst()
                    .orElseThrow();
            assertThat(end.get("outcome").asString()).isEqualTo("finished");
            assertThat(known.get("latestLoss").asDouble()).isEqualTo(training.trace().last(Training.LOSS));
            assertThat(end.get("done").asLong()).isEqualTo(training.done());
        }
    }

    @Test
    void aTrainingOnPicturesIsReadWithWhatTheNetworkMakesOfThem() throws Exception {
        TrainingExperiment experiment = TrainingExperiment.read(Map.of(
                        "data", List.of("silhouettes"),
                        "model", List.of("softmax"),
                        "pictures", List.of("300"),
                        "batch", List.of("50"),
                        "epochs", List.of("1"),
                        "run", List.of("sgd(lr=0.1)", "adagrad(lr=0.05)")))
                .orThrow();
        JsonNode read = read(runs.start(Requester.named("pictures"), experiment));

        JsonNode header = header(read);
        int classes = header.get("classes").size();
        assertThat(classes).isEqualTo(10);
        for (int i = 0; i < experiment.runs().size(); i++) {
            List<String> columns = strings(header.get("series").get(i).get("columns"));
            double[] rows = rows(read, i);
            double[] last = IntStream.range(rows.length - columns.size(), rows.length)
                    .mapToDouble(at -> rows[at])
                    .toArray();
            assertThat(last[columns.indexOf("examples")]).isEqualTo(300);

            JsonNode known = read.get("knows").get(i);
            assertThat(known.get("ended").asBoolean()).isTrue();
            JsonNode layer = known.get("layers").get(0);
            assertThat(layer.get("name").asString()).isEqualTo(header.get("layers").get(0).asString());
            assertThat(layer.get("gradient").asDouble()).isEqualTo(last[columns.indexOf("dense.gradient")]);
            assertThat(layer.get("rates").get(1).asDouble()).isEqualTo(last[columns.indexOf("dense.rate50")]);

            JsonNode filters = known.get("filters");
            int side = filters.get("side").asInt();
            byte[] weights = Base64.getDecoder().decode(filters.get("values").asString());
            assertThat(weights).hasSize(filters.get("count").asInt() * side * side);
            assertThat(IntStream.range(0, weights.length).map(at -> Math.abs(weights[at])).max())
                    .hasValue(Byte.MAX_VALUE);
            int[] confusion = known.get("latestTest").get("confusion").valueStream().mapToInt(JsonNode::asInt).toArray();
            double right = IntStream.range(0, classes).map(label -> confusion[label * (classes + 1)]).sum();
            assertThat(right / IntStream.of(confusion).sum()).isEqualTo(known.get("latestTest").get("accuracy").asDouble());
        }
    }
}
