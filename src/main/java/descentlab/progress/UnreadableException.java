package descentlab.progress;

import org.springframework.dao.DataAccessException;

/** What learners have done cannot be read just now. The message is for people. */
public final class UnreadableException extends DataAccessException {

    UnreadableException(Throwable cause) {
        super("What you have done so far cannot be read just now; it is not lost. Reload in a moment.", cause);
    }
}
