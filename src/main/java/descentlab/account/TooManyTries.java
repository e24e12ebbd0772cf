package descentlab.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** There were so many failed sign-ins that this one has to wait. */
final class TooManyTries extends AuthenticationException {

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries. Wait " + words(wait) + ", then try again.");
        this.wait = wait;
    }

    /** For how long, in whole seconds and not too short. */
    long seconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    private static String words(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
