package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.training.Outcome;
import java.util.List;

/** A question whose answer is checked by what happens in runs, which the server makes itself. */
public sealed interface RunPart extends Part permits GoalPart, PredictionPart, ReadingPart, WritingPart {

    /** What is to be run for an answer, or what is wrong with it. */
    Plan plan(Answer answer);

    /**
     * Judges an answer by the runs that its plan asked for, all of which came to an end of their own.
     *
     * @param ended how the optimizers of each experiment ended, in the plan's order
     */
    Verdict judge(Answer answer, List<List<Ended>> ended);

    /**
     * What is said of an answer once the runs that its plan asked for are over. A run that was stopped says nothing
     * about the answer, so that does not count.
     *
     * @param ended how the optimizers of each experiment ended, in the plan's order
     */
    default Verdict verdict(Answer answer, List<List<Ended>> ended) {
        for (List<Ended> experiment : ended) {
            for (Ended one : experiment) {
                if (one.outcome() instanceof Outcome.Cancelled) {
                    return Verdict.unreadable("Stopped before the end, so there is nothing to judge. It does not count"
                            + " as an attempt.");
                }
                if (one.outcome() instanceof Outcome.BudgetSpent spent) {
                    return Verdict.unreadable(spent.explanation() + " It does not count as an attempt.");
                }
            }
        }
        return judge(answer, ended);
    }

    /** What is to be done about an answer. */
    sealed interface Plan {

        /** These are to be run. */
        record Run(List<Experiment> experiments) implements Plan {}

        /** The answer is already known not to do. */
        record Refused(Verdict verdict) implements Plan {}
    }
}
