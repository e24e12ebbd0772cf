package descentlab.optimizer;

/** A spec such as {@code adagrad(lr=0.4)} that cannot be read: where, what came, and what is allowed there. */
public final class SpecException extends IllegalArgumentException {

    private final int position;
    private final String came;
    private final String allowed;

    SpecException(int position, String came, String allowed) {
        super("at character " + (position + 1) + " came " + quote(came) + "; allowed: " + allowed);
        this.position = position;
        this.came = came;
        this.allowed = allowed;
    }

    /** The same in a longer text, in which the spec stands after so many characters. */
    SpecException after(int characters) {
        return new SpecException(characters + position, came, allowed);
    }

    private static String quote(String came) {
        return came.isEmpty() ? "nothing" : "'" + came + "'";
    }

    /** Index in the spec of what was wrong, from 0. */
    public int position() {
        return position;
    }

    /** What stood there. */
    public String came() {
        return came;
    }

    /** What may stand there. */
    public String allowed() {
        return allowed;
    }
}
