package descentlab.run;

/** What a course needs is not there; the message says so to whoever asked for it. */
final class CourseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CourseException(String message) {
        super(message);
    }
}
