package descentlab.exercise;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Problem;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Links to the labs as students paste them: a whole address, its end from {@code lab/} on, or the query alone. What they
 * say is read by the labs' own rules.
 */
final class LabLink {

    private static final int SHOWN = 80;

    private LabLink() {}

    /**
     * The experiment that a link says.
     *
     * @param like an experiment in the lab that the link has to lead to
     * @throws IllegalArgumentException with sentences to be shown, if it is too long, leads elsewhere or cannot be read
     */
    static LabExperiment read(String pasted, LabExperiment like) {
        String link = pasted.strip();
        String wanted = like.link().substring(0, like.link().indexOf('?'));
        if (link.isEmpty()) {
            throw new IllegalArgumentException("There is no link yet. Copy the address of the lab's page; it holds "
                    + wanted + "?… with all its settings.");
        }
        int question = link.indexOf('?');
        EncodedQuery.tooLong(link.substring(question + 1)).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.sentence());
        });
        String place = question < 0 && link.contains("=") ? "" : question < 0 ? link : link.substring(0, question);
        if (!place.isEmpty() && !place.matches("(?:.*/)?" + wanted)) {
            throw new IllegalArgumentException("This leads to “" + shown(place) + "”. A link to " + wanted
                    + " is needed here, as the lab's address bar or its button “Share” gives it.");
        }
        String query = link.substring(question + 1).replaceFirst("#.*", "");
        if (question < 0 && !place.isEmpty()) {
            throw new IllegalArgumentException("This link says nothing of an experiment: the part after the ? is missing.");
        }
        return experiment(parameters(query), like);
    }

    private static LabExperiment experiment(Map<String, List<String>> parameters, LabExperiment like) {
        return switch (like) {
            case LabExperiment.Surface surface -> {
                var reading = SurfaceExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Surface(reading.experiment());
            }
            case LabExperiment.Pictures pictures -> {
                var reading = ImageExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Pictures(reading.experiment());
            }
            case LabExperiment.Training training -> {
                var reading = TrainingExperiment.read(parameters);
                refuse(reading.problems());
                yield new LabExperiment.Training(reading.experiment());
            }
        };
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().limit(3).map(Problem::sentence).collect(Collectors.joining(" ")));
        }
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException incomplete) {
            throw new IllegalArgumentException("“" + shown(text) + "” cannot be decoded: in a link, two hexadecimal"
                    + " digits follow each %.");
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
