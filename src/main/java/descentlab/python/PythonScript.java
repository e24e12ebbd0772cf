package descentlab.python;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.RuleOptimizer;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Writes an experiment as a program in Python that prints what its lab shows: of each run the last row. Its numbers agree
 * with the lab's to 1e-9 relative, less where a run is chaotic, since sines, exponentials and sums of products are rounded
 * differently there; a run that overflows may have a row more or less.
 */
public final class PythonScript {

    private static final String NO_PICTURES =
            "There is no script for trainings on pictures: networks are computed in single precision here, and a script's"
                    + " numbers would soon be others.";

    private static final String NO_RULES = "There is no script for a race or training with a rule of your own.";

    private PythonScript() {}

    /** With NumPy alone, update rules and derivatives by hand; empty where {@link #whyNone} says why. */
    public static Optional<String> numpy(Experiment experiment, String server) {
        return in(Dialect.NUMPY, experiment, server);
    }

    /**
     * With PyTorch: derivatives by autograd, optimizers of torch.optim wherever these take the same steps; empty where
     * {@link #whyNone} says why.
     */
    public static Optional<String> torch(Experiment experiment, String server) {
        return in(Dialect.TORCH, experiment, server);
    }

    /** Why there is no script for an experiment, as a sentence; empty where there is one. */
    public static Optional<String> whyNone(Experiment experiment) {
        if (experiment instanceof TrainingExperiment training && training.onPictures()) {
            return Optional.of(NO_PICTURES);
        }
        if (experiment.runs().stream()
                .flatMap(method -> method.stages().stream())
                .anyMatch(stage -> stage.optimizer() instanceof RuleOptimizer)) {
            return Optional.of(NO_RULES);
        }
        return experiment.runs().stream()
                .flatMap(method -> Leg.of(method, LongUnaryOperator.identity()).stream())
                .filter(Leg::switches)
                .findFirst()
                .map(leg -> "There is no script for a stage that keeps what another remembers and remembers other things"
                        + " itself, as " + leg.kind().title() + " does here.");
    }

    private static Optional<String> in(Dialect dialect, Experiment experiment, String server) {
        if (whyNone(experiment).isPresent()) {
            return Optional.empty();
        }
        String base = server.endsWith("/") ? server : server + "/";
        Experiment opened = experiment.opened();
        SourceText text = new SourceText(dialect);
        switch (opened) {
            case SurfaceExperiment race -> new SurfaceScript(race, dialect).write(text);
            case TrainingExperiment training ->
                new TrainingScript(training, (TableTask) training.task(), base, dialect).write(text);
            case SpectrumExperiment spectrum -> new SpectrumScript(spectrum.matrix(), dialect).write(text);
        }
        return Optional.of(text.of(base + opened.link()));
    }
}
