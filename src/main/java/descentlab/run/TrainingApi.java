package descentlab.run;

import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Outcome;
import descentlab.training.Training;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The training lab's links as data. */
@RestController
class TrainingApi {

    private record Point(double epoch, long examples, double loss, double seconds) {}

    private record RunJson(
            String run, String outcome, String explanation, List<Point> points, TrainingFrames.Parameters parameters) {}

    private record RunsJson(List<RunJson> runs) {}

    private final RunService runs;

    TrainingApi(RunService runs) {
        this.runs = runs;
    }

    @GetMapping("/api/training.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        List<RunJson> trained = train(query, request);
        response.setContentType("text/csv;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.print("run,epoch,examples,loss,seconds\n");
        for (RunJson run : trained) {
            String name = Csv.cell(run.run());
            for (Point point : run.points()) {
                out.append(name).append(',').append(Csv.cell(point.epoch()));
                out.append(',').append(String.valueOf(point.examples()));
                out.append(',').append(Csv.cell(point.loss())).append(',').append(Csv.cell(point.seconds())).append('\n');
            }
        }
    }

    @GetMapping(path = "/api/training.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Object json(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        return new RunsJson(train(query, request));
    }

    private List<RunJson> train(MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        TrainingExperiment experiment = TrainingExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs());
        RunJson[] trained = new RunJson[experiment.runs().size()];
        runs.await(
                Requests.owner(request),
                experiment,
                (int series, Training training, Outcome outcome) -> trained[series] = new RunJson(
                        OptimizerSpec.print(experiment.runs().get(series)),
                        outcome.name(),
                        outcome.explanation(),
                        points(training),
                        TrainingFrames.Parameters.of(training)));
        return Arrays.stream(trained).filter(Objects::nonNull).toList();
    }

    private static List<Point> points(Training training) {
        double[] values = training.points(0);
        int stride = Training.COLUMNS.size();
        return IntStream.range(0, training.pointCount())
                .mapToObj(i -> i * stride)
                .map(at -> new Point(values[at], (long) values[at + 1], values[at + 2], values[at + 3]))
                .toList();
    }
}
