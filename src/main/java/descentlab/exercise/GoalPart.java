package descentlab.exercise;

import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            return new Plan.Refused(Verdict.unreadable("This is no experiment: " + unreadable.getMessage()));
        }
    }

    @Override
    public Verdict judge(Answer answer, List<List<Ended>> ended) {
        return judge.judge(ended.getFirst());
    }

    /** The experiment a query says, in the lab of this goal. */
    private LabExperiment read(String query) {
        Map<String, List<String>> parameters = parameters(query);
        return switch (initial) {
            case LabExperiment.Surface surface -> {
                Reading<SurfaceExperiment> reading = SurfaceExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Surface(reading.experiment());
            }
            case LabExperiment.Pictures pictures -> {
                Reading<ImageExperiment> reading = ImageExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Pictures(reading.experiment());
            }
            case LabExperiment.Training training -> {
                Reading<TrainingExperiment> reading = TrainingExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Training(reading.experiment());
            }
        };
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.getFirst().sentence());
        }
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(decoded(name), key -> new ArrayList<>())
                    .add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
