package descentlab.linalg;

/**
 * A text that is not a matrix we can work with: where it goes wrong, what stood there, and what is allowed.
 */
public final class MalformedMatrix extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 40;

    private final int row;
    private final int column;
    private final String came;
    private final String allowed;
    private final boolean tooLarge;

    private MalformedMatrix(int row, int column, String came, String allowed, boolean tooLarge) {
        super(place(row, column) + came + "; allowed: " + allowed);
        this.row = row;
        this.column = column;
        this.came = came;
        this.allowed = allowed;
        this.tooLarge = tooLarge;
    }

    static MalformedMatrix whole(String came, String allowed) {
        return new MalformedMatrix(0, 0, came, allowed, false);
    }

    static MalformedMatrix row(int row, String came, String allowed) {
        return new MalformedMatrix(row, 0, came, allowed, false);
    }

    static MalformedMatrix cell(int row, int column, String came, String allowed) {
        return new MalformedMatrix(row, column, shorten(came), allowed, false);
    }

    static MalformedMatrix tooLarge(String came, String allowed) {
        return new MalformedMatrix(0, 0, came, allowed, true);
    }

    private static String place(int row, int column) {
        return row == 0 ? "" : "row " + row + (column == 0 ? ": " : ", column " + column + ": ");
    }

    private static String shorten(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return shown.isBlank() ? "nothing" : "\"" + shown + "\"";
    }

    /** Row of the mistake, from 1; 0 if it concerns the whole matrix. */
    public int row() {
        return row;
    }

    /** Column of the mistake, from 1; 0 if it concerns a whole row or the whole matrix. */
    public int column() {
        return column;
    }

    /** What was found. */
    public String came() {
        return came;
    }

    /** What would have been right. */
    public String allowed() {
        return allowed;
    }

    /** Where it goes wrong, what would have been right there, and what was found instead, as one phrase. */
    public String wanted() {
        return (row == 0 ? "" : "in " + place(row, column).replace(": ", " ")) + allowed + ", not " + came;
    }

    /** True if the text may well be a matrix, but one over the limit. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
