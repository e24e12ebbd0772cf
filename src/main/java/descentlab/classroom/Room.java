package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.cluster.ServerId;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerId;
import descentlab.run.RunService.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A room as it is now, in memory, on the server that leads it and on those that follow. What is kept of it changes by the
 * {@link Scribe} alone, when that is on disk; the scene is changed by whoever leads, and runs ahead of the disk. All is
 * done under its lock; who listens is told after the lock is released, and asks for the {@link Board} then.
 */
public final class Room {

    private static final long NO_COMMITS = -1;

    private final RoomCode code;
    private final TeacherId teacher;
    private final Instant opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final RoomListeners listeners = new RoomListeners();
    private final Presence presence = new Presence();
    private final Standing standing = new Standing();

    /** As it is on disk, after that many commits; what is shown of it is nothing else. */
    private Kept kept;

    private long number;
    private Shown shown;
    /** After how many commits that is shown: the lead may end between a commit and what it has shown. */
    private long shownAfter = NO_COMMITS;
    /** Where what was tried led; computed anew after a restart. */
    private final Map<ParticipantId, Went> ways = new HashMap<>();

    private boolean unwritten;

    /** As it was last asked for; null if something has changed since. A class asks all at once. */
    private Board board;

    private volatile Instant used;
    private volatile Instant writtenUse;

    private record Went(SurfaceExperiment experiment, Way way) {}

    /**
     * What of the room is written beside what is kept.
     *
     * @param number of commits before
     * @param epoch in which that is written
     * @param unwritten whether the last commit failed
     */
    record Stage(Shown shown, Instant used, long number, long epoch, boolean unwritten) {

        boolean triesPutAway() {
            return shown.putAways() > 0;
        }

        /** The same, after so many commits. */
        Stage after(long commits) {
            return new Stage(shown, used, commits, epoch, unwritten);
        }
    }

    Room(RoomCode code, TeacherId teacher, Instant opened, Instant used, Shown shown, Kept kept, long number) {
        this.code = code;
        this.teacher = teacher;
        this.opened = opened;
        this.used = used;
        this.writtenUse = used;
        this.shown = shown;
        this.kept = kept;
        this.number = number;
    }

    public RoomCode code() {
        return code;
    }

    /** Who leads it. */
    public TeacherId teacher() {
        return teacher;
    }

    public Instant opened() {
        return opened;
    }

    /** When somebody last did something in it. */
    public Instant used() {
        return used;
    }

    boolean useIsWritten() {
        return used.equals(writtenUse);
    }

    void use() {
        used = Instant.now();
    }

    // Who leads it

    /** Whether this server leads it just now. */
    boolean isLed() {
        return standing.leads();
    }

    /** The latest that is known here. */
    long epoch() {
        return locked(standing::epoch);
    }

    /** How this server stands to it. */
    Standing standing() {
        return standing;
    }

    /** Whether something was done already that is asked for again. */
    boolean wasDone(UUID id) {
        return locked(() -> standing.wasDone(id));
    }

    /**
     * Has this server lead it from what is on disk.
     *
     * @param announcer told after each change, without the lock, with what was kept by it
     */
    void lead(
            Leadership mine,
            RoomLoader.Loaded onDisk,
            UnaryOperator<Shown> next,
            Consumer<List<Command.Keeping>> announcer) {
        changing(() -> {
            kept = onDisk.kept().withTruthsOf(kept);
            number = onDisk.commits();
            shown = next.apply(shown).after(shown);
            shownAfter = number;
            unwritten = false;
            standing.lead(mine, onDisk.done(), announcer);
            changed.signalAll();
            return null;
        });
        listeners.tell(Topic.BOARD);
        standing.announce(List.of());
    }

    /** Whether it is known what it shows: somebody leads it, or did so while it was in this memory. */
    boolean isHeardOf() {
        return !shown().scene().run().isEmpty();
    }

    /** Whether it is in use here, and nothing was heard for long from who leads it. */
    boolean isOrphaned() {
        return standing.isOrphaned() && isHeardOf() && (listeners() > 0 || !connectedHere().isEmpty());
    }

