package descentlab.classroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * A question that somebody in the class asks; nobody sees whose it is.
 *
 * @param number in the order of asking, from 1
 * @param by who asked
 * @param text on one line
 * @param backers who would like it answered too
 */
public record Enquiry(int number, ParticipantId by, Instant at, String text, Set<ParticipantId> backers, State state) {

    /** Characters, at most. */
    public static final int LONGEST = 280;

    /** What became of it. */
    public enum State {
        /** It waits. */
        OPEN,
        /** It was answered. */
        ANSWERED,
        /** The class does not see it. */
        HIDDEN
    }

    public Enquiry {
        at = at.truncatedTo(ChronoUnit.MILLIS); // as the disk has it
        backers = Set.copyOf(backers);
    }

    /** Who asked and who would like to know too. */
    public int votes() {
        return 1 + backers.size();
    }

    Enquiry backed(ParticipantId who, boolean on) {
        Set<ParticipantId> others = new HashSet<>(backers);
        if (on) {
            others.add(who);
        } else {
            others.remove(who);
        }
        return new Enquiry(number, by, at, text, others, state);
    }

    Enquiry at(State next) {
        return new Enquiry(number, by, at, text, backers, next);
    }
}
