package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import descentlab.training.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The surface lab's links as data. */
@RestController
class SurfaceApi {

    private record Ended(String run, Trace trace, Outcome outcome) {

        /** Each made when it is asked for: all at once would take several times what the trace does. */
        List<Point> points() {
            return new AbstractList<>() {
                @Override
                public Point get(int row) {
                    return Point.of(trace, row);
                }

                @Override
                public int size() {
                    return trace.rows();
                }
            };
        }
    }

    /** A race with what is booked for its rows, until they are written. */
    private record Race(List<Ended> ended, RowLedger.Entry rows) implements AutoCloseable {
        @Override
        public void close() {
            rows.close();
        }
    }

    private record Point(
            int step, double x1, double x2, double f, double g1, double g2, Double rate1, Double rate2) {
        static Point of(Trace trace, int row) {
            return new Point(
                    row,
                    trace.at(row, Trace.X1),
                    trace.at(row, Trace.X2),
                    trace.at(row, Trace.F),
                    trace.at(row, Trace.G1),
                    trace.at(row, Trace.G2),
                    orNull(trace.at(row, Trace.RATE1)),
                    orNull(trace.at(row, Trace.RATE2)));
        }

        private static Double orNull(double value) {
            return Double.isNaN(value) ? null : (Double) value;
        }
    }

    /** {@code suggestedRate} is there only where the run diverged and a rate that works is known. */
    private record RunJson(
            String run,
            String outcome,
            String explanation,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double suggestedRate,
            List<Point> points) {}

    private record RunsJson(List<RunJson> runs) {}

    private final RunService runs;
    private final JsonMapper json;

    SurfaceApi(RunService runs, JsonMapper json) {
        this.runs = runs;
        this.json = json;
    }

    @Asked("/api/surface.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        try (Race race = race(query, request)) {
            response.setContentType("text/csv;charset=UTF-8");
            PrintWriter out = response.getWriter();
            out.print("run,step,x1,x2,f,g1,g2,rate1,rate2\n");
            for (Ended ended : race.ended()) {
                write(out, ended);
            }
        }
    }

    private static void write(PrintWriter out, Ended ended) {
        String run = Csv.cell(ended.run());
        for (int row = 0; row < ended.trace().rows(); row++) {
            out.append(run).append(',').append(String.valueOf(row));
            for (int column = Trace.X1; column <= Trace.RATE2; column++) {
                out.append(',').append(Csv.cell(ended.trace().at(row, column)));
            }
            out.append('\n');
        }
    }

    @Asked(value = "/api/surface.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        try (Race race = race(query, request)) {
            JsonAnswer.write(
                    json,
                    new RunsJson(race.ended().stream()
                            .map(ended -> new RunJson(
                                    ended.run(),
                                    ended.outcome().name(),
                                    ended.outcome().explanation(),
                                    suggestedRate(ended.outcome()),
                                    ended.points()))
                            .toList()),
                    response);
        }
    }

    private static Double suggestedRate(Outcome outcome) {
        return outcome instanceof Outcome.Diverged diverged && diverged.suggestedRate().isPresent()
                ? (Double) diverged.suggestedRate().getAsDouble()
                : null;
    }

    private Race race(MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        SurfaceExperiment experiment = SurfaceExperiment.read(query).orThrow();
        Requests.needRuns(experiment.runs());
        List<Ended> race = new ArrayList<>();
        RowLedger.Entry rows = runs.await(
                Requester.of(request),
                experiment,
                (int series, Descent descent, Outcome outcome) -> race.add(new Ended(
                        OptimizerSpec.print(experiment.runs().get(series)), descent.trace(), outcome)));
        return new Race(race, rows);
    }
}
