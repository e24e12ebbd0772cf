package descentlab.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Somebody said that they could not follow. */
public record Lost(ParticipantId by, Instant at) {

    /** Who says so again within that says it once. */
    static final Duration AGAIN = Duration.ofSeconds(20);

    public Lost {
        at = at.truncatedTo(ChronoUnit.MILLIS); // as the disk has it
    }
}
