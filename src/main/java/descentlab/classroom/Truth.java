package descentlab.classroom;

import descentlab.objective.Point;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a race really did, as far as a question asks for it. */
public sealed interface Truth {

    /** The options that are right: more than one where several end equally low, none where all diverge. */
    record Options(Set<Integer> right) implements Truth {}

    /** Where it ended, and from where it came; nowhere if it diverged. */
    record Place(Point start, Optional<Point> end) implements Truth {}

    /** What f was; nothing if it diverged. */
    record Number(Optional<Double> value) implements Truth {}

    /** The truth of a question, from how its experiment went. */
    static Truth of(Question question, Point start, List<Way> ways) {
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
     * a factor of two where both are positive, else within a tenth of the truth.
     */
    default boolean right(Vote vote) {
        return switch (this) {
            case Options(Set<Integer> right) -> vote instanceof Vote.Choice(int option) && right.contains(option);
            case Place(Point start, Optional<Point> end) -> vote instanceof Vote.Place(Point point)
                    && end.isPresent()
                    && distance(point, end.get()) <= NEAR * distance(start, end.get());
            case Number(Optional<Double> value) ->
                vote instanceof Vote.Number(double guess) && value.isPresent() && near(guess, value.get());
        };
    }

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
