package descentlab.api;

import descentlab.client.Requester;
import descentlab.dataset.DataException;
import descentlab.dataset.Pictures;
import descentlab.experiment.BasinExperiment;
import descentlab.experiment.CloudExperiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.HeatExperiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.Problem;
import descentlab.experiment.RateQuestion;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SweepExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.Task;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.OwnTables;
import descentlab.run.RowStream;
import descentlab.run.RunService;
import descentlab.training.Descent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The links of the surface lab, its maps and the training lab as data. The answer is written as it comes. A reader who is
 * gone is noticed by that, and the computation stopped; one who is not served to the end finds the answer broken off, never
 * short.
 */
@RestController
class DataController {

    private static final String SURFACE = "surface";

    /** Final f against the learning rate: one row for each rate of each run; f is the last finite value. */
    private static final String SWEEP = "sweep";

    /** Where each of a grid of starts ends, and how soon. */
    private static final String BASINS = "basins";

    /** Final f over the learning rate and another setting. */
    private static final String HEAT = "heat";

    /** One race under many noises. */
    private static final String CLOUD = "cloud";

    /** The loss around the paths of a training on pictures. */
    private static final String LANDSCAPE = "landscape";

    /** Good learning rates for a training, looked for. */
    private static final String RATES = "rates";

    /** Whose rows say for themselves how they ended. */
    private static final Set<String> MAPS = Set.of(SWEEP, BASINS, HEAT, CLOUD);

    private static final String LABS =
            "/api/{lab:" + SURFACE + "|" + SWEEP + "|" + BASINS + "|" + HEAT + "|" + CLOUD + "|" + LANDSCAPE + "|" + RATES + "|training}";

    /** Most pictures a request may ask to be seen by all its optimizers together, each time counted. */
    static final long MOST_SEEN = 2_000_000;

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunService runs;
    private final Pictures pictures;
    private final JsonMapper json;

    DataController(RunService runs, Pictures pictures, JsonMapper json) {
        this.runs = runs;
        this.pictures = pictures;
        this.json = json;
    }

