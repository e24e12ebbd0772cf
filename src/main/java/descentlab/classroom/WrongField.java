package descentlab.classroom;

/** A field that cannot be understood: which, and why. */
public final class WrongField extends ClassroomException {

    private final String field;

    /** @param message what came and what is allowed, without the field's name */
    public WrongField(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Which one. */
    public String field() {
        return field;
    }
}
