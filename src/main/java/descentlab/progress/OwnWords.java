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
     * Words as a browser sends them. What no database keeps and nobody sees is left out: control characters, and halves of
     * characters.
     *
     * @throws IllegalArgumentException with a sentence to be shown, if they are too long
     */
    public static OwnWords typed(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.replace("\r\n", "\n")
                .codePoints()
                .filter(each -> each == '\n' || each == '\t' || !Character.isISOControl(each))
                .filter(each -> Character.getType(each) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return new OwnWords(kept.toString().strip());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
