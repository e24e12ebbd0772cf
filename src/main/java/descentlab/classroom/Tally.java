package descentlab.classroom;

import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The votes of a question, counted.
 *
 * @param rounds one count for each round
 * @param shift how those who voted in the last two rounds changed their minds
 */
public record Tally(List<Count> rounds, Optional<Shift> shift) {

    /**
     * A round's votes.
     *
     * @param votes how many
     * @param bars what was chosen, or between which numbers the answers lie, with how many each
     * @param places the places that were clicked
     * @param median of the numbers, if there are any
     * @param right how many are right, once the truth is known
     */
    public record Count(
            int votes, List<Bar> bars, List<Point> places, Optional<Double> median, Optional<Integer> right) {}

    /**
     * Votes that count together.
     *
     * @param least the least number of a bar of numbers; NaN for an option
     * @param most the greatest one; NaN for an option
     * @param right whether it is the truth or holds it, once that is known
     */
    public record Bar(String label, double least, double most, int votes, boolean right) {}

    /**
     * A change of minds from one round to the next.
     *
     * @param both how many voted in both
     * @param changed how many of them otherwise
     * @param rightBefore how many of them were right first, once the truth is known
     * @param rightAfter how many of them are right now, once the truth is known
     */
    public record Shift(int both, int changed, Optional<Integer> rightBefore, Optional<Integer> rightAfter) {}

    private static final int MOST_BARS = 8;
    private static final double WIDE = 50;

    static Tally of(Poll poll) {
        Optional<Truth> truth = poll.truth().filter(known -> poll.revealed() || poll.stage() == Poll.Stage.OVER);
        List<Double> all = poll.rounds().stream()
                .flatMap(round -> numbers(round.values()).stream())
                .toList();
        double[] edges = edges(all, truth);
        List<Count> counts = poll.rounds().stream()
                .map(round -> count(poll, round.values(), truth, edges))
                .toList();
        int last = poll.rounds().size() - 1;
        return new Tally(
                counts,
                last < 1
                        ? Optional.empty()
                        : Optional.of(shift(poll.rounds().get(last - 1), poll.rounds().get(last), truth)));
    }

    private static Count count(Poll poll, Collection<Vote> votes, Optional<Truth> truth, double[] edges) {
        List<String> options = poll.question().options(poll.experiment());
        List<Bar> bars = options.isEmpty()
                ? numberBars(numbers(votes), edges, truth)
                : IntStream.range(0, options.size())
                        .mapToObj(option -> new Bar(
                                options.get(option),
                                Double.NaN,
                                Double.NaN,
                                (int) votes.stream()
                                        .filter(new Vote.Choice(option)::equals)
                                        .count(),
                                truth.filter(known -> known.right(new Vote.Choice(option))).isPresent()))
                        .toList();
        List<Point> places = votes.stream()
                .flatMap(vote -> vote instanceof Vote.Place(Point point) ? Stream.of(point) : Stream.empty())
                .toList();
        return new Count(
                votes.size(), bars, places, median(numbers(votes)), truth.map(known -> right(known, votes)));
    }

    private static int right(Truth truth, Collection<Vote> votes) {
        return (int) votes.stream().filter(truth::right).count();
    }

    private static List<Double> numbers(Collection<Vote> votes) {
        return votes.stream()
                .flatMap(vote -> vote instanceof Vote.Number(double value) ? Stream.of(value) : Stream.empty())
                .sorted()
                .toList();
    }

    private static Optional<Double> median(List<Double> sorted) {
        int size = sorted.size();
        return size == 0
                ? Optional.empty()
                : Optional.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }

    /**
     * Edges of bars for all rounds alike. Where most answers are positive and range wide, bars are decades, and what
     * is not positive shares one: a single absurd answer squeezes no others together.
     */
    private static double[] edges(List<Double> numbers, Optional<Truth> truth) {
        List<Double> values = new ArrayList<>(numbers);
        if (truth.isPresent() && truth.get() instanceof Truth.Number(Optional<Double> value)) {
            value.ifPresent(values::add);
        }
        if (values.isEmpty()) {
            return new double[0];
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().getAsDouble();
        double most = values.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
        if (least == most) {
            return new double[] {least, most};
        }
        double[] positive = values.stream().mapToDouble(Double::doubleValue).filter(value -> value > 0).sorted().toArray();
        if (2 * positive.length >= values.size() && most / positive[0] > WIDE) {
            double[] decades = decades(positive[0], most);
            return least > 0 ? decades : DoubleStream.concat(DoubleStream.of(Math.min(least, 0)), DoubleStream.of(decades)).toArray();
        }
        double range = most - least;
        return IntStream.rangeClosed(0, MOST_BARS)
                .mapToDouble(i -> i == MOST_BARS ? most : least + i * (range / MOST_BARS))
                .toArray();
    }

    private static double[] decades(double least, double most) {
        int low = (int) Math.floor(Math.log10(least));
        int high = (int) Math.floor(Math.log10(most)) + 1;
        int decades = Math.max(1, Math.ceilDiv(high - low, MOST_BARS - 1));
        int count = Math.ceilDiv(high - low, decades);
        return IntStream.rangeClosed(0, count).mapToDouble(i -> Math.pow(10, low + i * decades)).toArray();
    }

    private static List<Bar> numberBars(List<Double> numbers, double[] edges, Optional<Truth> truth) {
        int bars = Math.max(0, edges.length - 1);
        int[] votes = new int[bars];
        numbers.forEach(number -> votes[barOf(number, edges)]++);
        int truthBar = truth.isPresent() && truth.get() instanceof Truth.Number(Optional<Double> value) && value.isPresent()
                ? barOf(value.get(), edges)
                : -1;
        return IntStream.range(0, bars)
                .mapToObj(bar -> new Bar("", edges[bar], edges[bar + 1], votes[bar], bar == truthBar))
                .toList();
    }

    private static int barOf(double number, double[] edges) {
        int found = Arrays.binarySearch(edges, number);
        int bar = found >= 0 ? found : -found - 2;
        return Math.clamp(bar, 0, edges.length - 2);
    }

    private static Shift shift(
            Map<ParticipantId, Vote> before, Map<ParticipantId, Vote> after, Optional<Truth> truth) {
        List<ParticipantId> both = after.keySet().stream().filter(before::containsKey).toList();
        int changed = (int) both.stream()
                .filter(voter -> !before.get(voter).equals(after.get(voter)))
                .count();
        return new Shift(
                both.size(),
                changed,
                truth.map(known -> right(known, both.stream().map(before::get).toList())),
                truth.map(known -> right(known, both.stream().map(after::get).toList())));
    }
}
