package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.objective.ExpressionException;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.Quadratic;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A race of optimizers on a surface, as a link says it.
 *
 * @param choice the objective
 * @param rotate degrees by which it is turned about the origin
 * @param start where all start
 * @param steps how many steps each takes
 * @param noise deviation of the noise on each coordinate of the gradient
 * @param seed of the noise
 * @param runs the optimizers
 */
public record SurfaceExperiment(
        ObjectiveChoice choice, double rotate, Point start, int steps, double noise, long seed, List<Optimizer> runs) {

    /** Most optimizers in a race. */
    public static final int MOST_RUNS = 8;

    /** Most steps of a race. */
    public static final int MOST_STEPS = 20_000;

    /** Largest coordinate of a start. */
    public static final double FARTHEST_START = 1e6;

    /** Largest deviation of the noise. */
    public static final double MOST_NOISE = 1000;

    private static final NamedObjective FIRST = Objectives.all().getFirst();
    private static final double MOST_ENTRY = 1e9;
    private static final double FULL_TURN = 360;
    private static final int STEPS = 20;

    public SurfaceExperiment {
        runs = List.copyOf(runs);
    }

    /** What the lab opens on: the chapter's objective and three optimizers. */
    public static SurfaceExperiment initial() {
        return new SurfaceExperiment(
                new ObjectiveChoice.Named(FIRST),
                0,
                FIRST.start(),
                STEPS,
                0,
                0,
                List.of(
                        OptimizerSpec.parse("sgd(lr=0.4)"),
                        OptimizerSpec.parse("momentum(lr=0.1,beta=0.8)"),
                        OptimizerSpec.parse("adagrad(lr=2)")));
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<SurfaceExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment experiment = read(reader).withRuns(reader.runs(MOST_RUNS));
        return new Reading<>(experiment, experiment.problems(reader));
    }

    /** What a reader found wrong; with a readable objective also that nothing can start on it. */
    List<Problem> problems(QueryReader reader) {
        List<Problem> problems = reader.problems();
        return problems.isEmpty() ? undefined().map(List::of).orElse(problems) : problems;
    }

    /** Why nothing can start here, as the objective has no value or no slope; empty where it has both. */
    public Optional<Problem> undefined() {
        return Descent.undefinedAtStart(objective().function(), start).map(why -> {
            Map<String, String> names = new LinkedHashMap<>();
            choice.write(names::put);
            Map.Entry<String, String> first = names.entrySet().iterator().next();
            return Problem.undefined(first.getKey(), first.getValue(), why);
        });
    }

    /** Reads all but the optimizers. Whether anything can start there is not asked. */
    static SurfaceExperiment read(QueryReader reader) {
        ObjectiveChoice choice = choice(reader);
        Point usual = choice.objective().start();
        double[] start = reader.numbers(
                "start", new double[] {usual.x1(), usual.x2()}, FARTHEST_START, "-5,-2");
        return new SurfaceExperiment(
                choice,
                reader.number("rotate", 0, -FULL_TURN, FULL_TURN),
                new Point(start[0], start[1]),
                reader.count("steps", STEPS, 0, MOST_STEPS),
                reader.number("noise", 0, 0, MOST_NOISE),
                reader.seed("seed"),
                List.of());
    }

    /** Reads the part of a query that names the objective: one of {@code objective}, {@code f}, and q with c and b. */
    private static ObjectiveChoice choice(QueryReader reader) {
        boolean named = reader.has("objective");
        boolean typed = reader.has("f");
        boolean general = reader.has("q") | reader.has("c") | reader.has("b");
        if (named && (typed || general) || typed && general) {
            String second = typed && named ? "f" : "q";
            reader.problem(second, reader.text(second).orElse(""), "only one of objective, f, and q with c and b");
        }
        if (typed) {
            return typed(reader);
        }
        if (general) {
            double[] q = reader.numbers("q", new double[] {0.2, 0, 0, 4}, MOST_ENTRY, "0.2,0;0,4");
            double[] c = reader.numbers("c", new double[2], MOST_ENTRY, "0,0");
            double b = reader.number("b", 0, -MOST_ENTRY, MOST_ENTRY);
            return new ObjectiveChoice.General(new Quadratic(q[0], q[1], q[2], q[3], c[0], c[1], b));
        }
        return new ObjectiveChoice.Named(reader.text("objective")
                .map(name -> Objectives.named(name).orElseGet(() -> {
                    reader.problem("objective", name, "one of " + Objectives.names());
                    return FIRST;
                }))
                .orElse(FIRST));
    }

    private static ObjectiveChoice typed(QueryReader reader) {
        String text = reader.text("f").orElse("");
        try {
            return new ObjectiveChoice.Typed(TypedObjective.parse(text));
        } catch (ExpressionException refused) {
            reader.problem("f", text, refused.allowed() + " (at character " + (refused.position() + 1) + ")");
            return new ObjectiveChoice.Named(FIRST);
        }
    }

    /** The objective, turned. */
    public NamedObjective objective() {
        return choice.objective().rotated(rotate);
    }

    /** The whole experiment as a query, the same for equal experiments. */
    public String query() {
        QueryWriter query = queryWithoutRuns();
        runs.forEach(run -> query.add("run", OptimizerSpec.print(run)));
        return query.toString();
    }

    QueryWriter queryWithoutRuns() {
        QueryWriter query = new QueryWriter();
        choice.write(query::add);
        query.add("rotate", Decimal.write(rotate))
                .add("start", Decimal.write(start.x1()) + "," + Decimal.write(start.x2()))
                .add("steps", String.valueOf(steps))
                .add("noise", Decimal.write(noise))
                .add("seed", String.valueOf(seed));
        return query;
    }

    /** The part of the query that names the surface alone. */
    public String surfaceQuery() {
        QueryWriter query = new QueryWriter();
        choice.write(query::add);
        return query.add("rotate", Decimal.write(rotate)).toString();
    }

    /** The same with another objective, starting where that one usually does. */
    public SurfaceExperiment withChoice(ObjectiveChoice other) {
        return new SurfaceExperiment(other, rotate, other.objective().start(), steps, noise, seed, runs);
    }

    /** The same, turned by another angle. */
    public SurfaceExperiment withRotate(double degrees) {
        return new SurfaceExperiment(choice, degrees, start, steps, noise, seed, runs);
    }

    /** The same from another start. */
    public SurfaceExperiment withStart(Point other) {
        return new SurfaceExperiment(choice, rotate, other, steps, noise, seed, runs);
    }

    /** The same with another number of steps. */
    public SurfaceExperiment withSteps(int other) {
        return new SurfaceExperiment(choice, rotate, start, other, noise, seed, runs);
    }

    /** The same with other noise. */
    public SurfaceExperiment withNoise(double deviation, long otherSeed) {
        return new SurfaceExperiment(choice, rotate, start, steps, deviation, otherSeed, runs);
    }

    /** The same with other optimizers. */
    public SurfaceExperiment withRuns(List<Optimizer> others) {
        return new SurfaceExperiment(choice, rotate, start, steps, noise, seed, others);
    }

    /**
     * The same with one optimizer at another rate.
     *
     * @throws IllegalArgumentException if there is no such optimizer, or it cannot have that rate
     */
    public SurfaceExperiment withRate(int run, double lr) {
        if (run < 0 || run >= runs.size()) {
            throw new IllegalArgumentException("there is no optimizer " + run + " among " + runs.size());
        }
        List<Optimizer> others = new ArrayList<>(runs);
        others.set(run, Optimizers.of(runs.get(run)).withRate(runs.get(run), lr));
        return withRuns(others);
    }
}
