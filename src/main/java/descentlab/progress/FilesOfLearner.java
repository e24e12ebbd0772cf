package descentlab.progress;

import java.time.Instant;
import java.util.List;

/** Files that learners gave, kept elsewhere and forgotten with them: to be told of where a learner takes everything away. */
public interface FilesOfLearner {

    /**
     * A file that a learner gave.
     *
     * @param name as it was called
     * @param link to its page
     */
    record GivenFile(String name, String link, int bytes, Instant kept) {}

    /** All of a learner's. */
    List<GivenFile> filesOf(LearnerToken learner);
}
