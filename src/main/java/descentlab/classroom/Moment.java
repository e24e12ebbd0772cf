package descentlab.classroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that a teacher did with a class.
 *
 * @param what the number of a question, or what was tried, or the title of a step
 */
public record Moment(Instant at, Kind kind, String what) {

    /** Characters of what, at most; the rest is left away. */
    static final int LONGEST = 200;

    public Moment {
        at = at.truncatedTo(ChronoUnit.MILLIS); // as the disk has it
        what = what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what;
    }

    /** What it was. */
    public enum Kind {
        QUESTION,
        TRY,
        STEP
    }
}
