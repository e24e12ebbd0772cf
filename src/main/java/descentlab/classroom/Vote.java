package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.objective.Point;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What somebody predicts. */
public sealed interface Vote {

    /** One of the question's options, from 0. */
    record Choice(int option) implements Vote {}

    /** A place on the surface. */
    record Place(Point point) implements Vote {}

    /** A number. */
    record Number(double value) implements Vote {}

    /** Some of the options, from 0. */
    record Choices(SortedSet<Integer> options) implements Vote {}

    /** All lines in an order, from 0 as the question has them. */
    record Order(List<Integer> lines) implements Vote {}

    /** A few words of one's own. */
    record Text(String text) implements Vote {}

    /** Words for a cloud. */
    record Words(List<String> words) implements Vote {}

    /** Longest text of a vote. */
    int LONGEST = 4 * AnswerKind.LONGEST_TEXT;

    /** For storing, and as {@link #read} reads it. */
    default String write() {
        return switch (this) {
            case Choice(int option) -> String.valueOf(option);
            case Place(Point point) -> Decimal.write(point.x1()) + "," + Decimal.write(point.x2());
            case Number(double value) -> Decimal.write(value);
            case Choices(var options) -> options.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Order(var lines) -> lines.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Text(String text) -> text;
            case Words(var words) -> String.join(", ", words);
        };
    }

    /**
     * Reads a vote on a question.
     *
     * @throws ClassroomException if it is none, saying what is allowed
     */
    static Vote read(Question question, Experiment experiment, String text) {
        if (text == null || text.length() > LONGEST) {
            throw new ClassroomException("That is too long for an answer; allowed: at most " + LONGEST + " characters.");
        }
        return switch (question) {
            case Question.Winner winner -> choice(question.options(experiment).size(), text);
            case Question.Diverges diverges -> choice(Question.YES_OR_NO.size(), text);
            case Question.Place place -> place(text);
            case Question.FinalValue value -> number(text);
            case OwnQuestion own -> own.kind().read(text);
        };
    }

    static Vote choice(int options, String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) >= options) {
            throw new ClassroomException("There is no such answer to choose; there are " + options + ".");
        }
        return new Choice(Integer.parseInt(text));
    }

    static Vote number(String text) {
        return new Number(Decimal.read(Typed.number(text)).orElseThrow(() -> new ClassroomException(
                "That is no number; allowed: one such as 0.05 or 3e-4.")));
    }

    static Vote place(String text) {
        return new Place(AnswerKind.point(text).orElseThrow(() -> new ClassroomException(
                "That is no place; allowed: x1, x2 of size at most "
                        + Decimal.write(SurfaceExperiment.FARTHEST_START) + ", as in -5, -2.")));
    }
}
