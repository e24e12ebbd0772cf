package descentlab.notebook;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some experiments under a name, as one link says them.
 *
 * @param name may be empty
 */
record SharedSet(String name, List<Experiment> experiments) {

    /** Path of the page that shows it. */
    static final String PAGE = "set";

    /** Most experiments of a set. */
    static final int MOST = 8;

    static final String NAME = "name";
    static final String EXPERIMENT = "e";

    private static final int LONGEST_NAME = 80;

    /** A set as far as a link could be read, and what is wrong with the rest, in sentences. */
    record Opened(SharedSet set, List<String> problems) {}

    SharedSet {
        experiments = List.copyOf(experiments);
    }

    private String query() {
        return Stream.concat(
                        name.isBlank() ? Stream.empty() : Stream.of(SharedLink.parameter(NAME, name.strip())),
                        experiments.stream().map(each -> SharedLink.parameter(EXPERIMENT, each.link())))
                .collect(Collectors.joining("&"));
    }

    /** The link that says it. */
    String link() {
        return PAGE + "?" + query();
    }

    /** Why it cannot be one link, in a sentence; empty if it can. */
    Optional<String> refusal() {
        if (experiments.size() > MOST) {
            return Optional.of("A set holds at most " + MOST + " experiments; these are " + experiments.size() + ".");
        }
        return EncodedQuery.tooLong(query()).map(Problem::sentence);
    }

    /** Reads what a link says: bad parts are told, and the rest opens. */
    static Opened read(String name, List<String> links) {
        List<Experiment> experiments = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < Math.min(links.size(), MOST); i++) {
            try {
                experiments.add(SharedLink.read(EXPERIMENT, links.get(i)));
            } catch (ExperimentException wrong) {
                problems.add("Experiment " + (i + 1) + " cannot be read. " + wrong.getMessage());
            }
        }
        if (links.size() > MOST) {
            problems.add("A set holds at most " + MOST + " experiments; the " + (links.size() - MOST) + " after them are left"
                    + " out.");
        }
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return new Opened(new SharedSet(shown, experiments), problems);
    }
}
