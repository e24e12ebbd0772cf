package descentlab.run;

import descentlab.client.Requester;
import descentlab.dataset.Pictures;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Problem;
import descentlab.optimizer.OptimizerSpec;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trainings on pictures as data. They take long, so the answer is written as it comes: a CSV file row by row, JSON run
 * by run with spaces before it for its rows and for each second of waiting. A reader that is gone is noticed by that, and the training
 * stopped; one that is not served to the end finds the answer broken off, never short.
 */
@Component
class PictureApi {

    /** Most pictures a request may ask to be seen by all its optimizers together, each time counted. */
    static final long MOST_SEEN = 2_000_000;

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int EXAMPLES = 1;

    private record RunJson(
            String run,
            String outcome,
            String explanation,
            List<Map<String, Number>> points,
            Map<String, double[]> parameters) {}

    /** Nobody is there to be told, so it says nothing. */
    private static final class ReaderGone extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final RunService runs;
    private final Pictures pictures;

    PictureApi(RunService runs, Pictures pictures) {
        this.runs = runs;
        this.pictures = pictures;
    }

    void csv(MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        ImageExperiment experiment = read(query);
        List<String> names = names(experiment);
        PictureRows rows = new PictureRows();
        Job job = runs.oneByOne(Requester.of(request), experiment, rows);
        try {
            response.setContentType("text/csv;charset=UTF-8");
            PrintWriter out = response.getWriter();
            out.append("run,").append(String.join(",", PictureRows.columns(experiment.network()))).append('\n');
            int series = 0;
            for (PictureRows.Event event = next(rows, out, ""); !over(event); event = next(rows, out, "")) {
                if (event instanceof PictureRows.Rows(List<double[]> fresh)) {
                    for (double[] row : fresh) {
                        write(out, names.get(series), row);
                    }
                } else if (event instanceof PictureRows.SeriesEnd end) {
                    series = end.series() + 1;
                }
            }
        } catch (ReaderGone gone) {
            // the training is stopped below
        } finally {
            job.cancel(); // nothing, if it has ended
        }
    }

    private static void write(PrintWriter out, String run, double[] row) {
        out.append(Csv.cell(run));
        for (int i = 0; i < row.length; i++) {
            out.append(',').append(i == EXAMPLES ? Long.toString((long) row[i]) : Csv.cell(row[i]));
        }
        out.append('\n');
    }

    void json(MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        ImageExperiment experiment = read(query);
        List<String> names = names(experiment);
        List<String> columns = PictureRows.columns(experiment.network());
        PictureRows rows = new PictureRows();
        Job job = runs.oneByOne(Requester.of(request), experiment, rows);
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            PrintWriter out = response.getWriter();
            out.append("{\"runs\":[");
            List<Map<String, Number>> points = new ArrayList<>();
            for (PictureRows.Event event = next(rows, out, " "); !over(event); event = next(rows, out, " ")) {
                if (event instanceof PictureRows.Rows(List<double[]> fresh)) {
                    fresh.forEach(row -> points.add(point(columns, row)));
                    out.append(' '); // they are written at the run's end; until then this tells whether anybody reads
                } else if (event instanceof PictureRows.SeriesEnd end) {
                    out.append(end.series() == 0 ? "" : ",");
                    out.append(JsonMapper.shared()
                            .writeValueAsString(new RunJson(
                                    names.get(end.series()),
                                    end.outcome().name(),
                                    end.outcome().explanation(),
                                    points,
                                    end.parameters())));
                    points.clear();
                }
            }
            out.append("]}");
        } catch (ReaderGone gone) {
            // the training is stopped below
        } finally {
            job.cancel();
        }
    }

    private static Map<String, Number> point(List<String> columns, double[] row) {
        Map<String, Number> point = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            point.put(
                    columns.get(i),
                    i == EXAMPLES ? (Number) (long) row[i] : Double.isNaN(row[i]) ? null : (Number) row[i]);
        }
        return point;
    }

    private ImageExperiment read(MultiValueMap<String, String> query) {
        ImageExperiment experiment = ImageExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs(), "run=adagrad(lr=0.05)");
        long seen = (long) experiment.pictures() * experiment.plan().epochs() * experiment.runs().size();
        if (seen > MOST_SEEN) {
            throw new ExperimentException(new Problem(
                    "epochs",
                    String.valueOf(experiment.plan().epochs()),
                    "at most " + MOST_SEEN + " pictures seen by all runs together; these are " + seen,
                    true));
        }
        if (!pictures.seemThere(experiment.data())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "The pictures of " + experiment.data() + " are not on this server. The page /data/"
                            + experiment.data() + " says how to get them; data=silhouettes is always there.");
        }
        return experiment;
    }

    private static List<String> names(ImageExperiment experiment) {
        return experiment.runs().stream().map(OptimizerSpec::print).toList();
    }

    /** What is waited for; writes {@code beat} each second until then. */
    private static PictureRows.Event next(PictureRows rows, PrintWriter out, String beat)
            throws IOException, InterruptedException {
        while (true) {
            // A writer of a servlet throws nothing: it only remembers.
            out.flush();
            if (out.checkError()) {
                throw new ReaderGone();
            }
            PictureRows.Event event = rows.poll(BEAT);
            if (event != null) {
                return event;
            }
            out.append(beat);
        }
    }

    /** True at the good end; at a bad one the answer is broken off. */
    private static boolean over(PictureRows.Event event) throws IOException {
        if (event instanceof PictureRows.Over(String failure)) {
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            return true;
        }
        return false;
    }
}
