package descentlab.connection;

import descentlab.client.Client;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Connections that are counted together: those of a client, those of a proxy, or all. */
final class Group {

    private static final Comparator<Guest> LONGEST_FIRST =
            Comparator.<Guest>comparingLong(guest -> guest.since).thenComparingLong(guest -> guest.number);

    final Client client;

    /** Whether it stands for many clients, so that what one client may have does not bound it. */
    final boolean many;

    private static final Duration SPEAKS_WITHIN = Duration.ofSeconds(2);

    /** What a large class behind one address opens at once, and then from second to second. */
    private static final double AT_ONCE = 1500;

    private static final double PER_SECOND = 100;

    int open;
    private double mayCome = AT_ONCE;
    private long came;
    final NavigableSet<Guest> silent = new TreeSet<>(LONGEST_FIRST);

    /** Of those that were not answered before. */
    final NavigableSet<Guest> heard = new TreeSet<>(LONGEST_FIRST);

    final NavigableSet<Guest> heardAgain = new TreeSet<>(LONGEST_FIRST);
    final NavigableSet<Guest> awaited = new TreeSet<>(LONGEST_FIRST);
    final NavigableSet<Guest> resting = new TreeSet<>(LONGEST_FIRST);

    Group(Client client, boolean many, long nanos) {
        this.client = client;
        this.many = many;
        this.came = nanos;
    }

    /** Notes that one more comes; false if more come than a class would send. */
    boolean comesInMeasure(long nanos) {
        mayCome = Math.min(AT_ONCE, mayCome + Math.max(0, nanos - came) * PER_SECOND / 1e9);
        came = nanos;
        boolean measured = mayCome >= 1;
        mayCome -= measured ? 1 : 0;
        return measured;
    }

    void add(Guest guest) {
        switch (guest.state) {
            case NEW -> silent.add(guest);
            case HEARD -> (guest.proven ? heardAgain : heard).add(guest);
            case AWAITED -> awaited.add(guest);
            case RESTING -> resting.add(guest);
            default -> {}
        }
    }

    void remove(Guest guest) {
        switch (guest.state) {
            case NEW -> silent.remove(guest);
            case HEARD -> (guest.proven ? heardAgain : heard).remove(guest);
            case AWAITED -> awaited.remove(guest);
            case RESTING -> resting.remove(guest);
            default -> {}
        }
    }

    /** How many of them could be closed: they say nothing, or what they said waits. */
    int unserved() {
        return silent.size() + heard.size() + heardAgain.size() + awaited.size() + resting.size();
    }

    /**
     * Who makes room for another: whoever keeps a request from us, who has been silent for longer than a browser is, who
     * has just come and waits for a turn; only then a connection that was answered before: one that rests, and where
     * there is nothing else, one whose request waits.
     */
    Optional<Guest> first(long nanos) {
        return Stream.of(
                        awaited.stream(),
                        silent.stream().filter(guest -> nanos - guest.since > SPEAKS_WITHIN.toNanos()),
                        heard.stream(),
                        resting.stream(),
                        silent.stream(),
                        heardAgain.stream())
                .flatMap(some -> some.limit(1))
                .findFirst();
    }
}
