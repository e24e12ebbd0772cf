package descentlab.lecture;

import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Tally;
import descentlab.classroom.Truth;
import descentlab.classroom.Vote;
import descentlab.notation.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What is said of questions and answers. */
final class Words {

    private static final int DIGITS = 3;

    private Words() {}

    /** A number to a few digits, for a glance. */
    static String number(double value) {
        return Double.isFinite(value)
                ? Decimal.write(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()).replace('-', '−')
                : "none";
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String votes(int count) {
        return count == 0 ? "No votes yet." : count(count, "vote", "votes") + ".";
    }

    /** A vote in words. */
    static String vote(Poll poll, Vote vote) {
        return switch (vote) {
            case Vote.Choice(int option) -> poll.question().options(poll.experiment()).get(option);
            case Vote.Place(var point) -> "(" + number(point.x1()) + ", " + number(point.x2()) + ")";
            case Vote.Number(double value) -> number(value);
        };
    }

    /** What really happened, in a sentence. */
    static String truth(Poll poll) {
        if (poll.truth().isEmpty()) {
            return "";
        }
        return switch (poll.truth().get()) {
            case Truth.Options(var right) when right.isEmpty() -> "None of them: all diverge.";
            case Truth.Options(var right) -> "It is " + String.join(" and ", right.stream()
                            .sorted()
                            .map(option -> poll.question().options(poll.experiment()).get(option))
                            .toList()) + ".";
            case Truth.Place(var start, var end) -> end.map(point -> "It ends at (" + number(point.x1()) + ", "
                            + number(point.x2()) + ").")
                    .orElse("It diverges: it ends nowhere.");
            case Truth.Number(Optional<Double> value) ->
                value.map(f -> "f is " + number(f) + ".").orElse("It diverges: there is no such f.");
        };
    }

    /** What counts as right, where that is not plain. */
    static String rule(Question question) {
        return switch (question) {
            case Question.Place place -> "Right is within a tenth of the way from the start to the end.";
            case Question.FinalValue value -> "Right is within a factor of two.";
            case Question.Winner winner -> "";
            case Question.Diverges diverges -> "";
        };
    }

    /** How minds have changed. */
    static String shift(Tally.Shift shift) {
        String changed = shift.both() == 0
                ? "Nobody has voted both times yet."
                : shift.changed() + " of the " + shift.both() + " who voted both times changed their answer";
        if (shift.both() == 0) {
            return changed;
        }
        return changed
                + (shift.rightBefore().isPresent() && shift.rightAfter().isPresent()
                        ? ": " + shift.rightBefore().get() + " were right first, " + shift.rightAfter().get() + " after."
                        : ".");
    }
}
