package descentlab.exercise;

import java.util.List;

/**
 * A state to reach in a lab. The answer is the query of an experiment, and only that: the server runs it again.
 *
 * @param initial what the embedded lab opens on
 * @param condition what the experiment must keep to
 * @param judge says whether the goal is reached by what came out
 */
public record GoalPart(Task task, LabExperiment initial, Condition condition, Judge judge) implements RunPart {

    /** What the experiment must keep to: a complaint, or empty. */
    @FunctionalInterface
    public interface Condition {
        String complaint(LabExperiment experiment);
    }

    /** Says whether the goal is reached. */
    @FunctionalInterface
    public interface Judge {
        Verdict judge(List<Ended> ended);
    }

    @Override
    public Plan plan(Answer answer) {
        if (answer.fields().size() != 1 || answer.blank()) {
            return new Plan.Refused(Verdict.unreadable("The answer is one experiment."));
        }
        try {
            LabExperiment experiment = read(answer.fields().getFirst());
            String complaint = condition.complaint(experiment);
            return complaint.isEmpty()
                    ? new Plan.Run(List.of(experiment))
                    : new Plan.Refused(Verdict.wrong(complaint));
        } catch (IllegalArgumentException unreadable) {
            return new Plan.Refused(Verdict.unreadable(unreadable.getMessage()));
        }
    }

    @Override
    public Verdict judge(Answer answer, List<List<Ended>> ended) {
        return judge.judge(ended.getFirst());
    }

    /**
     * The experiment that a query or a link says, in the lab of this goal.
     *
     * @throws IllegalArgumentException with sentences to be shown, if it says none
     */
    public LabExperiment read(String link) {
        return LabLink.read(link, initial);
    }
}
