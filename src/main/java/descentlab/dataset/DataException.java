package descentlab.dataset;

/** A file that is no table to learn from, or cannot be used as asked; the message is a sentence for people. */
public final class DataException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 40;

    /** What is wrong with the whole. */
    public DataException(String sentence) {
        super(sentence);
    }

    /** What is wrong at a line, counted from 1. */
    static DataException atLine(long line, String what) {
        return new DataException("Line " + line + " " + what);
    }

    /** What is wrong with a cell. */
    static DataException atCell(long line, String column, String what) {
        return new DataException("Line " + line + ", column " + quoted(column) + ": " + what);
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
