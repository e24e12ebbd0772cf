package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import java.util.List;

/**
 * A prediction before a run: what happens decides what was right.
 *
 * @param experiments what is run
 * @param options what may be predicted
 * @param happened the index of the option that came true
 * @param lesson said after the run, whatever was predicted
 */
public record PredictionPart(
        Assignment task, List<Experiment> experiments, List<String> options, Happened happened, String lesson)
        implements RunPart {

    /** Decides by what was seen. */
    @FunctionalInterface
    public interface Happened {
        /** The index of the option that came true. */
        int option(List<List<Ended>> ended);
    }

    public PredictionPart {
        experiments = List.copyOf(experiments);
        options = List.copyOf(options);
    }

    @Override
    public Plan plan(Answer answer) {
        return ChoicePart.index(answer, options.size()) < 0
                ? new Plan.Refused(Verdict.unreadable("Choose a prediction first."))
                : new Plan.Run(experiments);
    }

    @Override
    public Verdict judge(Answer answer, List<List<Ended>> ended) {
        int came = happened.option(ended);
        return came == ChoicePart.index(answer, options.size())
                ? Verdict.right("As you predicted. " + lesson)
                : Verdict.wrong("It turned out differently: " + options.get(came) + ". " + lesson);
    }
}
