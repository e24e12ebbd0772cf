package descentlab.run;

import descentlab.experiment.ObjectiveChoice;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Curvature;
import descentlab.objective.NamedObjective;
import descentlab.objective.Window;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.State;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import descentlab.training.Trace;
import java.util.List;

/** Writes a race into a log. */
final class RaceFrames implements RaceComputation.Listener {

    private record Header(String kind, int steps, double[] start, Surface objective, List<Series> series) {}

    private record Surface(
            String name, String title, String tex, double[] window, List<double[]> minima, Double kappa) {}

    private record Series(String spec, String optimizer, String title, double lr, List<String> memories, List<String> columns) {}

    private record SeriesEnd(int series, String outcome, int step, String message, Double suggestedRate) {
        static SeriesEnd of(int series, int step, Outcome outcome) {
            String explanation = outcome.explanation();
            return new SeriesEnd(
                    series,
                    outcome.name(),
                    step,
                    explanation.isEmpty() ? null : explanation,
                    outcome instanceof Outcome.Diverged diverged && diverged.suggestedRate().isPresent()
                            ? (Double) diverged.suggestedRate().getAsDouble()
                            : null);
        }
    }

    record End(String outcome, String message) {
        static End of(String outcome) {
            return new End(outcome, outcome.equals("failed") ? "The computation failed on the server; this is our fault." : null);
        }
    }

    private final RunLog log;

    RaceFrames(RunLog log, SurfaceExperiment experiment) {
        this.log = log;
        log.append(Frame.json(Frame.Type.HEADER, header(experiment)));
    }

    private static Header header(SurfaceExperiment experiment) {
        NamedObjective objective = experiment.objective();
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
                experiment.runs().stream().map(RaceFrames::series).toList());
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

    private static Series series(Optimizer optimizer) {
        OptimizerKind kind = Optimizers.of(optimizer);
        List<String> memories =
                optimizer.start(2).memories().stream().map(State.Memory::symbol).toList();
        return new Series(
                OptimizerSpec.print(optimizer),
                kind.name(),
                kind.title(),
                optimizer.lr(),
                memories,
                Trace.columns(memories));
    }

    @Override
    public void ended(int series, Descent descent, Outcome outcome) {
        Trace trace = descent.trace();
        log.append(Frame.rows(series, trace.stride(), trace.values()));
        log.append(Frame.json(Frame.Type.SERIES_END, SeriesEnd.of(series, descent.step(), outcome)));
    }

    @Override
    public void allEnded(String outcome) {
        log.end(Frame.json(Frame.Type.END, End.of(outcome)));
    }
}
