package descentlab.progress;

import java.time.Instant;

/** A row of the table of answers. */
record Attempt(
        String learner, String exercise, String part, String submission, String answer, boolean solved, Instant made) {}
