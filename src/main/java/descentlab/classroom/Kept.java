package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a room: a value, from which a {@link Change} makes another. What a room shows of it is on disk.
 *
 * @param participants who has joined, those sent out too
 * @param tries what was handed in
 * @param polls all questions so far, the current one last
 * @param task what everyone tries, if anything
 * @param closed when it was closed, if it was
 * @param locked whether nobody new comes in
 * @param agenda what the teacher has prepared, if anything
 * @param journal what happened when, and what the class said of it
 */
record Kept(
        Map<ParticipantId, Participant> participants,
        Map<ParticipantId, SurfaceExperiment> tries,
        List<Poll> polls,
        Optional<TryTask> task,
        Optional<Instant> closed,
        boolean locked,
        Optional<Agenda> agenda,
        Journal journal) {

    /** Of a new room. */
    static final Kept NOTHING = new Kept(Map.of(), Map.of(), List.of(), Optional.empty(), Optional.empty(), false, Optional.empty(), Journal.NOTHING);

    Kept {
        participants = Collections.unmodifiableMap(participants);
        tries = Collections.unmodifiableMap(tries);
        polls = List.copyOf(polls);
    }

    /** The question that is not put away. */
    Optional<Poll> poll() {
        return polls.isEmpty() || polls.getLast().stage() == Poll.Stage.OVER
                ? Optional.empty()
                : Optional.of(polls.getLast());
    }

    /**
     * The question that is not put away.
     *
     * @throws ClassroomException if there is none
     */
    Poll asked() {
        return poll().orElseThrow(() -> new ClassroomException("There is no question."));
    }

    /** Whether a question keeps its run from all. */
    boolean questionHidesRun() {
        return poll().filter(Poll::hidesRun).isPresent();
    }

    /** @throws ClassroomException if the room is closed */
    void checkOpen() {
        if (closed.isPresent()) {
            throw new ClassroomException("This room is closed.");
        }
    }

    /** @throws ClassroomException if the room is closed, or they have no seat in it */
    void checkSeated(ParticipantId id) {
        checkOpen();
        Participant participant = participants.get(id);
        if (participant == null || participant.removed()) {
            throw new ClassroomException("You are not in this room any more.");
        }
    }

    /** Who somebody is here, also one who was sent out. */
    Optional<Participant> of(LearnerId learner) {
        return participants.values().stream()
                .filter(participant -> participant.learner().equals(learner))
                .findFirst();
    }

    /** The number of who joins next. */
    int nextNumber() {
        return 1 + participants.values().stream().mapToInt(Participant::number).max().orElse(0);
    }

    /** The truths of questions are not kept: one that is known already need not be computed again. */
    Kept withTruthsOf(Kept known) {
        Kept all = this;
        for (Poll poll : polls) {
            Optional<Truth> truth = known.polls().stream()
                    .filter(one -> one.number() == poll.number())
                    .findFirst()
                    .flatMap(Poll::truth);
            if (poll.truth().isEmpty() && truth.isPresent()) {
                all = all.with(poll.withTruth(truth.get()));
            }
        }
        return all;
    }

    Kept with(Participant participant) {
        return new Kept(put(participants, participant.id(), participant), tries, polls, task, closed, locked, agenda, journal);
    }

    /** Without somebody, their votes and what they tried. */
    Kept without(ParticipantId id) {
        return new Kept(
                remove(participants, id),
                remove(tries, id),
                polls.stream()
                        .map(poll -> poll.withRounds(poll.rounds().stream()
                                .map(votes -> remove(votes, id))
                                .toList()))
                        .toList(),
                task,
                closed,
                locked,
                agenda,
                journal.without(id));
    }

    Kept tried(ParticipantId id, SurfaceExperiment experiment) {
        return new Kept(participants, put(tries, id, experiment), polls, task, closed, locked, agenda, journal);
    }

    Kept withoutTries() {
        return new Kept(participants, Map.of(), polls, task, closed, locked, agenda, journal);
    }

    /** With a question that is new, or in place of its earlier self. */
    Kept with(Poll poll) {
        List<Poll> others = new ArrayList<>(polls);
        if (poll.number() <= others.size()) {
            others.set(poll.number() - 1, poll);
        } else {
            others.add(poll);
        }
        return new Kept(participants, tries, others, task, closed, locked, agenda, journal);
    }

    Kept trying(Optional<TryTask> other) {
        return new Kept(participants, tries, polls, other, closed, locked, agenda, journal);
    }

    Kept closedAt(Instant time) {
        return new Kept(participants, tries, polls, task, closed.or(() -> Optional.of(time)), locked, agenda, journal);
    }

    Kept agenda(Optional<Agenda> other) {
        return new Kept(participants, tries, polls, task, closed, locked, other, journal);
    }

    Kept locked(boolean now) {
        return new Kept(participants, tries, polls, task, closed, now, agenda, journal);
    }

    Kept journal(Journal other) {
        return new Kept(participants, tries, polls, task, closed, locked, agenda, other);
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> other = new HashMap<>(map);
        other.put(key, value);
        return other;
    }

    private static <K, V> Map<K, V> remove(Map<K, V> map, K key) {
        Map<K, V> other = new HashMap<>(map);
        other.remove(key);
        return other;
    }
}
