package descentlab.notation;

/** A typed expression that cannot be read: where, what came, and what is allowed there. */
public final class ExpressionException extends IllegalArgumentException {

    private static final int SHOWN = 20;

    private final int position;
    private final String came;
    private final String allowed;

    /**
     * @param position index of what is wrong
     * @param came what stands there
     * @param allowed what may stand there
     */
    public ExpressionException(int position, String came, String allowed) {
        super("at character " + (position + 1) + " came " + quote(came) + "; allowed: " + allowed);
        this.position = position;
        this.came = came;
        this.allowed = allowed;
    }

    /** The same in a longer text, in which this one stands after so many characters. */
    public ExpressionException after(int characters) {
        return new ExpressionException(characters + position, came, allowed);
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
