package descentlab.experiment;

/** A request that is no experiment, or one too large. */
public class ExperimentException extends IllegalArgumentException {

    private final transient Problem problem;

    public ExperimentException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }
}
