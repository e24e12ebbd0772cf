package descentlab.exercise;

import java.util.List;

/**
 * A question for one number. Right is what differs from the value by at most the tolerance, relative to the value's
 * size or to 1e-3 where the value is smaller, whatever its form.
 *
 * @param value the right answer
 * @param tolerance relative
 * @param traps wrong answers that are worth a word of their own
 */
public record NumberPart(Task task, double value, double tolerance, List<Trap> traps) implements CheckedPart {

    /** Three digits are enough. */
    static final double USUAL_TOLERANCE = 2e-3;

    private static final double CLOSE = 0.02;
    private static final double SMALL = 1e-3;

    /**
     * A wrong answer that says what went wrong.
     *
     * @param value the wrong number
     * @param message what to tell
     */
    public record Trap(double value, String message) {}

    NumberPart(Task task, double value, Trap... traps) {
        this(task, value, USUAL_TOLERANCE, List.of(traps));
    }

    @Override
    public Verdict check(Answer answer) {
        if (answer.fields().size() != 1) {
            return Verdict.unreadable("The answer is one number.");
        }
        double given;
        try {
            given = TypedNumber.read(answer.fields().getFirst());
        } catch (IllegalArgumentException unreadable) {
            return Verdict.unreadable(unreadable.getMessage());
        }
        if (near(given, value, tolerance)) {
            return Verdict.right("Right.");
        }
        return traps.stream()
                .filter(trap -> near(given, trap.value(), tolerance))
                .findFirst()
                .map(trap -> Verdict.wrong(trap.message()))
                .orElseGet(() -> Verdict.wrong(
                        near(given, value, CLOSE)
                                ? "Close, but not to three digits. Give more of them, or the exact form, as in 2/3."
                                : near(given, -value, tolerance) ? "The size is right, the sign is not." : "Not yet."));
    }

    static boolean near(double given, double value, double tolerance) {
        return Math.abs(given - value) <= tolerance * Math.max(Math.abs(value), SMALL);
    }
}
