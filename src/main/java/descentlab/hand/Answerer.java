package descentlab.hand;

import java.util.List;
import java.util.Map;

/** Answers one kind of question. */
public interface Answerer {

    /** By what questions name it. */
    String kind();

    /**
     * Begins an answer; nothing is computed yet.
     *
     * @param query what is asked, decoded
     * @throws descentlab.experiment.ExperimentException if the query is wrong, or asks for more than follows a hand
     */
    HandAnswer answer(Map<String, List<String>> query);
}
