package descentlab.classroom;

import java.time.Instant;

/**
 * A time that all screens count down.
 *
 * @param label for what it is
 */
public record Countdown(Instant end, String label) {}
