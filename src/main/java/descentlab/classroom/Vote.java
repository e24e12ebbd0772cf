package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.objective.Point;
import java.util.OptionalDouble;

/** What somebody predicts. */
public sealed interface Vote {

    /** One of the question's options, from 0. */
    record Choice(int option) implements Vote {}

    /** A place on the surface. */
    record Place(Point point) implements Vote {}

    /** A number. */
    record Number(double value) implements Vote {}

    /** Longest text of a vote. */
    int LONGEST = 2 * Decimal.LONGEST + 1;

    /** For storing, and as {@link #read} reads it. */
    default String write() {
        return switch (this) {
            case Choice(int option) -> String.valueOf(option);
            case Place(Point point) -> Decimal.write(point.x1()) + "," + Decimal.write(point.x2());
            case Number(double value) -> Decimal.write(value);
        };
    }

    /**
     * Reads a vote on a question.
     *
     * @throws ClassroomException if it is none, saying what is allowed
     */
    static Vote read(Question question, SurfaceExperiment experiment, String text) {
        if (text == null || text.length() > LONGEST) {
            throw new ClassroomException("That is too long for an answer; allowed: at most " + LONGEST + " characters.");
        }
        return switch (question) {
            case Question.Winner winner -> choice(question, experiment, text);
            case Question.Diverges diverges -> choice(question, experiment, text);
            case Question.Place place -> place(text);
            case Question.FinalValue value ->
                new Number(Decimal.read(Typed.number(text)).orElseThrow(() -> new ClassroomException(
                        "That is no number; allowed: one such as 0.05 or 3e-4.")));
        };
    }

    private static Vote choice(Question question, SurfaceExperiment experiment, String text) {
        int options = question.options(experiment).size();
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) >= options) {
            throw new ClassroomException("There is no such answer to choose; there are " + options + ".");
        }
        return new Choice(Integer.parseInt(text));
    }

    private static Vote place(String text) {
        String[] parts = Typed.numbers(text).split(",", -1);
        OptionalDouble first = parts.length == 2 ? coordinate(parts[0]) : OptionalDouble.empty();
        OptionalDouble second = parts.length == 2 ? coordinate(parts[1]) : OptionalDouble.empty();
        if (first.isEmpty() || second.isEmpty()) {
            throw new ClassroomException("That is no place; allowed: x1, x2 of size at most "
                    + Decimal.write(SurfaceExperiment.FARTHEST_START) + ", as in -5, -2.");
        }
        return new Place(new Point(first.getAsDouble(), second.getAsDouble()));
    }

    private static OptionalDouble coordinate(String text) {
        OptionalDouble value = Decimal.read(text);
        return value.isPresent() && Math.abs(value.getAsDouble()) <= SurfaceExperiment.FARTHEST_START
                ? value
                : OptionalDouble.empty();
    }
}
