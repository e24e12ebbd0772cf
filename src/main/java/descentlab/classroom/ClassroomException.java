package descentlab.classroom;

/** What was asked cannot be done; the message is for people and says why. */
public class ClassroomException extends RuntimeException {

    public ClassroomException(String message) {
        super(message);
    }
}
