package descentlab.database;

/** Progress cannot be stored; the message says where, and what may be the matter. */
final class DatabaseUnavailableException extends RuntimeException {

    private final String action;

    DatabaseUnavailableException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What may be done about it. */
    String action() {
        return action;
    }
}