    /** Goes on leading, unless it leads no more. */
    void renew(long until) {
        locked(() -> {
            standing.renew(until);
            return null;
        });
    }

    /** Leads no more. */
    void follow() {
        locked(() -> {
            standing.follow();
            return null;
        });
    }

    /** What is told to those that follow. */
    News news(List<Command.Keeping> done) {
        return locked(() -> new News(code, standing.epoch(), number, done, shown, !unwritten));
    }

    /**
     * Takes what is told by who leads.
     *
     * @return false if it tells of more than is known here: then the disk is to be read
     */
    boolean hear(News news) {
        List<Topic> topics = new ArrayList<>();
        boolean whole = changing(() -> {
            if (!standing.believes(news)) {
                return true;
            }
            boolean another = news.epoch() > standing.epoch();
            if (standing.leadership().isPresent()) {
                standing.follow(); // another server has claimed it, and the disk is right
                number = NO_COMMITS;
            }
            standing.heard(news);
            if (another || news.shown().turn() > shown.turn()) {
                topics.add(shown.topic(news.shown()));
                shown = news.shown();
            }
            shownAfter = news.number();
            if (unwritten == news.written()) {
                unwritten = !news.written();
                topics.add(Topic.CLASS);
            }
            if (news.number() == number + 1 && !news.done().isEmpty()) {
                topics.addAll(doneAgain(news));
            }
            changed.signalAll();
            return news.number() <= number;
        });
        topics.stream().distinct().forEach(listeners::tell);
        return whole;
    }

    /** Does what another server has done. */
    private List<Topic> doneAgain(News news) {
        Kept next = kept;
        try {
            for (Command.Keeping command : news.done()) {
                next = command.of(next);
            }
        } catch (ClassroomException differs) {
            return List.of(); // what is known here is not what is known there: the disk is to be read
        }
        kept = next;
        number = news.number();
        ways.keySet().retainAll(kept.tries().keySet());
        return news.done().stream().map(Command.Keeping::topic).toList();
    }

    /** Takes what was read from the disk, if that is newer. */
    void read(Kept onDisk, long commits) {
        boolean newer = changing(() -> {
            boolean is = commits > number && standing.leadership().isEmpty();
            if (is) {
                kept = onDisk.withTruthsOf(kept);
                number = commits;
                ways.keySet().retainAll(kept.tries().keySet());
                changed.signalAll();
            }
            return is;
        });
        if (newer) {
            listeners.tell(Topic.BOARD);
        }
    }

