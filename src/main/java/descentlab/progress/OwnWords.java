package descentlab.progress;

/**
 * What a learner writes of a part in words of their own: plain text, with line breaks, without control characters.
 *
 * @param text without blanks around it; empty for nothing
 */
public record OwnWords(String text) {

    /** Most characters. */
    public static final int LONGEST = 2000;

    /** Nothing written. */
    public static final OwnWords NONE = new OwnWords("");

    /**
     * @throws IllegalArgumentException with a sentence to be shown, if it is too long
     */
    public OwnWords {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "At most " + LONGEST + " characters are kept; these are " + text.length() + ".");
        }
    }

    /**
     * Words as a browser sends them, {@linkplain #plain plain}.
     *
     * @throws IllegalArgumentException with a sentence to be shown, if they are too long
     */
    public static OwnWords typed(String typed) {
        return new OwnWords(plain(typed));
    }

    /** Text without what no database keeps and nobody sees: control characters, halves of characters, blanks around it. */
    static String plain(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.replace("\r\n", "\n")
                .codePoints()
                .filter(each -> each == '\n' || each == '\t' || !Character.isISOControl(each))
                .filter(each -> Character.getType(each) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
