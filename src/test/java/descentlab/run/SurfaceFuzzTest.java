package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.BasinExperiment;
import descentlab.experiment.CloudExperiment;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.HeatExperiment;
import descentlab.experiment.Reading;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SurfaceMap;
import descentlab.experiment.SweepExperiment;
import descentlab.objective.MinimumSearch;
import descentlab.objective.Objective;
import descentlab.training.Outcome;
import descentlab.training.Series;
import descentlab.training.Trace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Races on surfaces known and typed, and maps of them, drawn by a seed: each comes to its end, and what it then says is so: each row
 * holds the objective's own value, more steps begin with the same rows, and a rate that is proposed does not run away.
 */
class SurfaceFuzzTest {

    private static final int RUNS = Integer.getInteger("fuzz.runs", 150);
    private static final int FROM = Integer.getInteger("fuzz.from", 0);
    private static final Requester SOMEBODY = Requester.named("somebody");
    private static final List<String> OBJECTIVES = List.of(
            "ellipse", "rotated", "rosenbrock", "beale", "himmelblau", "saddle", "rastrigin", "ackley", "booth", "matyas", "styblinski-tang",
            "three-hump-camel", "monkey-saddle", "ravine");
    private static final List<String> RATED = List.of(
            "sgd", "momentum", "nesterov", "counter", "adagrad", "rmsprop", "adam", "yogi", "newton", "diagonal", "torch.sgd", "torch.adagrad",
            "torch.rmsprop", "torch.adadelta", "torch.adam", "torch.adamw", "torch.adamax", "torch.nadam", "torch.radam");
    private static final List<String> SCHEDULES = List.of(
            "", "", "", "schedule=invsqrt(1)", "schedule=exponential(0.9)", "schedule=step(10,0.5)", "schedule=cosine(20)", "schedule=warmup(5)");
    private static final List<String> OWN_RULES = List.of(
            "s=s+g^2;x=x-lr*g/sqrt(s+1e-6)", "x=x-lr*g/norm(g)", "n=n+norm(g)^2;x=x-lr*g/sqrt(n)", "x=x-lr*sign(g)", "x=x-lr*log(g)",
            "x=x-lr*mean(g)*where(x>0,1,2)");

    private static final List<String> RANGES = List.of(
            "momentum(lr=0.001..10,beta=0..0.99)", "adagrad(lr=0.001..10,eps=1e-9..1)", "adam(lr=0.001..10,beta2=0.5..0.999)");

    private final ComputePool pool = RunServices.pool();

    @AfterEach
    void close() {
        pool.close();
    }

