package descentlab.python;

import descentlab.diagram.Theory;
import descentlab.experiment.Experiment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The same program for several libraries, in the order they are offered.
 *
 * @param all one for each library
 */
public record Scripts(List<Program> all) {

    /**
     * A program for a library.
     *
     * @param script its text; empty where there is none
     * @param notebook makes it as a notebook when it is asked for; empty where there is none
     * @param whyNone a sentence where there is no script
     */
    public record Program(Dialect dialect, String script, Optional<Supplier<String>> notebook, String whyNone) {}

    public Scripts {
        all = List.copyOf(all);
    }

    /** The program for a library; empty if there is none. */
    public Optional<String> in(Dialect dialect) {
        return all.stream()
                .filter(program -> program.dialect == dialect && !program.script.isEmpty())
                .map(Program::script)
                .findFirst();
    }

    /**
     * An experiment's programs.
     *
     * @param server address of this application as a browser sees it, as in https://lab.example.org/
     */
    public static Scripts of(Experiment experiment, String server) {
        return new Scripts(Arrays.stream(Dialect.values())
                .map(dialect -> PythonScript.of(experiment, server, dialect)
                        .map(script -> new Program(
                                dialect,
                                script,
                                Optional.of(() -> PythonScript.notebook(experiment, server, dialect).orElseThrow()),
                                ""))
                        .orElseGet(() -> new Program(
                                dialect,
                                "",
                                Optional.empty(),
                                PythonScript.whyNone(experiment, dialect).orElse("There is no script for this."))))
                .toList());
    }

    /**
     * A diagram's scripts.
     *
     * @param at a number for each of the theory's knobs
     */
    public static Scripts of(Theory theory, double[] at) {
        return new Scripts(Stream.of(Dialect.NUMPY, Dialect.TORCH)
                .map(dialect -> new Program(dialect, TheoryScript.of(theory, at, dialect), Optional.empty(), ""))
                .toList());
    }
}
