package descentlab.progress;

import java.time.Instant;

/** A row of the table of what learners wrote in their own words. */
record Explanation(String learner, String exercise, String part, OwnWords words, Instant written) {}
