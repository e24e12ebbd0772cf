package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a question of a teacher's own is answered, and what is right, where that is said. */
public sealed interface AnswerKind {

    /** Options of a choice, at most. */
    int MOST_OPTIONS = 8;

    /** Lines to be put in order, at most. */
    int MOST_LINES = 10;

    /** Characters of an option or a line, at most. */
    int LONGEST_LINE = 400;

    /** Characters of a written answer, at most. */
    int LONGEST_TEXT = 200;

    /** Words of somebody in a cloud, at most. */
    int MOST_WORDS = 3;

    /** Characters of each of them, at most. */
    int LONGEST_WORD = 30;

    /** Right answers of one that is written, at most. */
    int MOST_RIGHT = 20;

    /**
     * What can be chosen.
     *
     * @param options Markdown with formulas
     * @param right those that are right, from 0; none where none is
     * @param several whether more than one can be chosen
     */
    record Choice(List<String> options, Set<Integer> right, boolean several) implements AnswerKind {
        public Choice {
            options = List.copyOf(options);
            right = Set.copyOf(right);
        }
    }

    /** A number; right is what is within so much of the right one. */
    record Number(OptionalDouble right, Within within) implements AnswerKind {}

    /**
     * How far a number may be off.
     *
     * @param share whether it is a share of the right one, rather than a number
     */
    record Within(double size, boolean share) {

        double around(double right) {
            return share ? size * Math.abs(right) : size;
        }
    }

    /**
     * A place on the surface that is shown, or on the question's picture if it has one; right is what is within a distance of the
     * right one.
     */
    record Spot(Optional<Point> right, double within) implements AnswerKind {}

    /**
     * Lines to be put in order, here in one that is right.
     *
     * @param lines Markdown with formulas
     * @param needs for each the lines that must stand above it, from 0
     */
    record Order(List<String> lines, List<Set<Integer>> needs) implements AnswerKind {
        public Order {
            lines = List.copyOf(lines);
            needs = needs.stream().map(Set::copyOf).toList();
        }

        /** The lines in the order in which they are offered: the same for all, and not right where it need not be. */
        public List<Integer> offered() {
            List<Integer> order = new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
            Random random = new Random(lines.hashCode());
            Truth truth = new Truth.Orders(needs);
            for (int i = 0; i < MOST_LINES; i++) {
                Collections.shuffle(order, random);
                if (!truth.right(new Vote.Order(order))) {
                    break;
                }
            }
            return List.copyOf(order);
        }
    }

    /** What somebody writes; right are those texts, as far as any are said. */
    record Text(List<String> right) implements AnswerKind {
        public Text {
            right = List.copyOf(right);
        }
    }

    /** A few words each. */
    record Words() implements AnswerKind {}

    /** What is right; nothing where that is not said. */
    default Optional<Truth> truth() {
        return switch (this) {
            case Choice(var options, Set<Integer> right, boolean several) -> right.isEmpty()
                    ? Optional.empty()
                    : Optional.of(several ? new Truth.Exactly(right) : new Truth.Options(right));
            case Number(OptionalDouble right, Within within) -> right.isPresent()
                    ? Optional.of(new Truth.Near(right.getAsDouble(), within.around(right.getAsDouble())))
                    : Optional.empty();
            case Spot(Optional<Point> right, double within) -> right.map(point -> new Truth.Spot(point, within));
            case Order(var lines, List<Set<Integer>> needs) -> Optional.of(new Truth.Orders(needs));
            case Text(List<String> right) -> right.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Truth.Texts(right.stream().map(AnswerText::key).collect(Collectors.toSet())));
            case Words words -> Optional.empty();
        };
    }

    /**
     * Reads a vote.
     *
     * @throws ClassroomException if it is none, saying what is allowed
     */
    default Vote read(String text) {
        return switch (this) {
            case Choice(List<String> options, var right, boolean several) ->
                several ? new Vote.Choices(new TreeSet<>(indexes(text, options.size()))) : Vote.choice(options.size(), text);
            case Number number -> Vote.number(text);
            case Spot spot -> Vote.place(text);
            case Order(List<String> lines, var needs) -> {
                List<Integer> order = text.isBlank() ? List.of() : indexes(text, lines.size());
                if (order.size() != lines.size()) {
                    throw new ClassroomException("An order has all " + lines.size() + " lines, each once.");
                }
                yield new Vote.Order(order);
            }
            case Text written -> new Vote.Text(written(text, LONGEST_TEXT));
            case Words words -> new Vote.Words(words(text));
        };
    }

    private static List<Integer> indexes(String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length > count || !Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,2}") && Integer.parseInt(part) < count)
                || Arrays.stream(parts).map(Integer::parseInt).distinct().count() != parts.length) {
            throw new ClassroomException("There are no such answers to choose; there are " + count + ".");
        }
        return Arrays.stream(parts).map(Integer::valueOf).toList();
    }

    private static String written(String text, int longest) {
        String shown = AnswerText.shown(text);
        if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > longest) {
            throw new ClassroomException("That is no answer; allowed: 1 to " + longest + " characters.");
        }
        return shown;
    }

    private static List<String> words(String text) {
        List<String> words = Arrays.stream(text.split("[,;\\n]"))
                .map(AnswerText::shown)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > LONGEST_WORD)) {
            throw new ClassroomException("That cannot go into the cloud; allowed: 1 to " + MOST_WORDS + " words or short phrases with"
                    + " commas between them, each of " + LONGEST_WORD + " characters at most.");
        }
        return words;
    }

    /** A place of a surface, as {@code x1, x2}; nothing if it is none. */
    static Optional<Point> point(String text) {
        String[] parts = Typed.numbers(text).split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        OptionalDouble x1 = coordinate(parts[0]);
        OptionalDouble x2 = coordinate(parts[1]);
        return x1.isPresent() && x2.isPresent() ? Optional.of(new Point(x1.getAsDouble(), x2.getAsDouble())) : Optional.empty();
    }

    private static OptionalDouble coordinate(String text) {
        OptionalDouble value = Decimal.read(text);
        return value.isPresent() && Math.abs(value.getAsDouble()) <= SurfaceExperiment.FARTHEST_START
                ? value
                : OptionalDouble.empty();
    }
}
