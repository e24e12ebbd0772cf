package descentlab.run;

import descentlab.experiment.ObjectiveChoice;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Curvature;
import descentlab.objective.NamedObjective;
import descentlab.objective.Window;
import descentlab.optimizer.Method;
import descentlab.training.Descent;
import descentlab.training.Series;
import java.util.List;

/** A race on a surface. */
final class RaceCourse implements Course {

    private record Header(
            String kind, int steps, double[] start, Surface objective, List<RunFrames.SeriesHeader> series) {}

    private record Surface(
            String name, String title, String tex, double[] window, List<double[]> minima, Double kappa) {}

    private final SurfaceExperiment experiment;
    private final NamedObjective objective;

    RaceCourse(SurfaceExperiment experiment) {
        this.experiment = experiment;
        this.objective = experiment.objective();
    }

    @Override
    public List<Method> runs() {
        return experiment.runs();
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.RACE;
    }

    @Override
    public long rows() {
        return experiment.runs().stream()
                .mapToLong(run -> (experiment.steps() + 1L) * columns(run) * Double.BYTES)
                .sum();
    }

    /** Two values for each thing that it remembers in two dimensions. */
    private static int columns(Method method) {
        return Descent.FIRST_MEMORY + 2 * method.memories().size();
    }

    @Override
    public Series next(List<Series> before) {
        return new Descent(
                objective.function(),
                experiment.runs().get(before.size()),
                experiment.start(),
                experiment.steps(),
                experiment.noise(),
                experiment.seed());
    }

    @Override
    public Object header(List<Series> series) {
        Window window = objective.window();
        return new Header(
                "race",
                experiment.steps(),
                new double[] {experiment.start().x1(), experiment.start().x2()},
                new Surface(
                        objective.name(),
                        objective.title(),
                        objective.formula(),
                        new double[] {window.x1Min(), window.x1Max(), window.x2Min(), window.x2Max()},
                        objective.minima().stream()
                                .map(point -> new double[] {point.x1(), point.x2()})
                                .toList(),
                        conditionNumber(experiment.choice())),
                RunFrames.SeriesHeader.of(experiment.runs(), series));
    }

    /** kappa of a quadratic, which turning does not change; null for others and where it is not positive definite. */
    private static Double conditionNumber(ObjectiveChoice choice) {
        return choice.objective()
                .function()
                .constantHessian()
                .map(Curvature::conditionNumber)
                .filter(kappa -> !kappa.isNaN())
                .orElse(null);
    }
}
