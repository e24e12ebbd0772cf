package descentlab.exercise;

import descentlab.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * What a checker says of an answer.
 *
 * @param result whether it is right
 * @param message what to tell the student, in Markdown with formulas
 * @param marks one for each field of the answer, or none where the answer is judged as a whole
 * @param shown what shows that it is so
 */
public record Verdict(Result result, String message, List<Mark> marks, Optional<Experiment> shown) {

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

    /** With nothing that shows it. */
    public Verdict(Result result, String message, List<Mark> marks) {
        this(result, message, marks, Optional.empty());
    }

    /** The same with what shows that it is so. */
    Verdict showing(Experiment experiment) {
        return new Verdict(result, message, marks, Optional.of(experiment));
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
