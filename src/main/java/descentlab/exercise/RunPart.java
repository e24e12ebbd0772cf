package descentlab.exercise;

import java.util.List;

/** A question whose answer is checked by what happens in runs, which the server makes itself. */
public sealed interface RunPart extends Part permits GoalPart, PredictionPart {

    /** What is to be run for an answer, or what is wrong with it. */
    Plan plan(Answer answer);

    /**
     * Judges an answer by the runs that its plan asked for.
     *
     * @param ended how the optimizers of each experiment ended, in the plan's order
     */
    Verdict judge(Answer answer, List<List<Ended>> ended);

    /** What is to be done about an answer. */
    sealed interface Plan {

        /** These are to be run. */
        record Run(List<LabExperiment> experiments) implements Plan {}

        /** The answer is already known not to do. */
        record Refused(Verdict verdict) implements Plan {}
    }
}
