package descentlab.run;

import descentlab.client.Requester;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Outcome;
import descentlab.training.Training;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The training lab's links as data: a column for the loss, and for whatever the task has measured beside it. */
@RestController
class TrainingApi {

    private static final String EXAMPLES = "examples";

    private record RunJson(
            String run,
            String outcome,
            String explanation,
            List<Map<String, Number>> points,
            TrainingFrames.Parameters parameters) {}

    private record RunsJson(List<RunJson> runs) {}

    private record Trained(String run, Training training, Outcome outcome) {

        /** The points, each with its numbers in the order of the columns. */
        List<Map<String, Number>> points() {
            List<String> columns = training.columns();
            Number[][] rows = rows();
            return Arrays.stream(rows)
                    .map(row -> {
                        Map<String, Number> point = new LinkedHashMap<>();
                        for (int i = 0; i < row.length; i++) {
                            point.put(columns.get(i), row[i]);
                        }
                        return point;
                    })
                    .toList();
        }

        Number[][] rows() {
            double[] values = training.points(0);
            int stride = training.columns().size();
            int examples = training.columns().indexOf(EXAMPLES);
            Number[][] rows = new Number[training.pointCount()][stride];
            for (int at = 0; at < values.length; at++) {
                // A count is a whole number in a file too.
                rows[at / stride][at % stride] = at % stride == examples ? (Number) (long) values[at] : values[at];
            }
            return rows;
        }
    }

    private final RunService runs;
    private final PictureApi pictures;

    TrainingApi(RunService runs, PictureApi pictures) {
        this.runs = runs;
        this.pictures = pictures;
    }

    @Asked("/api/training.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (ImageExperiment.isAskedFor(query)) {
            pictures.csv(query, request, response);
            return;
        }
        List<Trained> trained = train(query, request);
        response.setContentType("text/csv;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.append("run,").append(String.join(",", trained.getFirst().training().columns())).append('\n');
        for (Trained run : trained) {
            for (Number[] row : run.rows()) {
                out.append(Csv.cell(run.run()));
                for (Number number : row) {
                    out.append(',').append(Csv.cell(number));
                }
                out.append('\n');
            }
        }
    }

    @Asked(value = "/api/training.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Object json(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (ImageExperiment.isAskedFor(query)) {
            pictures.json(query, request, response);
            return null; // the answer is written
        }
        return new RunsJson(train(query, request).stream()
                .map(run -> new RunJson(
                        run.run(),
                        run.outcome().name(),
                        run.outcome().explanation(),
                        run.points(),
                        TrainingFrames.Parameters.of(run.training())))
                .toList());
    }

    private List<Trained> train(MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        TrainingExperiment experiment = TrainingExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs());
        Trained[] trained = new Trained[experiment.runs().size()];
        runs.await(
                Requester.of(request),
                experiment,
                (int series, Training training, Outcome outcome) -> trained[series] =
                        new Trained(OptimizerSpec.print(experiment.runs().get(series)), training, outcome));
        return List.of(trained);
    }
}