    /**
     * Waits until so many commits are known here.
     *
     * @return whether they are
     */
    boolean await(long commits, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (number < commits && left > 0) {
                left = changed.awaitNanos(left);
            }
            return number >= commits;
        } finally {
            lock.unlock();
        }
    }

    /** Whether what is shown is what so many commits have shown. */
    boolean isShownAfter(long commits) {
        return locked(() -> shownAfter == commits);
    }

    /** The room as it is now. */
    public Board board() {
        return locked(() -> {
            if (board == null) {
                board = look();
            }
            return board;
        });
    }

    private Board look() {
        List<Participant> all = kept.participants().values().stream()
                .sorted(Comparator.comparingInt(Participant::number))
                .toList();
        return new Board(
                kept.closed().isEmpty(),
                kept.locked(),
                shown.scene().led(),
                shown.following(),
                shown.scene().frozen(),
                kept.poll(),
                kept.poll().filter(Poll::votesShown).map(Poll::tally),
                kept.task(),
                shown.before().isPresent(),
                shown.named(),
                shown.drawn(),
                all,
                presence.connected().size(),
                all.stream()
                        .filter(participant -> !participant.removed())
                        .flatMap(participant -> tried(participant).stream())
                        .toList(),
                !unwritten,
                kept.agenda(),
                shown.countdown(),
                shown.visit(),
                shown.wall(),
                kept.journal());
    }

    private Optional<Tried> tried(Participant by) {
        return Optional.ofNullable(kept.tries().get(by.id()))
                .filter(experiment -> shown.putAways() == 0)
                .map(experiment -> new Tried(
                        by,
                        experiment,
                        Optional.ofNullable(ways.get(by.id()))
                                .filter(known -> known.experiment().equals(experiment))
                                .map(Went::way)));
    }

    /** Keeps where something that was tried led, until its participant tries something else. */
    void way(ParticipantId by, SurfaceExperiment tried, Way way) {
        change(Topic.CLASS, () -> ways.put(by, new Went(tried, way)));
    }

    /** Whose way is not known of those who tried something. */
    Map<ParticipantId, SurfaceExperiment> wayless() {
        return locked(() -> {
            Map<ParticipantId, SurfaceExperiment> left = new HashMap<>(kept.tries());
            ways.forEach((id, went) -> left.remove(id, went.experiment()));
            return left;
        });
    }

    /** Whether something is not known yet that follows from what is kept. */
    boolean isUnworked() {
        return locked(() -> !wayless().isEmpty() || kept.polls().stream().anyMatch(Poll::lacksTruth));
    }

    /** Notes what a question's race really did. */
    void truth(int poll, Truth truth) {
        change(Topic.BOARD, () -> {
            kept = kept.withTruthsOf(new Kept(
                    Map.of(),
                    Map.of(),
                    kept.polls().stream()
                            .filter(one -> one.number() == poll)
                            .map(one -> one.withTruth(truth))
                            .toList(),
                    Optional.empty(),
                    Optional.empty(),
                    kept.locked(),
                    Optional.empty(),
                    Journal.NOTHING));
            return null;
        });
    }

    /** Whether the projector shows how to join, since nothing has been led yet or the teacher wants it shown. */
    public boolean lobby() {
        return locked(() -> shown.lobby());
    }

    /** All questions so far, the current one last. */
    public List<Poll> polls() {
        return kept().polls();
    }

    /** What happened when, and what the class said of it. */
    public Journal journal() {
        return kept().journal();
    }

    /** Whether the scene's run is kept from all: while it is asked about, or all try it themselves. Under the lock. */
    boolean hidesRun() {
        return kept.questionHidesRun() || kept.task().isPresent() && shown.before().isEmpty();
    }

    Kept kept() {
        return locked(() -> kept);
    }

    Shown shown() {
        return locked(() -> shown);
    }

    Stage stage() {
        return locked(() -> new Stage(shown, used, number, standing.writes(), unwritten));
    }

    /** What a change would make of the room as it is. */
    void consider(Change change) {
        locked(() -> change.of(shown.putAways() > 0 ? kept.withoutTries() : kept));
    }

    /** What a change makes of what will be kept. */
    Change.Next consider(Change change, Kept from) {
        return locked(() -> change.of(from));
    }

    /**
     * Shows what is on disk now.
     *
     * @param written what was written of the room
     * @param did by which commands it became that
     * @param ids of those of them that may be asked for again
     * @param then what else becomes of what is shown
     * @return whether all that is shown is on disk
     */
    boolean publish(
            Stage written,
            Kept now,
            List<Command.Keeping> did,
            Set<UUID> ids,
            List<UnaryOperator<Shown>> then,
            Set<Topic> topics) {
        boolean all = changing(() -> {
            if (standing.writes() != written.epoch()) {
                return true; // written at the last moment: who leads by now has read it
            }
            standing.done(ids);
            kept = now.withTruthsOf(kept);
            number = written.number() + 1;
            shownAfter = number;
            if (written.triesPutAway()) {
                shown = shown.putAways(shown.putAways() - written.shown().putAways());
            }
            writtenUse = written.used();
            unwritten = false;
            ways.keySet().retainAll(now.tries().keySet());
            for (UnaryOperator<Shown> each : then) {
                shown = each.apply(shown);
            }
            changed.signalAll();
            Shown before = written.shown();
            return shown.scene().led().equals(before.scene().led())
                    && shown.scene().step() == before.scene().step()
                    && shown.following() == before.following()
                    && shown.named() == before.named()
                    && shown.putAways() == 0;
        });
        topics.forEach(listeners::tell);
        standing.announce(did);
        return all;
    }

    /**
     * Notes that the room could not be written.
     *
     * @return whether that is news
     */
    boolean unwritten() {
        boolean news = changing(() -> {
            boolean before = unwritten;
            unwritten = true;
            return !before;
        });
        if (news) {
            listeners.tell(Topic.CLASS);
            standing.announce(List.of());
        }
        return news;
    }

    /** Who somebody is in this room. */
    public Optional<Participant> participant(LearnerId learner) {
        return locked(() -> kept.of(learner));
    }

    /** Participants who are connected, to whichever server. */
    public Set<ParticipantId> connected() {
        return presence.connected();
    }

    /** Those who are connected to this one. */
    Set<ParticipantId> connectedHere() {
        return presence.here();
    }

    /** Those who are connected to this one, if that has changed since it was asked. */
    Optional<Set<ParticipantId>> presenceToTell() {
        return presence.toTell();
    }

    /** Notes who is connected to another server. */
    void connected(ServerId server, Set<ParticipantId> there) {
        if (changing(() -> presence.there(server, there))) {
            listeners.tell(Topic.CLASS);
        }
    }

    /** Forgets who was connected to other servers than those. */
    void retain(Set<ServerId> servers) {
        if (changing(() -> presence.retain(servers))) {
            listeners.tell(Topic.CLASS);
        }
    }

    /** What everyone's screen shows now. */
    public Scene scene() {
        return locked(() -> shown.scene());
    }

    /**
     * What is shown, once its scene is newer than a revision, its ink is of another one, or the room is closed.
     *
     * @return nothing if none of it came in time
     */
    Optional<Shown> awaitShown(long scene, long ink, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (!isNews(scene, ink) && kept.closed().isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isNews(scene, ink) ? Optional.of(shown) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Ink may count anew, as where another server leads that had not heard of it. */
    private boolean isNews(long scene, long ink) {
        return shown.scene().revision() > scene || shown.ink().revision() != ink;
    }

    /** Whether somebody has a seat and was not sent out. */
    boolean seats(ParticipantId participant) {
        return locked(() ->
                kept.participants().containsKey(participant)
                        && !kept.participants().get(participant).removed());
    }

    boolean isClosed() {
        return locked(() -> kept.closed().isPresent());
    }

    /**
     * Notes that a participant reads along; to be taken back by {@link #disconnect}.
     *
     * @return false, and nothing noted, if they do so more than {@code most} times already
     */
    boolean connect(ParticipantId participant, int most) {
        boolean taken = changing(() -> presence.connect(participant, most));
        use();
        listeners.tell(Topic.CLASS);
        return taken;
    }

    void disconnect(ParticipantId participant) {
        changing(() -> {
            presence.disconnect(participant);
            return null;
        });
        listeners.tell(Topic.CLASS);
    }

    /** Has something else shown, and tells those that follow. */
    void show(Topic topic, UnaryOperator<Shown> next) {
        change(topic, () -> shown = next.apply(shown));
        standing.announce(List.of());
    }

    /** Does something to the room under its lock, wakes the readers of its stream, and tells its listeners. */
    private <T> T change(Topic topic, Supplier<T> change) {
        T result = changing(() -> {
            T done = change.get();
            changed.signalAll();
            return done;
        });
        listeners.tell(topic);
        return result;
    }

    /** Does under the lock what makes another board. */
    private <T> T changing(Supplier<T> work) {
        return locked(() -> {
            try {
                return work.get();
            } finally {
                board = null;
            }
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks to be told of changes. The listener must not wait: it is run by whoever changed the room.
     *
     * @return how to stop that
     */
    public Runnable listen(Topic topic, Runnable listener) {
        return listeners.listen(topic, listener);
    }

    /** Listeners of all topics together. */
    int listeners() {
        return listeners.count();
    }
}
