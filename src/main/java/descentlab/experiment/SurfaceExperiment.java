package descentlab.experiment;

import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Real;
import descentlab.experiment.LinkParameter.Reals;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.objective.NamedObjective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A race of methods on a surface, as a link says it.
 *
 * @param choice the objective
 * @param rotate degrees by which it is turned about the origin
 * @param start where all start
 * @param steps how many steps each takes
 * @param noise deviation of the noise on each coordinate of the gradient
 * @param seed of the noise
 * @param runs the methods, which may hand over before the last step
 */
public record SurfaceExperiment(
        ObjectiveChoice choice, double rotate, Point start, int steps, double noise, long seed, List<Method> runs)
        implements Experiment {

    /** Path of the surface lab. */
    public static final String PAGE = "lab/surface";

    /** Most optimizers in a race. */
    public static final int MOST_RUNS = 8;

    /** Most steps of a race. */
    public static final int MOST_STEPS = 20_000;

    /** Largest coordinate of a start. */
    public static final double FARTHEST_START = 1e6;

    /** Largest deviation of the noise. */
    public static final double MOST_NOISE = 1000;

    private static final double FULL_TURN = 360;

    private static final LinkParameter<SurfaceExperiment, Double> ROTATE = new LinkParameter<>(
            "rotate",
            "Turned by, in degrees",
            "by which the objective is turned about the origin",
            new Real(-FULL_TURN, FULL_TURN),
            0.0,
            SurfaceExperiment::rotate);

    private static final LinkParameter<SurfaceExperiment, List<Double>> START = new LinkParameter<>(
            "start",
            "Start x₁, x₂",
            "where all start; the objective's own without it",
            new Reals(1, 2, FARTHEST_START, "-5,-2"),
            null,
            e -> List.of(e.start.x1(), e.start.x2()));

    private static final LinkParameter<SurfaceExperiment, Integer> STEPS = new LinkParameter<>(
            "steps", "Steps", "how many each takes", new Count(0, MOST_STEPS), 20, SurfaceExperiment::steps);

    private static final LinkParameter<SurfaceExperiment, Double> NOISE = new LinkParameter<>(
            "noise",
            "Gradient noise",
            "deviation of the noise on each coordinate of the gradient",
            new Real(0, MOST_NOISE),
            0.0,
            SurfaceExperiment::noise);

    private static final LinkParameter<SurfaceExperiment, Long> SEED =
            new LinkParameter<>("seed", "Seed", "decides the noise", new Seed(), 0L, SurfaceExperiment::seed);

    private static final List<LinkParameter<SurfaceExperiment, ?>> SURFACE = Stream.concat(
                    ObjectiveChoice.Parameters.ALL.stream().map(SurfaceExperiment::ofChoice), Stream.of(ROTATE))
            .toList();

    /** All that a link says, in its order. */
    public static final List<LinkParameter<SurfaceExperiment, ?>> PARAMETERS =
            Stream.concat(SURFACE.stream(), Stream.of(START, STEPS, NOISE, SEED)).toList();

    /** What of it is set by fields, in their order. */
    public static final List<LinkParameter<SurfaceExperiment, ?>> FIELDS =
            List.of(START, STEPS, NOISE, SEED, ObjectiveChoice.Parameters.F.of(SurfaceExperiment::choice));

    private static <T> LinkParameter<SurfaceExperiment, T> ofChoice(LinkParameter<ObjectiveChoice, T> parameter) {
        return parameter.of(SurfaceExperiment::choice);
    }

    public SurfaceExperiment {
        runs = List.copyOf(runs);
    }

    /** What the lab opens on: the chapter's objective and three optimizers. */
    public static SurfaceExperiment initial() {
        NamedObjective first = ObjectiveChoice.Parameters.OBJECTIVE.initial();
        return new SurfaceExperiment(
                new ObjectiveChoice.Named(first),
                ROTATE.initial(),
                first.start(),
                STEPS.initial(),
                NOISE.initial(),
                SEED.initial(),
                List.of(
                        OptimizerSpec.parse("sgd(lr=0.4)"),
                        OptimizerSpec.parse("momentum(lr=0.1,beta=0.8)"),
                        OptimizerSpec.parse("adagrad(lr=2)")));
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<SurfaceExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = read(reader);
        SurfaceExperiment experiment = settings.withRuns(reader.runs(MOST_RUNS, settings.handovers()));
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
            Map.Entry<String, List<String>> first = settings().entrySet().iterator().next();
            return Problem.undefined(first.getKey(), first.getValue().getFirst(), why);
        });
    }

    /** Reads all but the optimizers. Whether anything can start there is not asked. */
    static SurfaceExperiment read(QueryReader reader) {
        ObjectiveChoice choice = ObjectiveChoice.Parameters.read(reader);
        Point usual = choice.objective().start();
        List<Double> start = START.read(reader, List.of(usual.x1(), usual.x2()));
        return new SurfaceExperiment(
                choice,
                ROTATE.read(reader),
                new Point(start.get(0), start.get(1)),
                STEPS.read(reader),
                NOISE.read(reader),
                SEED.read(reader),
                List.of());
    }

    /** The objective, turned. */
    public NamedObjective objective() {
        return choice.objective().rotated(rotate);
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Map<String, List<String>> settings() {
        return Experiment.settings(this, PARAMETERS);
    }

    /** The part of the query that names the surface alone. */
    public String surfaceQuery() {
        QueryWriter query = new QueryWriter();
        SURFACE.forEach(each -> each.write(this, query::add));
        return query.toString();
    }

    /**
     * {@inheritDoc} Another objective starts where this one did; whether anything can start there is asked where a typed
     * one is, as it is not at once clear what it would be.
     */
    @Override
    public Reading<SurfaceExperiment> with(String parameter, String text) {
        Map<String, List<String>> query = new LinkedHashMap<>(settings());
        if (ObjectiveChoice.Parameters.has(parameter)) {
            query.keySet().removeIf(ObjectiveChoice.Parameters::has);
        }
        query.put(parameter, List.of(text));
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment changed = read(reader).withRuns(runs);
        boolean objective = ObjectiveChoice.Parameters.has(parameter);
        List<Problem> problems = objective ? changed.problems(reader) : reader.problems();
        return new Reading<>(changed, changed.problems(problems, parameter, text));
    }

    @Override
    public List<Problem> problems(List<Problem> found, String parameter, String text) {
        return handovers().problem(runs, parameter, text).filter(any -> found.isEmpty()).map(List::of).orElse(found);
    }

    /** Where methods may hand over. */
    Handovers handovers() {
        return Handovers.ofRace(steps);
    }

    /** The same with another objective, starting where that one usually does. */
    public SurfaceExperiment withChoice(ObjectiveChoice other) {
        return new SurfaceExperiment(other, rotate, other.objective().start(), steps, noise, seed, runs);
    }

    /** Whether an objective can be turned by so many degrees. */
    public static boolean canTurnBy(double degrees) {
        return Math.abs(degrees) <= FULL_TURN;
    }

    /** The same, turned by another angle. */
    public SurfaceExperiment withRotate(double degrees) {
        return new SurfaceExperiment(choice, degrees, start, steps, noise, seed, runs);
    }

    /** The same from another start. */
    public SurfaceExperiment withStart(Point other) {
        return new SurfaceExperiment(choice, rotate, other, steps, noise, seed, runs);
    }

    /** The same with another number of steps, without the stages that would begin after them. */
    public SurfaceExperiment withSteps(int other) {
        Handovers handovers = Handovers.ofRace(other);
        return new SurfaceExperiment(
                choice, rotate, start, other, noise, seed, runs.stream().map(handovers::fitted).toList());
    }

    /** The same with other noise. */
    public SurfaceExperiment withNoise(double deviation, long otherSeed) {
        return new SurfaceExperiment(choice, rotate, start, steps, deviation, otherSeed, runs);
    }

    @Override
    public SurfaceExperiment withRuns(List<? extends Method> others) {
        return new SurfaceExperiment(choice, rotate, start, steps, noise, seed, List.copyOf(others));
    }

    @Override
    public SurfaceExperiment opened() {
        return runs.isEmpty() ? withRuns(initial().runs()) : this;
    }

    /**
     * The same with one method at another rate, which is that of its last stage.
     *
     * @throws IllegalArgumentException if there is no such method, or it cannot have that rate
     */
    public SurfaceExperiment withRate(int run, double lr) {
        if (run < 0 || run >= runs.size()) {
            throw new IllegalArgumentException("there is no optimizer " + run + " among " + runs.size());
        }
        List<Method> others = new ArrayList<>(runs);
        others.set(run, runs.get(run).withRate(lr));
        return withRuns(others);
    }

    /**
     * The same with one optimizer at another rate and another value of a key.
     *
     * @throws IllegalArgumentException if there is no such optimizer, or it cannot have them
     */
    public SurfaceExperiment withSetting(int run, double lr, String key, double value) {
        if (run < 0 || run >= runs.size() || !(runs.get(run) instanceof Optimizer optimizer)) {
            throw new IllegalArgumentException("there is no optimizer " + run + " that hands over to no other");
        }
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        if (values.replace("lr", lr) == null || values.replace(key, value) == null) {
            throw new IllegalArgumentException(kind + " has no " + key);
        }
        List<Method> others = new ArrayList<>(runs);
        others.set(run, kind.make(values, optimizer.schedule()));
        return withRuns(others);
    }
}
