package descentlab.python;

import descentlab.diagram.Theory;
import descentlab.experiment.Experiment;
import java.util.Optional;

/**
 * The same program twice.
 *
 * @param numpy with NumPy, everything by hand
 * @param torch with PyTorch's derivatives, and its optimizers where they are the same
 */
public record Scripts(String numpy, String torch) {

    /**
     * An experiment's scripts.
     *
     * @param server address of this application as a browser sees it, as in https://lab.example.org/
     * @return empty where there are none, of which {@link PythonScript#whyNone} says why
     */
    public static Optional<Scripts> of(Experiment experiment, String server) {
        return PythonScript.numpy(experiment, server)
                .flatMap(numpy -> PythonScript.torch(experiment, server).map(torch -> new Scripts(numpy, torch)));
    }

    /**
     * A diagram's scripts.
     *
     * @param at a number for each of the theory's knobs
     */
    public static Scripts of(Theory theory, double[] at) {
        return new Scripts(
                TheoryScript.of(theory, at, Dialect.NUMPY), TheoryScript.of(theory, at, Dialect.TORCH));
    }
}
