package descentlab.classroom;

import descentlab.objective.Point;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is right: what a race really did, as far as a question asks for it, or what a teacher says of a question of their own. */
public sealed interface Truth {

    /** The options that are right: more than one where several end equally low, none where all diverge. */
    record Options(Set<Integer> right) implements Truth {}

    /** Where it ended, and from where it came; nowhere if it diverged. */
    record Place(Point start, Optional<Point> end) implements Truth {}

    /** What f was; nothing if it diverged. */
    record Number(Optional<Double> value) implements Truth {}

    // Of questions of one's own

    /** The options that are right, all of which are to be chosen, and no other. */
    record Exactly(Set<Integer> right) implements Truth {}

    /** A number, and how far off is right still. */
    record Near(double value, double within) implements Truth {}

    /** A place, and how far off is right still. */
    record Spot(Point point, double within) implements Truth {}

    /** For each line the lines that must stand above it. */
    record Orders(List<Set<Integer>> needs) implements Truth {

        /** The order in which the question has them. */
        public List<Integer> written() {
            return IntStream.range(0, needs.size()).boxed().toList();
        }

        /** Whether there is no other: each line rests, if only through others, on the one above it. */
        public boolean isOne() {
            return IntStream.range(1, needs.size()).allMatch(line -> needs.get(line).contains(line - 1));
        }
    }

    /** The written answers that are right, by what makes two of them the same. */
    record Texts(Set<String> keys) implements Truth {}

    /** The truth of a question, from how its experiment went. */
    static Truth of(Question.OfRace question, Point start, List<Way> ways) {
        return switch (question) {
            case Question.Winner winner -> new Options(lowest(ways));
            case Question.Diverges(int series) -> new Options(Set.of(diverged(ways.get(series)) ? 0 : 1));
            case Question.Place(int series) -> new Place(
                    start, diverged(ways.get(series)) ? Optional.empty() : Optional.of(ways.get(series).end()));
            case Question.FinalValue(int series) -> new Number(
                    diverged(ways.get(series)) ? Optional.empty() : Optional.of(ways.get(series).f()));
        };
    }

    private static Set<Integer> lowest(List<Way> ways) {
        double least = ways.stream()
                .filter(way -> !diverged(way))
                .mapToDouble(Way::f)
                .min()
                .orElse(Double.NaN);
        return IntStream.range(0, ways.size())
                .filter(series -> !diverged(ways.get(series)) && ways.get(series).f() == least)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static boolean diverged(Way way) {
        return way.outcome() instanceof Outcome.Diverged || !Double.isFinite(way.f());
    }

    /**
     * Whether a vote is right: the right option; a place within a tenth of the way from start to end; a number within
     * a factor of two where both are positive, else within a tenth of the truth. Of a question of one's own, what it says.
     */
    default boolean right(Vote vote) {
        return switch (this) {
            case Options(Set<Integer> right) -> vote instanceof Vote.Choice(int option) && right.contains(option);
            case Place(Point start, Optional<Point> end) -> vote instanceof Vote.Place(Point point)
                    && end.isPresent()
                    && distance(point, end.get()) <= NEAR * distance(start, end.get());
            case Number(Optional<Double> value) ->
                vote instanceof Vote.Number(double guess) && value.isPresent() && near(guess, value.get());
            case Exactly(Set<Integer> right) -> vote instanceof Vote.Choices(var options) && right.equals(options);
            case Near(double value, double within) ->
                vote instanceof Vote.Number(double guess) && Math.abs(guess - value) <= within + ROUNDING * Math.abs(value);
            case Spot(Point right, double within) ->
                vote instanceof Vote.Place(Point point) && distance(point, right) <= within;
            case Orders(List<Set<Integer>> needs) -> vote instanceof Vote.Order(List<Integer> lines) && follows(lines, needs);
            case Texts(Set<String> keys) -> vote instanceof Vote.Text(String text) && keys.contains(AnswerText.key(text));
        };
    }

    /** Whether an option is among those that are right. */
    default boolean marks(int option) {
        return switch (this) {
            case Options(Set<Integer> right) -> right.contains(option);
            case Exactly(Set<Integer> right) -> right.contains(option);
            default -> false;
        };
    }

    private static boolean follows(List<Integer> lines, List<Set<Integer>> needs) {
        return IntStream.range(0, lines.size())
                .allMatch(at -> lines.subList(0, at).containsAll(needs.get(lines.get(at))));
    }

    /** As 0.3 is not within 0.1 of 0.2 in binary, though people say so. */
    double ROUNDING = 1e-12;

    /** Share of the way that a guessed place may be off. */
    double NEAR = 0.1;

    private static boolean near(double guess, double value) {
        return guess > 0 && value > 0
                ? guess <= 2 * value && value <= 2 * guess
                : Math.abs(guess - value) <= NEAR * Math.abs(value);
    }

    /** Euclidean distance. */
    static double distance(Point a, Point b) {
        return Math.hypot(a.x1() - b.x1(), a.x2() - b.x2());
    }
}
