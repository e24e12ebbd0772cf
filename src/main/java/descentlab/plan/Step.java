package descentlab.plan;

/**
 * A step of a plan.
 *
 * @param title a few words; the class does not see them
 * @param note to the teacher, Markdown; the class does not see it either
 * @param minutes that it may take; 0 where that is not said
 */
public record Step(String title, String note, int minutes, Act act) {

    /** Longest title of a step or a plan. */
    public static final int LONGEST_TITLE = 120;

    /** Longest note of a step, and text about a plan. */
    public static final int LONGEST_NOTE = 4000;

    /** Most minutes of a step. */
    public static final int MOST_MINUTES = 240;
}
