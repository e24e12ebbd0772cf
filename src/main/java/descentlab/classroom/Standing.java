package descentlab.classroom;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** How this server stands to a room: whether it leads it, and what was heard of who does. What changes does so under the room's lock. */
final class Standing {

    /** Of a server that does not lead: nothing is written in it. */
    static final long NO_EPOCH = -1;

    private static final int MOST_DONE = 10_000;

    /** Who leads tells of it each second; that its lease is over is known to the database alone. */
    private static final Duration SILENCE = Duration.ofMillis(1500);

    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Object claiming = new Object();
    private final AtomicBoolean reading = new AtomicBoolean();
    /** What was done lately of that which may be asked for again. */
    private final Set<UUID> done = new LinkedHashSet<>();

    /** Null while another server leads it. */
    private volatile Leadership leadership;

    private volatile long heard = System.nanoTime();
    private volatile Consumer<List<Command.Keeping>> announcer = did -> {};
    /** The latest that is known. */
    private long epoch;

    /** Whether this server leads it just now. */
    boolean leads() {
        Leadership now = leadership;
        return now != null && now.holds();
    }

    /** Its lead, which may be over. */
    Optional<Leadership> leadership() {
        return Optional.ofNullable(leadership);
    }

    /** Of its lead; {@link #NO_EPOCH} if it has none. */
    long writes() {
        Leadership now = leadership;
        return now == null ? NO_EPOCH : now.epoch();
    }

    long epoch() {
        return epoch;
    }

    /** Held by who claims it. */
    Object claiming() {
        return claiming;
    }

    /** @param told of each change, with what was kept by it */
    void lead(Leadership mine, Collection<UUID> doneBefore, Consumer<List<Command.Keeping>> told) {
        done.clear();
        done.addAll(doneBefore);
        epoch = mine.epoch();
        leadership = mine;
        announcer = told;
    }

    /** Goes on leading, unless it leads no more. */
    void renew(long until) {
        leadership = leadership == null ? null : leadership.until(until);
    }

    void follow() {
        leadership = null;
        announcer = did -> {};
    }

    /** Tells those that follow, if this server leads; not under the room's lock. */
    void announce(List<Command.Keeping> did) {
        announcer.accept(did);
    }

    boolean believes(News news) {
        return news.epoch() > epoch || news.epoch() == epoch && leadership == null;
    }

    void heard(News news) {
        epoch = news.epoch();
        heard = System.nanoTime();
    }

    /** Whether nothing was heard for long from who leads it. */
    boolean isOrphaned() {
        return !leads() && System.nanoTime() - heard > SILENCE.toNanos();
    }

    /** Whether nothing is heard of it any more. */
    boolean isSilent() {
        return !leads() && System.nanoTime() - heard > FORGOTTEN.toNanos();
    }

    /** Whether nobody reads it from the disk yet. */
    boolean beginReading() {
        return reading.compareAndSet(false, true);
    }

    void endReading() {
        reading.set(false);
    }

    /** Whether something was done already that is asked for again. */
    boolean wasDone(UUID id) {
        return done.contains(id);
    }

    void done(Set<UUID> ids) {
        done.addAll(ids);
        for (Iterator<UUID> oldest = done.iterator(); done.size() > MOST_DONE; ) {
            oldest.next();
            oldest.remove();
        }
    }
}
