package descentlab.classroom;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Reading;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Reads what can be led from the links of the labs. */
public final class Links {

    private Links() {}

    /**
     * Reads a lab's link, whole or from its path on.
     *
     * @throws ClassroomException if it is no link of a lab that can be led, or holds what is not allowed
     */
    public static Led read(String link) {
        String text = link == null ? "" : link.strip();
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        String query = question < 0 ? "" : text.substring(question + 1);
        if (path.endsWith(Led.Surface.PAGE)) {
            return read(Led.Surface.PAGE, query);
        }
        if (path.endsWith(Led.Training.PAGE)) {
            return read(Led.Training.PAGE, query);
        }
        throw new ClassroomException(
                "That is no link that can be led; allowed: one of the surface lab or of the training lab's tables.");
    }

    static Led read(String page, String query) {
        Map<String, List<String>> parameters = parameters(query);
        if (page.equals(Led.Training.PAGE)) {
            TrainingExperiment training = whole(TrainingExperiment.read(parameters));
            return new Led.Training(
                    training.runs().isEmpty() ? training.withRuns(TrainingExperiment.initial().runs()) : training);
        }
        return new Led.Surface(surface(query));
    }

    /** A race; with the lab's own optimizers where the link names none, as the lab itself opens it. */
    static SurfaceExperiment surface(String query) {
        SurfaceExperiment race = whole(SurfaceExperiment.read(parameters(query)));
        return race.runs().isEmpty() ? race.withRuns(SurfaceExperiment.initial().runs()) : race;
    }

    private static <E> E whole(Reading<E> reading) {
        if (!reading.problems().isEmpty()) {
            throw new ClassroomException(reading.problems().getFirst().sentence());
        }
        return reading.experiment();
    }

    private static Map<String, List<String>> parameters(String query) {
        EncodedQuery.tooLong(query).ifPresent(problem -> {
            throw new ClassroomException(problem.sentence());
        });
        Map<String, List<String>> parameters = new HashMap<>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> parameters.put(
                            decoded(name), values.stream().map(Links::decoded).toList()));
        } catch (IllegalArgumentException notEncoded) {
            throw new ClassroomException("That link cannot be read: it has a % that stands for nothing.");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return text == null ? "" : UriUtils.decode(text, StandardCharsets.UTF_8);
    }
}
