package descentlab.api;

import descentlab.client.Requester;
import descentlab.dataset.Pictures;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.PictureTask;
import descentlab.experiment.Problem;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SweepExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.RowStream;
import descentlab.run.RunService;
import descentlab.training.Descent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The links of the surface lab, its sweep and the training lab as data. The answer is written as it comes. A reader who is
 * gone is noticed by that, and the computation stopped; one who is not served to the end finds the answer broken off, never
 * short.
 */
@RestController
class DataController {

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

    @Asked("/api/surface.csv")
    void surfaceCsv(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(surface(query, from), DataController::steps, new Csv(to.getOutputStream()), to);
    }

    @Asked(value = "/api/surface.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void surfaceJson(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(surface(query, from), DataController::steps, new Json(json, to.getOutputStream(), true), to);
    }

    @Asked("/api/training.csv")
    void trainingCsv(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(training(query, from), Columns::of, new Csv(to.getOutputStream()), to);
    }

    @Asked(value = "/api/training.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void trainingJson(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(training(query, from), Columns::of, new Json(json, to.getOutputStream(), true), to);
    }

    /** Final f against the learning rate: one row for each rate of each run; f is the last finite value. */
    @Asked("/api/sweep.csv")
    void sweepCsv(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(sweep(query, from), Columns::of, new Csv(to.getOutputStream()), to);
    }

    @Asked(value = "/api/sweep.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void sweepJson(@RequestParam MultiValueMap<String, String> query, HttpServletRequest from, HttpServletResponse to)
            throws IOException, InterruptedException {
        write(sweep(query, from), Columns::of, new Json(json, to.getOutputStream(), false), to);
    }

    private RowStream surface(MultiValueMap<String, String> query, HttpServletRequest from) {
        SurfaceExperiment experiment = SurfaceExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs(), "run=adagrad(lr=0.4)");
        return runs.rows(Requester.of(from), experiment);
    }

    /** Of a descent, without what the optimizer remembers. */
    private static Columns steps(List<String> names) {
        return Columns.ofSteps(names, Descent.FIRST_MEMORY);
    }

    private RowStream sweep(MultiValueMap<String, String> query, HttpServletRequest from) {
        SweepExperiment experiment = SweepExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs(), "run=adagrad(lr=0.001..10)");
        return runs.rows(Requester.of(from), experiment);
    }

    private RowStream training(MultiValueMap<String, String> query, HttpServletRequest from) {
        TrainingExperiment experiment = TrainingExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs(), experiment.onPictures() ? "run=adagrad(lr=0.05)" : "run=adagrad(lr=0.4)");
        if (experiment.task() instanceof PictureTask task) {
            check(experiment, task);
        }
        return runs.rows(Requester.of(from), experiment);
    }

    private void check(TrainingExperiment experiment, PictureTask task) {
        if (experiment.seen() > MOST_SEEN) {
            throw new ExperimentException(new Problem(
                    "epochs",
                    String.valueOf(experiment.plan().epochs()),
                    "at most " + MOST_SEEN + " pictures seen by all runs together; these are " + experiment.seen(),
                    true));
        }
        if (!pictures.seemThere(task.set())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "The pictures of " + task.data() + " are not on this server. The page /data/" + task.data()
                            + " says how to get them; data=silhouettes is always there.");
        }
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
