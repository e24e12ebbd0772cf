package descentlab.experiment;

import java.util.List;

/** An experiment as far as a query could be read, and what could not. */
public record Reading<E>(E experiment, List<Problem> problems) {

    /**
     * The experiment, if nothing was wrong.
     *
     * @throws ExperimentException with the first problem; one of form comes before one of size
     */
    public E orThrow() {
        problems.stream()
                .filter(problem -> !problem.tooMuch())
                .findFirst()
                .or(() -> problems.stream().findFirst())
                .ifPresent(problem -> {
                    throw new ExperimentException(problem);
                });
        return experiment;
    }
}
