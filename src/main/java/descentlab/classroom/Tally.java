package descentlab.classroom;

import descentlab.objective.Point;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param answers all of them, in no order
     * @param sure of those who said how sure they are
     */
    public record Count(
            int votes,
            List<Bar> bars,
            List<Point> places,
            Optional<Double> median,
            Optional<Integer> right,
            List<Vote> answers,
            List<Sure> sure) {}

    /**
     * How many were so sure.
     *
     * @param right how many of them are right, once the truth is known
     */
    public record Sure(Sureness sureness, int votes, Optional<Integer> right) {}

    /**
     * Votes that count together.
     *
     * @param least the least number of a bar of numbers, which may be infinite; NaN for an option
     * @param most the greatest one; NaN for an option
     * @param right whether it is the truth or holds it, once that is known
     */
    public record Bar(String label, double least, double most, int votes, boolean right) {

        static Bar of(String label, int votes, boolean right) {
            return new Bar(label, Double.NaN, Double.NaN, votes, right);
        }
    }

    /**
     * A change of minds from one round to the next.
     *
     * @param both how many voted in both
     * @param changed how many of them otherwise
     * @param rightBefore how many of them were right first, once the truth is known
     * @param rightAfter how many of them are right now, once the truth is known
     */
    public record Shift(int both, int changed, Optional<Integer> rightBefore, Optional<Integer> rightAfter) {}

    static Tally of(Poll poll) {
        Optional<Truth> truth = poll.truth().filter(known -> poll.isSettled());
        NumberBins bins = bins(poll, truth);
        Groups groups = Groups.of(poll, poll.rounds().reversed().stream().flatMap(Tally::votes).toList());
        List<Count> counts = poll.rounds().stream()
                .map(round -> count(poll, round.values(), truth, bins, groups))
                .toList();
        int last = poll.rounds().size() - 1;
        return new Tally(
                counts,
                last < 1
                        ? Optional.empty()
                        : Optional.of(shift(poll.rounds().get(last - 1), poll.rounds().get(last), truth)));
    }

    private static Stream<Vote> votes(Map<ParticipantId, Ballot> round) {
        return round.values().stream().map(Ballot::vote);
    }

    private static Count count(Poll poll, Collection<Ballot> ballots, Optional<Truth> truth, NumberBins bins, Groups groups) {
        List<Vote> votes = ballots.stream().map(Ballot::vote).toList();
        List<String> options = poll.options();
        List<Bar> bars;
        if (Groups.group(poll)) {
            bars = groups.bars(poll, votes, truth);
        } else if (options.isEmpty()) {
            bars = numberBars(numbers(votes), bins, truth);
        } else {
            bars = IntStream.range(0, options.size())
                    .mapToObj(option -> Bar.of(
                            options.get(option),
                            (int) votes.stream().filter(vote -> chose(vote, option)).count(),
                            truth.filter(known -> known.marks(option)).isPresent()))
                    .toList();
        }
        List<Point> places = votes.stream()
                .flatMap(vote -> vote instanceof Vote.Place(Point point) ? Stream.of(point) : Stream.empty())
                .toList();
        return new Count(
                votes.size(), bars, places, median(numbers(votes)), truth.map(known -> right(known, votes)), votes,
                sure(ballots, truth));
    }

    private static boolean chose(Vote vote, int option) {
        return vote.equals(new Vote.Choice(option)) || vote instanceof Vote.Choices(var chosen) && chosen.contains(option);
    }

    private static List<Sure> sure(Collection<Ballot> ballots, Optional<Truth> truth) {
        return Arrays.stream(Sureness.values())
                .map(sureness -> {
                    List<Vote> of = ballots.stream()
                            .filter(ballot -> ballot.sure().equals(Optional.of(sureness)))
                            .map(Ballot::vote)
                            .toList();
                    return new Sure(sureness, of.size(), truth.map(known -> right(known, of)));
                })
                .filter(sure -> sure.votes() > 0)
                .toList();
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

    /** For all rounds alike. */
    private static NumberBins bins(Poll poll, Optional<Truth> truth) {
        Optional<Double> value = value(truth);
        return NumberBins.of(
                Stream.concat(
                                poll.rounds().stream().flatMap(round -> numbers(votes(round).toList()).stream()),
                                value.stream())
                        .toList(),
                value);
    }

    private static Optional<Double> value(Optional<Truth> truth) {
        return truth.flatMap(Tally::value);
    }

    private static Optional<Double> value(Truth truth) {
        return switch (truth) {
            case Truth.Number(Optional<Double> value) -> value;
            case Truth.Near(double value, double within) -> Optional.of(value);
            default -> Optional.empty();
        };
    }

    private static List<Bar> numberBars(List<Double> numbers, NumberBins bins, Optional<Truth> truth) {
        int[] votes = bins.counts(numbers);
        // Of a question of one's own the tolerance says what is right, and no bar does.
        int truthBar = truth.filter(Truth.Number.class::isInstance).flatMap(Tally::value).map(bins::binOf).orElse(-1);
        return IntStream.range(0, bins.count())
                .mapToObj(bar -> new Bar("", bins.least(bar), bins.most(bar), votes[bar], bar == truthBar))
                .toList();
    }

    private static Shift shift(
            Map<ParticipantId, Ballot> before, Map<ParticipantId, Ballot> after, Optional<Truth> truth) {
        List<ParticipantId> both = after.keySet().stream().filter(before::containsKey).toList();
        int changed = (int) both.stream()
                .filter(voter -> !before.get(voter).vote().equals(after.get(voter).vote()))
                .count();
        return new Shift(
                both.size(),
                changed,
                truth.map(known -> right(known, both.stream().map(before::get).map(Ballot::vote).toList())),
                truth.map(known -> right(known, both.stream().map(after::get).map(Ballot::vote).toList())));
    }
}
