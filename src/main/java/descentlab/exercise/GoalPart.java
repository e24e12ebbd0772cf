package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.experiment.Link;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A state to reach in a lab. The answer is the query of an experiment, and only that: the server runs it again.
 *
 * @param initial what the embedded lab opens on
 * @param condition what the experiment must keep to
 * @param judge says whether the goal is reached by what came out
 */
public record GoalPart(Assignment task, Experiment initial, Condition condition, Judge judge) implements RunPart {

    private static final int SHOWN = 80;

    /** What the experiment must keep to: a complaint, or empty. */
    @FunctionalInterface
    public interface Condition {
        String complaint(Experiment experiment);
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
            Experiment experiment = read(answer.fields().getFirst());
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
     * @throws IllegalArgumentException with sentences to be shown, if it is too long, leads elsewhere or cannot be read
     */
    public Experiment read(String pasted) {
        String wanted = initial.page();
        if (pasted.isBlank()) {
            throw new IllegalArgumentException("There is no link yet. Copy the address of the lab's page; it holds "
                    + wanted + "?… with all its settings.");
        }
        Link link = Link.of(pasted);
        if (!link.place().isEmpty() && !link.leadsTo(wanted)) {
            throw new IllegalArgumentException("This leads to “" + shown(link.place()) + "”. A link to " + wanted
                    + " is needed here, as the lab's address bar or its button “Share” gives it.");
        }
        if (link.query().isEmpty()) {
            throw new IllegalArgumentException("This link says nothing of an experiment: the part after the ? is missing.");
        }
        Reading<? extends Experiment> reading = link.in(wanted);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    reading.problems().stream().limit(3).map(Problem::sentence).collect(Collectors.joining(" ")));
        }
        Experiment experiment = reading.experiment();
        if (onPictures(experiment) != onPictures(initial)) {
            throw new IllegalArgumentException(
                    "Its data is " + data(experiment) + "; here it is to stay " + data(initial) + ".");
        }
        return experiment;
    }

    /** The training lab has experiments of two kinds, between which a part's rules do not choose. */
    private static boolean onPictures(Experiment experiment) {
        return experiment instanceof TrainingExperiment training && training.onPictures();
    }

    private static String data(Experiment experiment) {
        return experiment instanceof TrainingExperiment training ? training.task().data() : "none";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
