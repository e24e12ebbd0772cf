package descentlab.classroom;

/** How sure somebody is of a vote. */
public enum Sureness {
    GUESSING("A guess"),
    RATHER("Rather sure"),
    SURE("Sure");

    private final String words;

    Sureness(String words) {
        this.words = words;
    }

    /** In words of who votes. */
    public String words() {
        return words;
    }
}
