package descentlab.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A question for one number. Right is the value in any form, or rounded to the digits given, three or more.
 *
 * @param value the right answer
 * @param bound whether it is a bound, so that "&lt; 0.25" says it as well
 * @param traps wrong answers that are worth a word of their own
 */
public record NumberPart(Assignment task, double value, boolean bound, List<Trap> traps) implements CheckedPart, Drawn {

    private static final double CLOSE = 0.02;

    /**
     * A wrong answer that says what went wrong.
     *
     * @param value the wrong number
     * @param message what to tell
     * @param covers the slips that this is, so that they need not be named again
     */
    public record Trap(double value, String message, Set<Slip> covers) {

        Trap(double value, String message, Slip... covers) {
            this(value, message, covers.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(covers)));
        }
    }

    public NumberPart {
        traps = List.copyOf(traps);
    }

    NumberPart(Assignment task, double value, Trap... traps) {
        this(task, value, false, List.of(traps));
    }

    /** A question for a bound. */
    static NumberPart bound(Assignment task, double value, Trap... traps) {
        return new NumberPart(task, value, true, List.of(traps));
    }

    @Override
    public Verdict check(Answer answer) {
        if (answer.fields().size() != 1) {
            return Verdict.unreadable("The answer is one number.");
        }
        TypedNumber given;
        try {
            given = TypedNumber.read(answer.fields().getFirst());
        } catch (IllegalArgumentException unreadable) {
            return Verdict.unreadable(unreadable.getMessage());
        }
        if (given.bound() && !bound) {
            return Verdict.unreadable("A number is asked for, not a bound: leave the sign before it out.");
        }
        return given.is(value) ? Verdict.right("Right.") : Verdict.wrong(reason(given));
    }

    private String reason(TypedNumber given) {
        List<String> reasons = new ArrayList<>();
        EnumSet<Slip> covered = EnumSet.noneOf(Slip.class);
        for (Trap trap : traps) {
            if (Double.isFinite(trap.value()) && given.means(trap.value())) {
                reasons.add(trap.message());
                covered.addAll(trap.covers());
            }
        }
        for (Slip slip : EnumSet.complementOf(covered)) {
            if (given.means(slip.of(value))) {
                reasons.add(slip.said());
            }
        }
        if (!reasons.isEmpty()) {
            return Reasons.joined(reasons);
        }
        if (given.digits() < TypedNumber.FEWEST_DIGITS && given.rounded(value)) {
            return "Right as far as it goes, but these are fewer than three digits. Give three, or the exact form, as in"
                    + " 2/3.";
        }
        return TypedNumber.near(given.value(), value, CLOSE)
                ? "Close, but not to three digits, rounded. Give the exact form if you like, as in 2/3."
                : Verdict.UNEXPLAINED;
    }

    /** Whether a wrong way comes so near to the value that the number would not tell. */
    @Override
    public boolean unclear() {
        return traps.stream().anyMatch(trap -> TypedNumber.near(trap.value(), value, Drawn.APART))
                || EnumSet.allOf(Slip.class).stream()
                        .anyMatch(slip -> TypedNumber.near(slip.of(value), value, Drawn.APART));
    }
}
