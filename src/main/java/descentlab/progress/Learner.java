package descentlab.progress;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A row of the table of learners. */
record Learner(@Id String id, Instant created) {}
