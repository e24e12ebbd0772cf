package descentlab.run;

import descentlab.client.Requester;
import descentlab.experiment.SweepExperiment;
import descentlab.training.Sweep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Final f against the learning rate: one row for each rate of each run; f is the last finite value. */
@RestController
class SweepApi {

    private record Swept(String run, List<Sweep.Result> results) {}

    private record Point(double lr, Double f, String outcome) {
        static Point of(Sweep.Result result) {
            return new Point(
                    result.lr(),
                    Double.isNaN(result.f()) ? null : (Double) result.f(),
                    result.outcome().name());
        }
    }

    private record RunJson(String run, List<Point> points) {}

    private record RunsJson(List<RunJson> runs) {}

    private final RunService runs;

    SweepApi(RunService runs) {
        this.runs = runs;
    }

    @Asked("/api/sweep.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        List<Swept> sweeps = sweep(query, request);
        response.setContentType("text/csv;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.print("run,lr,f,outcome\n");
        for (Swept swept : sweeps) {
            String name = Csv.cell(swept.run());
            for (Sweep.Result result : swept.results()) {
                out.append(name).append(',').append(Csv.cell(result.lr()));
                out.append(',').append(Csv.cell(result.f()));
                out.append(',').append(result.outcome().name()).append('\n');
            }
        }
    }

    @Asked(value = "/api/sweep.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Object json(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        return new RunsJson(sweep(query, request).stream()
                .map(swept -> new RunJson(
                        swept.run(), swept.results().stream().map(Point::of).toList()))
                .toList());
    }

    private List<Swept> sweep(MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        SweepExperiment experiment = SweepExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs(), "run=adagrad(lr=0.001..10)");
        List<Swept> sweeps = new ArrayList<>();
        runs.await(
                Requester.of(request),
                experiment,
                (int run, List<Sweep.Result> results) ->
                        sweeps.add(new Swept(experiment.runs().get(run).print(), results)));
        return sweeps;
    }
}
