package descentlab.objective;

/** A typed expression that cannot be read: where, what came, and what is allowed there. */
public final class ExpressionException extends IllegalArgumentException {

    private static final int SHOWN = 20;

    private final int position;
    private final String came;
    private final String allowed;

    ExpressionException(int position, String came, String allowed) {
        super("at character " + (position + 1) + " came " + quote(came) + "; allowed: " + allowed);
        this.position = position;
        this.came = came;
        this.allowed = allowed;
    }

    private static String quote(String came) {
        if (came.isEmpty()) {
            return "nothing";
        }
        return "'" + (came.length() > SHOWN ? came.substring(0, SHOWN) + "..." : came) + "'";
    }

    /** Index in the text of what was wrong, from 0; the length of the text if something is missing at its end. */
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
