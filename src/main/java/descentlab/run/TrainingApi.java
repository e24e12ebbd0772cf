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
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

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

        /** The points, each with its numbers in the order of the columns; each made when it is asked for. */
        List<Map<String, Number>> points() {
            List<String> columns = training.columns();
            return made(row -> {
                Map<String, Number> point = new LinkedHashMap<>();
                for (int i = 0; i < row.length; i++) {
                    point.put(columns.get(i), row[i]);
                }
                return point;
            });
        }

        List<Number[]> rows() {
            return made(row -> row);
        }

        private <T> List<T> made(Function<Number[], T> of) {
            double[] values = training.points(0);
            int stride = training.columns().size();
            int examples = training.columns().indexOf(EXAMPLES);
            return new AbstractList<>() {
                @Override
                public T get(int row) {
                    Number[] numbers = new Number[stride];
                    for (int i = 0; i < stride; i++) {
                        double value = values[row * stride + i];
                        numbers[i] = i == examples ? (Number) (long) value : value; // a count is whole in a file too
                    }
                    return of.apply(numbers);
                }

                @Override
                public int size() {
                    return values.length / stride;
                }
            };
        }
    }

    /** Trainings with what is booked for their rows, until they are written. */
    private record All(List<Trained> trained, RowLedger.Entry rows) implements AutoCloseable {
        @Override
        public void close() {
            rows.close();
        }
    }

    private final RunService runs;
    private final PictureApi pictures;
    private final JsonMapper json;

    TrainingApi(RunService runs, PictureApi pictures, JsonMapper json) {
        this.runs = runs;
        this.pictures = pictures;
        this.json = json;
    }

    @Asked("/api/training.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (ImageExperiment.isAskedFor(query)) {
            pictures.csv(query, request, response);
            return;
        }
        try (All all = train(query, request)) {
            response.setContentType("text/csv;charset=UTF-8");
            PrintWriter out = response.getWriter();
            List<String> columns = all.trained().getFirst().training().columns();
            out.append("run,").append(String.join(",", columns)).append('\n');
            for (Trained run : all.trained()) {
                write(out, run);
            }
        }
    }

    private static void write(PrintWriter out, Trained run) {
        for (Number[] row : run.rows()) {
            out.append(Csv.cell(run.run()));
            for (Number number : row) {
                out.append(',').append(Csv.cell(number));
            }
            out.append('\n');
        }
    }

    @Asked(value = "/api/training.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (ImageExperiment.isAskedFor(query)) {
            pictures.json(query, request, response);
            return;
        }
        try (All all = train(query, request)) {
            JsonAnswer.write(
                    json,
                    new RunsJson(all.trained().stream()
                            .map(run -> new RunJson(
                                    run.run(),
                                    run.outcome().name(),
                                    run.outcome().explanation(),
                                    run.points(),
                                    TrainingFrames.Parameters.of(run.training())))
                            .toList()),
                    response);
        }
    }

    private All train(MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        TrainingExperiment experiment = TrainingExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs());
        Trained[] trained = new Trained[experiment.runs().size()];
        RowLedger.Entry rows = runs.await(
                Requester.of(request),
                experiment,
                (int series, Training training, Outcome outcome) -> trained[series] =
                        new Trained(OptimizerSpec.print(experiment.runs().get(series)), training, outcome));
        return new All(List.of(trained), rows);
    }
}
