package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A room as it is now, in memory. Only this package changes it, always under its lock; who listens is told after the
 * lock is released, and asks for the {@link Board} then.
 */
public final class Room {

    private static final int BURST = 40;
    private static final double PER_SECOND = 10;

    private final RoomCode code;
    private final TeacherId teacher;
    private final Instant opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Topic, Set<Runnable>> listeners = new EnumMap<>(Topic.class);

    final Map<ParticipantId, Participant> participants = new LinkedHashMap<>();
    final Map<ParticipantId, Tried> tries = new HashMap<>();
    final List<Poll> polls = new ArrayList<>();
    Scene scene;
    boolean following = true;
    boolean lobby = true;
    boolean named;
    boolean drawn = true;
    Optional<TryTask> task = Optional.empty();
    Optional<Instant> closed = Optional.empty();
    /** The race to go back to, while a training or somebody's run is shown. */
    Optional<Led> before = Optional.empty();
    private final Map<ParticipantId, Integer> connections = new HashMap<>();
    private final Map<ParticipantId, Allowance> allowances = new HashMap<>();
    private volatile Instant used;

    Room(RoomCode code, TeacherId teacher, Instant opened, Instant used, Scene scene) {
        this.code = code;
        this.teacher = teacher;
        this.opened = opened;
        this.used = used;
        this.scene = scene;
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

    void use() {
        used = Instant.now();
    }

    /** The room as it is now. */
    public Board board() {
        return locked(() -> {
            List<Participant> all = participants.values().stream()
                    .sorted(Comparator.comparingInt(Participant::number))
                    .toList();
            return new Board(
                    closed.isEmpty(),
                    scene.led(),
                    following,
                    scene.frozen(),
                    poll(),
                    task,
                    before.isPresent(),
                    named,
                    drawn,
                    all,
                    connections.size(),
                    all.stream()
                            .filter(participant -> !participant.removed())
                            .map(participant -> tries.get(participant.id()))
                            .filter(tried -> tried != null)
                            .toList());
        });
    }

    /** Whether the projector shows how to join, since nothing has been led yet or the teacher wants it shown. */
    public boolean lobby() {
        return locked(() -> lobby);
    }

    /** All questions so far, the current one last. */
    public List<Poll> polls() {
        return locked(() -> List.copyOf(polls));
    }

    /** Whether the scene's run is kept from all: while it is asked about, or all try it themselves. Under the lock. */
    boolean hidesRun() {
        return poll().filter(Poll::hidesRun).isPresent() || task.isPresent() && before.isEmpty();
    }

    /** The question that is not put away; under the lock. */
    Optional<Poll> poll() {
        return polls.isEmpty() || polls.getLast().stage() == Poll.Stage.OVER
                ? Optional.empty()
                : Optional.of(polls.getLast());
    }

    /** Who somebody is in this room. */
    public Optional<Participant> participant(LearnerId learner) {
        return locked(() -> participants.values().stream()
                .filter(participant -> participant.learner().equals(learner))
                .findFirst());
    }

    /** Participants who are connected. */
    public Set<ParticipantId> connected() {
        return locked(() -> Set.copyOf(connections.keySet()));
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
            while (scene.revision() <= seen && closed.isEmpty() && left > 0) {
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
                participants.containsKey(participant) && !participants.get(participant).removed());
    }

    boolean isClosed() {
        return locked(closed::isPresent);
    }

    /**
     * Notes that a participant reads along; to be taken back by {@link #disconnect}.
     *
     * @return false, and nothing noted, if they do so more than {@code most} times already
     */
    boolean connect(ParticipantId participant, int most) {
        boolean taken = locked(() -> {
            int count = connections.getOrDefault(participant, 0);
            if (count < most) {
                connections.put(participant, count + 1);
            }
            return count < most;
        });
        use();
        tell(Topic.CLASS);
        return taken;
    }

    void disconnect(ParticipantId participant) {
        locked(() -> connections.computeIfPresent(participant, (id, count) -> count == 1 ? null : count - 1));
        tell(Topic.CLASS);
    }

    /** Whether somebody may do one thing more just now: in bursts as a hand works, not at a program's pace. */
    boolean allows(ParticipantId participant) {
        return locked(() -> allowances
                .computeIfAbsent(participant, key -> new Allowance(BURST, PER_SECOND, InstantSource.system()))
                .take());
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
