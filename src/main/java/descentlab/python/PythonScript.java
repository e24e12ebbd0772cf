package descentlab.python;

import descentlab.experiment.Experiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import java.util.Optional;

/**
 * Writes an experiment as a program in Python that prints what its lab shows: of each run the last row. Its numbers agree
 * with the lab's to 1e-9 relative, less where a run is chaotic, since sines, exponentials and sums of products are rounded
 * differently there; a run that overflows may have a row more or less. Rules in single precision are rounded as in the lab, and
 * agree as well in NumPy and PyTorch, as long as no gradient lies so near between two floats that its last bit decides. Networks
 * are computed in single precision, and agree to 1e-4 in their first 20 steps.
 */
public final class PythonScript {

    private PythonScript() {}

    /**
     * As a script.
     *
     * @param server address of this application as a browser sees it, as in https://lab.example.org/
     * @return empty where {@link #whyNone} says why
     */
    public static Optional<String> of(Experiment experiment, String server, Dialect dialect) {
        return written(experiment, server, dialect, false)
                .map(text -> text.of(withSlash(server) + experiment.opened().link()));
    }

    /**
     * As a Jupyter notebook, with words and formulas beside the code, that needs no server: what data it can bring comes with it.
     *
     * @return empty where {@link #whyNone} says why
     */
    public static Optional<String> notebook(Experiment experiment, String server, Dialect dialect) {
        return written(experiment, server, dialect, true)
                .map(text -> text.notebook(opening(experiment.opened(), withSlash(server))));
    }

    /** Why there is no program for an experiment, as a sentence; empty where there is one. */
    public static Optional<String> whyNone(Experiment experiment, Dialect dialect) {
        if (experiment instanceof SpectrumExperiment && dialect == Dialect.KERAS) {
            return Optional.of("There is no script for Keras: a matrix has nothing to train. NumPy's does all of it.");
        }
        return Optional.empty();
    }

    private static Optional<SourceText> written(Experiment experiment, String server, Dialect dialect, boolean brought) {
        if (whyNone(experiment, dialect).isPresent()) {
            return Optional.empty();
        }
        SourceText text = new SourceText(dialect);
        switch (experiment.opened()) {
            case SurfaceExperiment race -> new SurfaceScript(race, dialect).write(text);
            case TrainingExperiment training -> {
                switch (training.task()) {
                    case TableTask table -> new TrainingScript(
                                    training,
                                    new TableCode(table, training.plan().initial(), withSlash(server), dialect, brought),
                                    dialect)
                            .write(text);
                    case PictureTask pictures ->
                        new NetworkScript(training, pictures, withSlash(server), dialect).write(text);
                    case OwnTask own -> new TrainingScript(
                                    training, new OwnCode(own, training.plan().initial(), dialect), dialect)
                            .write(text);
                }
            }
            case SpectrumExperiment spectrum -> new SpectrumScript(spectrum.matrix(), dialect).write(text);
        }
        return Optional.of(text);
    }

    private static String withSlash(String server) {
        return server.endsWith("/") ? server : server + "/";
    }

    /** Nothing that a server calls itself can end the link that it stands in. */
    private static String opening(Experiment experiment, String server) {
        String title = switch (experiment) {
            case SurfaceExperiment race -> "A race on " + race.objective().title();
            case TrainingExperiment training -> training.task().title() + " on " + training.task().sheet().title();
            case SpectrumExperiment spectrum -> "Eigenvalues and Gerschgorin's discs";
        };
        String link = (server + experiment.link()).replaceAll("[^!-~]|[<>`\\\\]", "?");
        return "# " + title + "\n\nAs Descent Lab computes it, number for number: <" + link + ">";
    }
}
