package descentlab.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a class went by the clock.
 *
 * @param entries what the teacher did, the opening of the room first
 * @param lost how many could not follow, by the minute, from the first to the last in which somebody did not
 */
public record TimeLine(List<Entry> entries, List<Minute> lost) {

    /** Minutes that are shown, at most; a room is rarely open for longer. */
    static final int MOST_MINUTES = 8 * 60;

    /** Who said within that time that they are lost, is. */
    public static final Duration LATELY = Duration.ofMinutes(2);

    /**
     * What happened, and what the class said before the next thing did.
     *
     * @param moment nothing for the opening of the room
     * @param lost how many said that they could not follow
     * @param enquiries how many questions they asked
     */
    public record Entry(Instant at, Optional<Moment> moment, int lost, int enquiries) {}

    /** A minute, with how many said in it that they could not follow. */
    public record Minute(Instant at, int lost) {}

    /** That of a room. */
    public static TimeLine of(Instant opened, Journal journal) {
        List<Moment> moments = journal.moments().stream().sorted(Comparator.comparing(Moment::at)).toList();
        List<Instant> times = Stream.concat(Stream.of(opened), moments.stream().map(Moment::at)).toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Instant from = i == 0 ? Instant.MIN : times.get(i);
            Instant to = i + 1 < times.size() ? times.get(i + 1) : Instant.MAX;
            entries.add(new Entry(
                    times.get(i),
                    i == 0 ? Optional.empty() : Optional.of(moments.get(i - 1)),
                    people(journal.lost().stream().filter(one -> within(one.at(), from, to))),
                    (int) journal.enquiries().stream().filter(one -> within(one.at(), from, to)).count()));
        }
        return new TimeLine(List.copyOf(entries), byMinute(journal));
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static int people(Stream<Lost> lost) {
        return (int) lost.map(Lost::by).distinct().count();
    }

    private static List<Minute> byMinute(Journal journal) {
        SortedMap<Instant, List<Lost>> byMinute = new TreeMap<>();
        journal.lost().forEach(one ->
                byMinute.computeIfAbsent(one.at().truncatedTo(ChronoUnit.MINUTES), minute -> new ArrayList<>()).add(one));
        if (byMinute.isEmpty()) {
            return List.of();
        }
        return Stream.iterate(byMinute.firstKey(), minute -> !minute.isAfter(byMinute.lastKey()), minute -> minute.plus(1, ChronoUnit.MINUTES))
                .limit(MOST_MINUTES)
                .map(minute -> new Minute(minute, people(byMinute.getOrDefault(minute, List.of()).stream())))
                .toList();
    }

    /** How many have said lately that they could not follow. */
    public static int lostLately(Journal journal, Instant now) {
        return people(journal.lost().stream().filter(one -> one.at().isAfter(now.minus(LATELY))));
    }
}
