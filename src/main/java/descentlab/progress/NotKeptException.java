package descentlab.progress;

import descentlab.database.DatabaseState;

/** What a learner did could not be kept, and counts for nothing: it can be done again. The message is for people. */
public final class NotKeptException extends RuntimeException {

    NotKeptException(Throwable cause) {
        super(DatabaseState.NOT_KEPT, cause);
    }
}
