package descentlab.pressed;

/**
 * A press that leads on in a plan.
 *
 * @param button what the button says before it
 * @param step which step it is in or begins, from 1
 * @param fromPage whether the class is on another page before it, from which it comes back
 * @param sight what a student sees first of it
 * @param own what comes next, by which they see what is asked of them alone; nothing where it is alike for all
 * @param live what comes later, by which the page that they see is that page itself; nothing where the first is all
 */
public record Press(Kind kind, String button, int step, boolean fromPage, Sight sight, Sight own, Sight live) {

    /** What a press does, as it is called in a report. */
    public enum Kind {
        EXPERIMENT("an experiment shown"),
        PLAY("a race played"),
        QUESTION("a question of the race"),
        OWN_QUESTION("a question of one's own"),
        DISCUSSION("voting ended, to talk"),
        VOTE_AGAIN("voting again"),
        VOTES("votes shown"),
        HAPPENS("what happens"),
        TRUTH("who was right"),
        TRY("everyone tries"),
        TRY_ENDED("trying ended"),
        TIMER("a timer"),
        VISIT("a page visited"),
        BACK("back to what is led"),
        NOTE("a note, which the class does not see");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether all vote after it. */
        public boolean isVote() {
            return this == QUESTION || this == OWN_QUESTION || this == VOTE_AGAIN;
        }

        /** Whether it begins a question. */
        public boolean isQuestion() {
            return this == QUESTION || this == OWN_QUESTION;
        }
    }
}
