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
 * @param lost how many could not follow, by the minute, from the opening to the last thing that happened; nothing if all could
 */
public record TimeLine(List<Entry> entries, List<Minute> lost) {

    /** Minutes that are shown, at most; a room is rarely open for longer. */
    static final int MOST_MINUTES = 8 * 60;

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

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
        List<Moment> moments = ordered(journal);
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
        return new TimeLine(List.copyOf(entries), byMinute(opened, journal));
    }

    /** By time; a step stands before what it began, which is often asked a moment before the plan has turned. */
    private static List<Moment> ordered(Journal journal) {
        List<Moment> moments = new ArrayList<>(
                journal.moments().stream().sorted(Comparator.comparing(Moment::at)).toList());
        int earlier = 0; // what belongs to the steps before stays with them, however fast they follow
        for (int i = 0; i < moments.size(); i++) {
            Moment step = moments.get(i);
            int at = i;
            while (step.kind() == Moment.Kind.STEP && at > earlier && isOf(moments.get(at - 1), step)) {
                at--;
            }
            if (at < i) {
                Instant begun = moments.get(at).at();
                moments.remove(i);
                moments.add(at, new Moment(begun, step.kind(), step.what()));
            }
            earlier = step.kind() == Moment.Kind.STEP ? i + 1 : earlier;
        }
        return moments;
    }

    /** Whether something was done by a step, a moment before that was noted. */
    private static boolean isOf(Moment before, Moment step) {
        return before.kind() != Moment.Kind.STEP && Duration.between(before.at(), step.at()).compareTo(AT_ONCE) < 0;
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static int people(Stream<Lost> lost) {
        return (int) lost.map(Lost::by).distinct().count();
    }

    private static List<Minute> byMinute(Instant opened, Journal journal) {
        SortedMap<Instant, List<Lost>> byMinute = new TreeMap<>();
        journal.lost().forEach(one ->
                byMinute.computeIfAbsent(one.at().truncatedTo(ChronoUnit.MINUTES), minute -> new ArrayList<>()).add(one));
        if (byMinute.isEmpty()) {
            return List.of();
        }
        Instant last = Stream.concat(journal.moments().stream().map(Moment::at), Stream.of(byMinute.lastKey()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Stream.iterate(
                        opened.truncatedTo(ChronoUnit.MINUTES), minute -> !minute.isAfter(last), minute -> minute.plus(1, ChronoUnit.MINUTES))
                .limit(MOST_MINUTES)
                .map(minute -> new Minute(minute, people(byMinute.getOrDefault(minute, List.of()).stream())))
                .toList();
    }

    /** How many have said lately that they could not follow. */
    public static int lostLately(Journal journal, Instant now) {
        return people(journal.lost().stream().filter(one -> one.at().isAfter(now.minus(LATELY))));
    }
}
