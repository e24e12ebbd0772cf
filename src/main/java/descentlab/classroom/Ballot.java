package descentlab.classroom;

import java.util.Optional;

/**
 * A vote that was cast.
 *
 * @param sure how sure who cast it is, if they said so
 */
public record Ballot(Vote vote, Optional<Sureness> sure) {

    /** A vote without how sure one is. */
    public static Ballot of(Vote vote) {
        return new Ballot(vote, Optional.empty());
    }
}