    static IntStream seeds() {
        return IntStream.range(FROM, FROM + RUNS);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String number(Random random, double scale) {
        return String.format(Locale.ROOT, "%.3g", random.nextGaussian() * scale);
    }

    private static String rate(Random random) {
        return String.format(Locale.ROOT, "%.3g", Math.pow(10, random.nextDouble() * 6 - 4));
    }

    private static String call(String name, String... settings) {
        return name + "(" + String.join(",", List.of(settings).stream().filter(each -> !each.isEmpty()).toList()) + ")";
    }

    private static String method(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> call("rule", "lr=" + rate(random), "do=" + one(random, OWN_RULES));
            case 1 -> call("adadelta", one(random, SCHEDULES));
            default -> call(one(random, RATED), "lr=" + rate(random), one(random, SCHEDULES));
        };
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return one(random, List.of("x1", "x2", "x1", "x2", "2", "0.5", "pi"));
        }
        String a = expression(random, depth - 1);
        String b = expression(random, random.nextInt(depth));
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + a + "+" + b + ")";
            case 2 -> "(" + a + "-" + b + ")";
            case 3 -> "(" + a + "*" + b + ")";
            case 4 -> "(" + a + ")^2";
            case 5 -> one(random, List.of("sin", "cos", "tanh", "exp", "abs")) + "(" + a + ")";
            case 6 -> one(random, List.of("sqrt", "log")) + "(" + a + ")";
            case 7 -> one(random, List.of("min", "max")) + "(" + a + "," + b + ")";
            default -> "(" + a + "/(1+" + b + "^2))";
        };
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** All but the runs. */
    private static List<String> surface(Random random, int steps, boolean noisy) {
        List<String> query = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> query.add(pair("f", expression(random, 3)));
            case 1 -> {
                String across = number(random, 2);
                query.add(pair("q", number(random, 2) + "," + across + ";" + across + "," + number(random, 2)));
                query.add(pair("c", number(random, 1) + "," + number(random, 1)));
            }
            default -> query.add(pair("objective", one(random, OBJECTIVES)));
        }
        query.add(pair("rotate", one(random, List.of("0", "0", "30", "-45.5"))));
        query.add(pair("start", number(random, 3) + "," + number(random, 3)));
        query.add(pair("steps", String.valueOf(steps)));
        query.add(pair("noise", noisy ? "0.5" : one(random, List.of("0", "0", "0.3"))));
        query.add(pair("seed", String.valueOf(random.nextInt(1000))));
        return query;
    }

    private static String race(Random random, int steps) {
        List<String> query = surface(random, steps, false);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String method = method(random);
            boolean stages = steps > 2 && random.nextInt(4) == 0;
            query.add(pair("run", stages ? method + "~" + (1 + random.nextInt(steps - 1)) + "~" + method(random) : method));
        }
        return String.join("&", query);
    }

    /** The first that can be read: what is typed may be undefined at the start. */
    private static <T> T readable(Supplier<String> query, Function<Map<String, List<String>>, Reading<? extends T>> reader) {
        return Stream.generate(query)
                .map(EncodedQuery::read)
                .map(reader)
                .limit(50)
                .filter(each -> each.problems().isEmpty())
                .findFirst()
                .orElseThrow()
                .orThrow();
    }

    private List<Series> ended(Course course) {
        Ends ends = new Ends();
        pool.submit(SOMEBODY, SeriesComputation.oneByOne(course, ends)).done().join();
        assertThat(ends.told()).containsExactly("finished");
        return ends.series();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRaceComesToItsEndAndWhatItSaysIsSo(int seed) {
        Random random = new Random(seed);
        int steps = random.nextInt(300);
        SurfaceExperiment race = readable(() -> race(random, steps), SurfaceExperiment::read);
        String query = race.query();
        List<Series> all = ended(new RaceCourse(race));
        List<Series> longer = ended(new RaceCourse(race.withSteps(steps + 40)));
        Objective objective = race.objective().function();
        for (int i = 0; i < all.size(); i++) {
            Trace trace = all.get(i).trace();
            int f = trace.columns().indexOf("f");
            int x1 = trace.columns().indexOf("x1");
            for (int row = 0; row < trace.rows(); row++) {
                double value = objective.value(trace.at(row, x1), trace.at(row, x1 + 1));
                assertThat(trace.at(row, f)).as("%s, run %d, row %d", query, i, row).isEqualTo(value);
            }
            if (!(all.get(i).outcome() instanceof Outcome.Diverged)) {
                assertThat(trace.rows()).as(query).isEqualTo(steps + 1);
                assertThat(longer.get(i).trace().values()).as(query).startsWith(trace.values());
            }
            int index = i;
            all.get(i).outcome().suggestedRate().ifPresent(proposed -> holds(race, index, proposed, query));
        }
    }

    private void holds(SurfaceExperiment race, int index, double rate, String query) {
        SurfaceExperiment slower = race.withRuns(List.of(race.runs().get(index).withRate(rate)));
        assertThat(ended(new RaceCourse(slower)).getFirst().outcome()).as("%s, run %d at %s", query, index, rate).isNotInstanceOf(Outcome.Diverged.class);
    }

    private static String map(Random random, int kind) {
        List<String> query = surface(random, 1 + random.nextInt(100), kind == 3);
        switch (kind) {
            case 0 -> query.addAll(List.of(
                    "points=" + (2 + random.nextInt(20)), pair("run", call(one(random, RATED), "lr=1e-4..100"))));
            case 1 -> query.addAll(List.of(
                    "columns=" + (2 + random.nextInt(12)), "rows=" + (2 + random.nextInt(12)), pair("run", method(random))));
            case 2 -> query.addAll(List.of("points=7x5", pair("run", one(random, RANGES))));
            default -> query.addAll(List.of("seeds=" + (2 + random.nextInt(10)), pair("run", method(random))));
        }
        return String.join("&", query);
    }

    private static Reading<? extends SurfaceMap> map(Map<String, List<String>> query, int kind) {
        return switch (kind) {
            case 0 -> SweepExperiment.read(query);
            case 1 -> BasinExperiment.read(query);
            case 2 -> HeatExperiment.read(query);
            default -> CloudExperiment.read(query);
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMapComesToItsEnd(int seed) {
        Random random = new Random(seed);
        int kind = random.nextInt(4);
        SurfaceMap map = readable(() -> map(random, kind), query -> map(query, kind));
        Course course = MapCourse.of(
                map, kind == 1 ? new MinimumSearch(map.race().objective()).advance(() -> false).orElseThrow() : null);
        assertThat(ended(course)).as(map.toString()).allMatch(series -> series.trace().rows() > 0);
    }
}
