package descentlab.notation;

/** What is a text, and what only looks like one to a program. */
public final class Characters {

    private Characters() {}

    /** Whether each character is one: none is of code 0 or half of a surrogate pair, which no database keeps as it was. */
    public static boolean areWhole(String text) {
        return text.codePoints().noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
    }
}
