package descentlab.embed;

import descentlab.experiment.ExperimentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a feature has for other sites' pages. */
public interface EmbedSource {

    /**
     * What is at an address.
     *
     * @param path without {@code /embed/} before it, as in {@code lab/surface}
     * @param query decoded
     * @return empty if this feature has nothing there
     * @throws NothingThere if it has others of the kind, but none of that name or number
     * @throws ExperimentException if it has, but the query is wrong
     */
    Optional<Embed> at(String path, Map<String, List<String>> query);

    /**
     * The path at which what a page of the application shows can be embedded: often the same.
     *
     * @param path of the page
     * @param query of it, from which what is meant is taken out
     */
    default Optional<String> forPage(String path, Map<String, List<String>> query) {
        return Optional.empty();
    }

    /** Addresses that it has, as examples, for whoever asks for one that is not there. */
    String examples();
}