    @Asked(LABS + ".csv")
    void csv(
            @PathVariable String lab,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException, DataException {
        RowStream rows = rows(lab, query, Requester.of(request));
        write(rows, columns(lab), new Csv(response.getOutputStream()), response);
    }

    @Asked(value = LABS + ".json", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(
            @PathVariable String lab,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException, DataException {
        RowStream rows = rows(lab, query, Requester.of(request));
        write(rows, columns(lab), new Json(json, response.getOutputStream(), !MAPS.contains(lab)), response);
    }

    @Asked(LABS + ".jsonl")
    void lines(
            @PathVariable String lab,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException, DataException {
        RowStream rows = rows(lab, query, Requester.of(request));
        write(rows, columns(lab), new JsonLines(json, response.getOutputStream()), response);
    }

    private RowStream rows(String lab, Map<String, List<String>> query, Requester asking)
            throws InterruptedException, DataException {
        return switch (lab) {
            case SURFACE -> {
                SurfaceExperiment race = SurfaceExperiment.read(query).orThrow();
                needRuns(race.runs(), "run=adagrad(lr=0.4)");
                yield runs.rows(asking, race);
            }
            case SWEEP -> {
                SweepExperiment sweep = SweepExperiment.read(query).orThrow();
                needRuns(sweep.runs(), "run=adagrad(lr=0.001..10)");
                yield runs.rows(asking, sweep);
            }
            case BASINS -> {
                BasinExperiment basins = BasinExperiment.read(query).orThrow();
                needRuns(basins.race().runs(), "run=adagrad(lr=0.4)");
                yield runs.rows(asking, basins);
            }
            case HEAT -> {
                HeatExperiment heat = HeatExperiment.read(query).orThrow();
                needRuns(heat.runs(), "run=momentum(lr=0.001..10,beta=0..0.99)");
                yield runs.rows(asking, heat);
            }
            case CLOUD -> {
                CloudExperiment cloud = CloudExperiment.read(query).orThrow();
                needRuns(cloud.race().runs(), "run=adagrad(lr=0.4)");
                yield runs.rows(asking, cloud);
            }
            case LANDSCAPE -> {
                TrainingExperiment training = TrainingExperiment.read(query).orThrow();
                needRuns(training.runs(), "run=adagrad(lr=0.05)");
                PictureTask task = drawn(training);
                checkWork(training);
                checkData(task);
                yield runs.landscape(asking, training, task);
            }
            case RATES -> {
                TrainingExperiment training = TrainingExperiment.read(query).orThrow();
                needRuns(training.runs(), "run=adagrad(lr=0.05)");
                if (!training.plan().search().on()) {
                    throw new ExperimentException(new Problem("search", "none", "test, sweep or study", false));
                }
                RateQuestion.refusal(training).ifPresent(problem -> {
                    throw new ExperimentException(problem);
                });
                checkData(training.task());
                yield runs.rates(asking, training);
            }
            default -> {
                TrainingExperiment training = TrainingExperiment.read(query).orThrow();
                needRuns(training.runs(), training.onPictures() ? "run=adagrad(lr=0.05)" : "run=adagrad(lr=0.4)");
                if (training.task() instanceof PictureTask) {
                    checkWork(training);
                }
                checkData(training.task());
                yield runs.rows(asking, training);
            }
        };
    }

    /** What is trained, on pictures, where a link asks for the loss around the paths. */
    private static PictureTask drawn(TrainingExperiment training) {
        if (training.plan().slice().on() && training.task() instanceof PictureTask task) {
            return task;
        }
        throw new ExperimentException(
                new Problem(LANDSCAPE, "none", "path, ends or random, of a training on pictures", false));
    }

    /** Shapes the data before anything is answered, so that what cannot be is refused as what it is. */
    private void check(OwnTask task) throws InterruptedException, DataException {
        try {
            OwnTables.Lent lent = runs.shaped(task).get();
            try {
                task.fit(lent.data());
            } finally {
                lent.giveBack().run();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataException refused) {
                throw refused;
            }
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The data cannot be read just now.");
        }
    }

    static void needRuns(List<?> runs, String example) {
        if (runs.isEmpty()) {
            throw new ExperimentException(
                    new Problem("run", "", "at least one optimizer, as in " + example, false));
        }
    }

    private void checkData(Task task) throws InterruptedException, DataException {
        switch (task) {
            case PictureTask ofPictures -> check(ofPictures);
            case OwnTask own -> check(own);
            case TableTask any -> {}
        }
    }

    private static void checkWork(TrainingExperiment experiment) {
        if (experiment.seen() > MOST_SEEN) {
            throw new ExperimentException(new Problem(
                    "epochs",
                    String.valueOf(experiment.plan().epochs()),
                    "at most " + MOST_SEEN + " pictures seen by all runs together; these are " + experiment.seen(),
                    true));
        }
    }

    private void check(PictureTask task) {
        if (!pictures.seemThere(task.set())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "The pictures of " + task.data() + " are not on this server. The page /data/" + task.data()
                            + " says how to get them; data=silhouettes is always there.");
        }
    }

    /** Of a descent without what the optimizer remembers, of all others all. */
    private static Function<List<String>, Columns> columns(String lab) {
        return names -> lab.equals(SURFACE) ? Columns.ofSteps(names, Descent.FIRST_MEMORY) : Columns.of(names);
    }

    /** Writes what comes; what is small goes out at its end, so that it can still be refused until then. */
    private static void write(
            RowStream stream, Function<List<String>, Columns> columns, RowWriter out, HttpServletResponse response)
            throws IOException, InterruptedException {
        try (stream) {
            response.setContentType(out.contentType());
            out.begin();
            long sent = System.nanoTime();
            for (boolean over = false; !over; ) {
                RowStream.Event event = stream.poll(BEAT);
                over = event instanceof RowStream.Over;
                write(event, stream.names(), columns, out, response);
                if (System.nanoTime() - sent >= BEAT.toNanos()) {
                    sent = System.nanoTime();
                    out.beat();
                    out.flush();
                }
            }
            out.end();
            out.flush();
        }
    }

    private static void write(
            RowStream.Event event,
            List<String> names,
            Function<List<String>, Columns> columns,
            RowWriter out,
            HttpServletResponse response)
            throws IOException {
        switch (event) {
            case null -> {}
            case RowStream.Begun begun -> out.columns(columns.apply(begun.columns()));
            case RowStream.Rows rows -> out.rows(names.get(rows.series()), rows);
            case RowStream.Ended ended -> out.ended(names.get(ended.series()), ended);
            case RowStream.Over(String failure) -> {
                if (!failure.isEmpty()) {
                    if (response.isCommitted()) {
                        throw new IOException(failure); // what has been written cannot be taken back: it is broken off
                    }
                    throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, failure);
                }
            }
        }
    }
}
