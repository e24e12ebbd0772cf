package descentlab.admission;

import org.apache.coyote.BadRequestException;

/** There is no room for one more page or session of whoever asks; the message says how many there are and may be. */
final class NoRoom extends RuntimeException {

    /** It tells of no defect, and is made when there is much to do: without a trace. Tomcat logs no bad request. */
    NoRoom(String message) {
        super(message, new BadRequestException(message), false, false);
    }

    /** The one that led to a failure, or null. */
    static NoRoom in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoRoom full) {
                return full;
            }
        }
        return null;
    }
}
