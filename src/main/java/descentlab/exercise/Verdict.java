package descentlab.exercise;

import java.util.List;

/**
 * What a checker says of an answer.
 *
 * @param result whether it is right
 * @param message what to tell the student, in Markdown with formulas
 * @param marks one for each field of the answer, or none where the answer is judged as a whole
 */
public record Verdict(Result result, String message, List<Mark> marks) {

    /** What is told of a wrong answer to which no mistake is known to lead. */
    public static final String UNEXPLAINED = "Not yet.";

    /** How an answer was found to be. */
    public enum Result {
        RIGHT,
        WRONG,
        /** It could not be read; that does not count as an attempt. */
        UNREADABLE
    }

    /**
     * What is said of one field.
     *
     * @param result of this field
     * @param note why, or empty
     */
    public record Mark(Result result, String note) {}

    public Verdict {
        marks = List.copyOf(marks);
    }

    static Verdict right(String message) {
        return new Verdict(Result.RIGHT, message, List.of());
    }

    static Verdict wrong(String message) {
        return new Verdict(Result.WRONG, message, List.of());
    }

    static Verdict unreadable(String message) {
        return new Verdict(Result.UNREADABLE, message, List.of());
    }

    /** Whether the answer is right. */
    public boolean isRight() {
        return result == Result.RIGHT;
    }

    /** Whether the answer counts as an attempt. */
    public boolean counts() {
        return result != Result.UNREADABLE;
    }
}
