package descentlab.dataset;

/**
 * A file that cannot be learned from, or not so, in a sentence for whoever gave it. For programs it also says what is at
 * fault, what that held and what it may hold.
 */
public final class DataException extends Exception {

    /** What is at fault where the file itself is: as links name it. */
    public static final String FILE = "data";

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 40;

    private final String parameter;
    private final String came;
    private final String allowed;

    /**
     * What is wrong with the whole.
     *
     * @param parameter what is at fault: {@link #FILE}, or a parameter by which a link shapes the file
     * @param came what it held, in a few words
     * @param allowed what it may hold
     * @param sentence the same for people
     */
    public DataException(String parameter, String came, String allowed, String sentence) {
        super(sentence);
        this.parameter = parameter;
        this.came = came;
        this.allowed = allowed;
    }

    /** What is wrong at a line, counted from 1. */
    static DataException atLine(long line, String what, String allowed) {
        return new DataException(FILE, "line " + line, allowed, "Line " + line + " " + what);
    }

    /** What is wrong with a cell. */
    static DataException atCell(long line, String column, String what, String allowed) {
        String where = "line " + line + ", column " + quoted(column);
        return new DataException(FILE, where, allowed, "L" + where.substring(1) + ": " + what);
    }

    /** The same of a file that came in another way than by a link, as the body of a request. */
    public DataException carriedBy(String carrier) {
        if (!parameter.equals(FILE)) {
            return this;
        }
        DataException carried = new DataException(carrier, came, allowed, getMessage());
        carried.initCause(this);
        return carried;
    }

    /** What is at fault. */
    public String parameter() {
        return parameter;
    }

    /** What it held, in a few words. */
    public String came() {
        return came;
    }

    /** What it may hold. */
    public String allowed() {
        return allowed;
    }

    /** A text of the file within a sentence: short, and without what is no print. */
    static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return "“"
                + (plain.codePointCount(0, plain.length()) > SHOWN
                        ? plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…"
                        : plain)
                + "”";
    }
}
