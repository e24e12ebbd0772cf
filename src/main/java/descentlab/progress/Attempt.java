package descentlab.progress;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A row of the table of answers. */
record Attempt(
        @Id Long id,
        String learner,
        String exercise,
        String part,
        String submission,
        String answer,
        boolean solved,
        Instant made) {}
