package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerId;
import descentlab.run.RunService.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A room as it is now, in memory. What is kept of it changes by the {@link Scribe} alone, when that is on disk; the scene
 * is changed by whoever leads, and runs ahead of the disk. All is done under its lock; who listens is told after the lock
 * is released, and asks for the {@link Board} then.
 */
public final class Room {

    private final RoomCode code;
    private final TeacherId teacher;
    private final Instant opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Topic, Set<Runnable>> listeners = new EnumMap<>(Topic.class);

    /** As it is on disk; what is shown of it is nothing else. */
    private Kept kept;
    /** Where what was tried led; computed anew after a restart. */
    private final Map<ParticipantId, Went> ways = new HashMap<>();

    // What is shown, and written when that can be.
    Scene scene;
    boolean following = true;
    boolean lobby = true;
    boolean named;
    boolean drawn = true;
    /** The race to go back to, while a training or somebody's run is shown. */
    Optional<Experiment> before = Optional.empty();

    private record Went(SurfaceExperiment experiment, Way way) {}

    private int putAways;
    private boolean unwritten;
    private final Presence presence = new Presence();
    private volatile Instant used;
    private volatile Instant writtenUse;

    /**
     * What of the scene is written.
     *
     * @param putAways how often all that was tried was put away, which is not written yet
     * @param unwritten whether the last commit failed
     */
    record Stage(Experiment led, int step, boolean following, boolean named, Instant used, int putAways, boolean unwritten) {

        boolean triesPutAway() {
            return putAways > 0;
        }
    }

    Room(RoomCode code, TeacherId teacher, Instant opened, Instant used, Scene scene, Kept kept) {
        this.code = code;
        this.teacher = teacher;
        this.opened = opened;
        this.used = used;
        this.writtenUse = used;
        this.scene = scene;
        this.kept = kept;
        for (Topic topic : Topic.values()) {
            listeners.put(topic, new CopyOnWriteArraySet<>());
        }
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

    /** The room as it is now. */
    public Board board() {
        return locked(() -> {
            List<Participant> all = kept.participants().values().stream()
                    .sorted(Comparator.comparingInt(Participant::number))
                    .toList();
            return new Board(
                    kept.closed().isEmpty(),
                    scene.led(),
                    following,
                    scene.frozen(),
                    kept.poll(),
                    kept.task(),
                    before.isPresent(),
                    named,
                    drawn,
                    all,
                    presence.connected().size(),
                    all.stream()
                            .filter(participant -> !participant.removed())
                            .flatMap(participant -> tried(participant).stream())
                            .toList(),
                    !unwritten);
        });
    }

    private Optional<Tried> tried(Participant by) {
        return Optional.ofNullable(kept.tries().get(by.id()))
                .filter(experiment -> putAways == 0)
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

    /** Has what was tried seen no more; it is forgotten when that can be written. */
    void putTriesAway() {
        if (!kept.tries().isEmpty()) {
            putAways++;
        }
    }

    /** Whether the projector shows how to join, since nothing has been led yet or the teacher wants it shown. */
    public boolean lobby() {
        return locked(() -> lobby);
    }

    /** All questions so far, the current one last. */
    public List<Poll> polls() {
        return kept().polls();
    }

    /** Whether the scene's run is kept from all: while it is asked about, or all try it themselves. Under the lock. */
    boolean hidesRun() {
        return kept.questionHidesRun() || kept.task().isPresent() && before.isEmpty();
    }

    Kept kept() {
        return locked(() -> kept);
    }

    Stage stage() {
        return locked(() ->
                new Stage(scene.led(), scene.step(), following, named, used, putAways, unwritten));
    }

    /** What a change would make of the room as it is. */
    void consider(Change change) {
        locked(() -> change.of(putAways > 0 ? kept.withoutTries() : kept));
    }

    /** What a change makes of what will be kept. */
    Change.Next consider(Change change, Kept from) {
        return locked(() -> change.of(from));
    }

    /**
     * Shows what is on disk now.
     *
     * @param written of the scene
     * @param shown what else becomes of the scene
     * @return whether all of the scene is on disk
     */
    boolean publish(Stage written, Kept now, List<Runnable> shown, Set<Topic> topics) {
        boolean all = locked(() -> {
            kept = now;
            putAways -= written.putAways();
            writtenUse = written.used();
            unwritten = false;
            ways.keySet().retainAll(now.tries().keySet());
            shown.forEach(Runnable::run);
            changed.signalAll();
            return scene.led().equals(written.led())
                    && scene.step() == written.step()
                    && following == written.following()
                    && named == written.named()
                    && putAways == 0;
        });
        topics.forEach(this::tell);
        return all;
    }

    /**
     * Notes that the room could not be written.
     *
     * @return whether that is news
     */
    boolean unwritten() {
        boolean news = locked(() -> {
            boolean before = unwritten;
            unwritten = true;
            return !before;
        });
        if (news) {
            tell(Topic.CLASS);
        }
        return news;
    }

    /** Who somebody is in this room. */
    public Optional<Participant> participant(LearnerId learner) {
        return locked(() -> kept.participants().values().stream()
                .filter(participant -> participant.learner().equals(learner))
                .findFirst());
    }

    /** Participants who are connected. */
    public Set<ParticipantId> connected() {
        return presence.connected();
    }

    /** What everyone's screen shows now. */
    public Scene scene() {
        return locked(() -> scene);
    }

    /**
     * The scene, once it is newer than a revision or the room is closed.
     *
     * @return nothing if neither came in time
     */
    Optional<Scene> awaitScene(long seen, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (scene.revision() <= seen && kept.closed().isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return scene.revision() > seen ? Optional.of(scene) : Optional.empty();
        } finally {
            lock.unlock();
        }
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
        boolean taken = presence.connect(participant, most);
        use();
        tell(Topic.CLASS);
        return taken;
    }

    void disconnect(ParticipantId participant) {
        presence.disconnect(participant);
        tell(Topic.CLASS);
    }

    /** Does something to the room under its lock, wakes the readers of its stream, and tells its listeners. */
    <T> T change(Topic topic, Supplier<T> change) {
        T result = locked(() -> {
            T done = change.get();
            changed.signalAll();
            return done;
        });
        tell(topic);
        return result;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Topic topic) {
        listeners.get(topic).forEach(Runnable::run);
        if (topic == Topic.BOARD) {
            listeners.get(Topic.CLASS).forEach(Runnable::run);
        }
    }

    /**
     * Asks to be told of changes. The listener must not wait: it is run by whoever changed the room.
     *
     * @return how to stop that
     */
    public Runnable listen(Topic topic, Runnable listener) {
        listeners.get(topic).add(listener);
        return () -> listeners.get(topic).remove(listener);
    }

    /** Listeners of all topics together. */
    int listeners() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }
}
