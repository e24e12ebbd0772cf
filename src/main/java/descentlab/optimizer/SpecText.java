package descentlab.optimizer;

/** The text of a spec while it is read: words and signs from left to right, past blanks. */
final class SpecText {

    private final String text;
    private int at;

    SpecText(String text) {
        this.text = text;
    }

    /** Where the next thing stands. */
    int skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** A word of letters, digits, underscores and points; maybe empty. */
    String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
    }

    /** What stands before the next of these signs, without blanks about it. */
    String until(String stops) {
        int start = at;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** A rule, which ends at the comma or bracket that is not within brackets of its own. */
    void passRule() {
        at = RuleSpec.end(text, at);
    }

    /** Passes that sign, if it is the next. */
    boolean accept(char c) {
        if (skipBlanks() < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** @throws SpecException if that sign is not the next */
    void expect(char c, String allowed) {
        if (!accept(c)) {
            throw new SpecException(at, text.substring(at), allowed);
        }
    }

    /** What to show of a word that is none: the word, or all that follows if no word stands there. */
    String shown(String word, int start) {
        return word.isEmpty() ? text.substring(start) : word;
    }

    /** All that has not been read. */
    String rest() {
        return text.substring(at);
    }

    @Override
    public String toString() {
        return text;
    }
}
