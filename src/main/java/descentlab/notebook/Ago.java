package descentlab.notebook;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
final class Ago {

    private Ago() {}

    static String of(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toDays() > 0) {
            return count(past.toDays(), "day");
        }
        if (past.toHours() > 0) {
            return count(past.toHours(), "hour");
        }
        return past.toMinutes() > 0 ? count(past.toMinutes(), "minute") : "just now";
    }

    private static String count(long many, String unit) {
        return many + " " + unit + (many == 1 ? "" : "s") + " ago";
    }
}
