package descentlab.progress;

import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * What learners have done. Every change locks its learner first, so that two tabs' changes come one after the other;
 * when a method returns, what it did is on disk. What reads throws {@link UnreadableException} if it cannot.
 */
@Service
public class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    /** Most answers of a learner that are kept: far more than a course takes, few enough for a disk. */
    static final int MOST_ATTEMPTS = 20_000;

    /** For how long forgetting can be taken back. */
    public static final Duration UNDO = Duration.ofMinutes(1);

    private static final Allowance PACE = new Allowance("answers of a learner", 60, 1);

    /** Some classes behind one address at once, then a class an hour and a half. */
    private static final Allowance NEW_LEARNERS = new Allowance("new learners of a client", 400, 1 / 30.0);

    /**
     * Everything of a learner, to take away.
     *
     * @param parts how far the learner is
     * @param attempts all answers, in order
     * @param explanations what they wrote in their own words
     * @param experiments what they keep in their notebook
     */
    public record Export(
            List<ExportedPart> parts,
            List<ExportedAttempt> attempts,
            List<ExportedExplanation> explanations,
            List<ExportedExperiment> experiments) {

        static final Export NOTHING = new Export(List.of(), List.of(), List.of(), List.of());
    }

    /** A part in an export. */
    public record ExportedPart(
            String exercise, String part, String status, int hints, int attempts, Instant changed) {}

    /** An answer in an export. */
    public record ExportedAttempt(String exercise, String part, List<String> answer, boolean solved, Instant made) {}

    /** What was written of a part, in an export. */
    public record ExportedExplanation(String exercise, String part, String words, Instant written) {}

    /** A kept experiment in an export; its picture is a data: address, or empty. */
    public record ExportedExperiment(String link, String name, String note, String picture, Instant kept) {}

    private final ProgressStore store;
    private final NotebookStore notebook;
    private final LearnerWrites writes;
    private final Counters counters;

    Progress(
            ProgressStore store, NotebookStore notebook, PlatformTransactionManager transactions, Counters counters) {
        this.store = store;
        this.notebook = notebook;
        this.writes = new LearnerWrites(store, transactions);
        this.counters = counters;
    }

    /**
     * Writes something else of a learner, who is known from then on; it is forgotten with the learner if its table refers to
     * them so.
     *
     * @throws NotKeptException if nothing was written
     */
    public <T> T writing(LearnerToken learner, Supplier<T> work) {
        return writes.of(learner.id(), work);
    }

    /** Whether anything is stored of a learner. */
    public boolean knows(LearnerToken learner) {
        return read(() -> store.knows(learner.id()));
    }

    /** How far the learner is with the parts of an exercise, by part; parts not begun are missing. */
    public Map<String, PartProgress> of(LearnerToken learner, String exercise) {
        Map<String, PartProgress> progress = new HashMap<>();
        read(() -> store.parts(learner.id(), exercise))
                .forEach(state -> progress.put(state.part(), state.progress()));
        return progress;
    }

    /** How far the learner is, by exercise and part. */
    public Map<String, Map<String, PartProgress>> of(LearnerToken learner) {
        Map<String, Map<String, PartProgress>> progress = new HashMap<>();
        read(() -> store.parts(List.of(learner.id())))
                .forEach(state -> progress
                        .computeIfAbsent(state.exercise(), key -> new HashMap<>())
                        .put(state.part(), state.progress()));
        return progress;
    }

    /**
     * How far somebody is, for whoever leads them.
     *
     * @param solved parts that are solved
     * @param shown parts whose solution was shown before
     * @param latest the part they last did something with, if any
     */
    public record Standing(int solved, int shown, int attempts, int hints, Optional<Latest> latest) {

        /** Of somebody who has done nothing yet. */
        public static final Standing NOTHING = new Standing(0, 0, 0, 0, Optional.empty());
    }

    /** The part that somebody last did something with. */
    public record Latest(String exercise, String part, Instant when) {}

    /** An answer that was wrong, and how many gave it. */
    public record WrongAnswer(String exercise, String part, String answer, int learners) {}

    /**
     * How some learners stand at a part of an exercise.
     *
     * @param tried how many have answered it
     * @param solved how many of them have solved it
     * @param wrong what was answered wrongly, each answer of a learner once
     */
    public record AtPart(int tried, int solved, List<Wrong> wrong) {

        /** Where nobody has answered anything. */
        public static final AtPart NOTHING = new AtPart(0, 0, List.of());

        public AtPart {
            wrong = List.copyOf(wrong);
        }
    }

    /** What somebody answered wrongly, as text. */
    public record Wrong(LearnerId learner, String answer) {}

    /**
     * How some learners stand at a part, whenever they tried it.
     *
     * @param since wrong answers from before that are left out
     */
    public AtPart at(Collection<LearnerId> some, String exercise, String part, Instant since) {
        if (some.isEmpty()) {
            return AtPart.NOTHING;
        }
        List<String> learners = some.stream().map(LearnerId::value).toList();
        List<PartState> states = read(() -> store.parts(learners, exercise, part)).stream()
                .filter(state -> state.attempts() > 0)
                .toList();
        List<Wrong> wrong = read(() -> store.wrongSince(learners, since)).stream()
                .filter(attempt -> attempt.exercise().equals(exercise) && attempt.part().equals(part))
                .map(attempt -> new Wrong(new LearnerId(attempt.learner()), attempt.answer()))
                .distinct()
                .toList();
        int solved = (int) states.stream().filter(state -> state.progress().solved()).count();
        return new AtPart(states.size(), solved, wrong);
    }

    /** How far each of them is; who has done nothing yet is missing. */
    public Map<LearnerId, Standing> standings(Collection<LearnerId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        Map<LearnerId, Standing> standings = new HashMap<>();
        read(() -> store.parts(some.stream().map(LearnerId::value).toList()))
                .forEach(state -> standings.merge(new LearnerId(state.learner()), of(state), Progress::together));
        return standings;
    }

    private static Standing of(PartState state) {
        return new Standing(
                state.status() == PartProgress.Status.SOLVED ? 1 : 0,
                state.status() == PartProgress.Status.SHOWN ? 1 : 0,
                state.attempts(),
                state.hints(),
                Optional.of(new Latest(state.exercise(), state.part(), state.changed())));
    }

    private static Standing together(Standing one, Standing other) {
        Latest a = one.latest().orElseThrow();
        Latest b = other.latest().orElseThrow();
        return new Standing(
                one.solved() + other.solved(),
                one.shown() + other.shown(),
                one.attempts() + other.attempts(),
                one.hints() + other.hints(),
                Optional.of(a.when().isAfter(b.when()) ? a : b));
    }

    /** What some learners have answered wrongly since, the answers that most of them gave first. */
    public List<WrongAnswer> wrongAnswers(Collection<LearnerId> some, Instant since, int most) {
        if (some.isEmpty()) {
            return List.of();
        }
        Map<List<String>, Set<String>> givers = new LinkedHashMap<>();
        read(() -> store.wrongSince(some.stream().map(LearnerId::value).toList(), since))
                .forEach(attempt -> givers.computeIfAbsent(
                                List.of(attempt.exercise(), attempt.part(), attempt.answer()), key -> new HashSet<>())
                        .add(attempt.learner()));
        return givers.entrySet().stream()
                .map(entry -> new WrongAnswer(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue().size()))
                .sorted(Comparator.comparingInt(WrongAnswer::learners).reversed())
                .limit(most)
                .toList();
    }

    /**
     * Keeps an answer that was judged.
     *
     * @param submission the same if the same answer is sent again, which then changes nothing
     * @param reached what the answer makes of the part, unless that is done already
     * @throws TooManyAttemptsException if the learner has more than enough of them already
     * @throws NotKeptException if nothing was kept
     */
    public PartProgress attempt(
            LearnerToken learner,
            String exercise,
            String part,
            UUID submission,
            String answer,
            PartProgress.Status reached) {
        return change(learner, exercise, part, state -> {
            String key = submission.toString();
            if (store.knows(learner.id(), key)) {
                return state;
            }
            int before = store.attempts(learner.id());
            if (before >= MOST_ATTEMPTS) {
                throw new TooManyAttemptsException();
            }
            store.insert(
                    before + 1,
                    new Attempt(
                            learner.id(),
                            exercise,
                            part,
                            key,
                            answer,
                            reached == PartProgress.Status.SOLVED,
                            Instant.now()));
            return state.attempted(answer, reached);
        });
    }

    /**
     * Keeps that a learner has seen so many of the hints.
     *
     * @throws NotKeptException if nothing was kept
     */
    public PartProgress hint(LearnerToken learner, String exercise, String part, int count) {
        return change(learner, exercise, part, state -> state.hinted(count));
    }

    /**
     * Keeps that a learner was shown the solution.
     *
     * @throws NotKeptException if nothing was kept
     */
    public PartProgress giveUp(LearnerToken learner, String exercise, String part) {
        return change(learner, exercise, part, PartState::givenUp);
    }

    /**
     * Lets a learner write: one of whom something is kept at a hand's pace, and new ones of a client not without end.
     *
     * @throws TooManyAttemptsException if it is too much
     * @throws NotKeptException if that cannot be told
     */
    public void admit(LearnerToken learner, Client client) {
        counters.take(PACE, learner.id()).ifPresent(wait -> {
            Refusal.ATTEMPT.count();
            throw new TooManyAttemptsException("You have sent more than " + PACE.atOnce()
                    + " answers in a short time. Wait a moment; one a second is taken.");
        });
        if (!LearnerWrites.written(() -> store.knows(learner.id()))) {
            counters.take(NEW_LEARNERS, client).ifPresent(wait -> {
                Refusal.LEARNER.count();
                throw new TooManyAttemptsException("More than " + NEW_LEARNERS.atOnce() + " new learners came from your"
                        + " address, " + client + ", in a short time. Try again in " + (wait.toSeconds() + 1)
                        + " seconds.");
            });
        }
    }

    private PartProgress change(
            LearnerToken learner, String exercise, String part, UnaryOperator<PartState> change) {
        String id = learner.id();
        return writes.of(id, () -> {
            PartState before = store.part(id, exercise, part).orElseGet(() -> PartState.initial(id, exercise, part));
            PartState after = change.apply(before);
            if (after != before) {
                store.save(after);
            }
            return after.progress();
        });
    }

    /** What a learner wrote of a part. */
    public OwnWords explanation(LearnerToken learner, String exercise, String part) {
        return read(() -> store.explanation(learner.id(), exercise, part)).orElse(OwnWords.NONE);
    }

    /**
     * Keeps what a learner writes of a part, in place of what they wrote of it before.
     *
     * @return what was there before
     * @throws NotKeptException if nothing was kept
     */
    public OwnWords explain(LearnerToken learner, String exercise, String part, OwnWords words) {
        String id = learner.id();
        return writes.of(id, () -> {
            OwnWords before = store.explanation(id, exercise, part).orElse(OwnWords.NONE);
            store.explain(new Explanation(id, exercise, part, words, Instant.now()));
            return before;
        });
    }

    private static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException failed) {
            throw new UnreadableException(failed);
        }
    }

    /**
     * Forgets everything of a learner: from now on nothing of it is read, and it is deleted once it can no longer be
     * {@linkplain #remember remembered}.
     *
     * @throws NotKeptException if nothing was forgotten
     */
    public void forget(LearnerToken learner) {
        LearnerWrites.written(() -> writes.together(() -> {
            store.forget(learner.id(), Instant.now());
            return null;
        }));
    }

    /**
     * Takes back that a learner was forgotten, for {@link #UNDO} and as long as they have done nothing since.
     *
     * @return whether everything is there again
     * @throws NotKeptException if that could not be done
     */
    public boolean remember(LearnerToken learner) {
        return LearnerWrites.written(
                () -> writes.together(() -> store.remember(learner.id(), Instant.now().minus(UNDO))));
    }

    /** Deletes what was forgotten so long ago that it cannot be remembered; soon after that time, and after a start. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void deleteForgotten() {
        try {
            deleteForgotten(Instant.now().minus(UNDO));
        } catch (DataAccessException | TransactionException failed) {
            // When the database is back it is done; that it is away is told by who watches it.
            LOG.debug("What is to be forgotten could not be deleted yet", failed);
        }
    }

    void deleteForgotten(Instant by) {
        writes.together(() -> {
            store.deleteForgotten(by);
            return null;
        });
    }

    /** Everything that is kept of a learner. */
    public Export export(LearnerToken learner) {
        return new Export(
                read(() -> store.parts(List.of(learner.id()))).stream()
                        .map(state -> new ExportedPart(
                                state.exercise(),
                                state.part(),
                                state.status().name().toLowerCase(),
                                state.hints(),
                                state.attempts(),
                                state.changed()))
                        .toList(),
                read(() -> store.attemptsOf(learner.id())).stream()
                        .map(attempt -> new ExportedAttempt(
                                attempt.exercise(),
                                attempt.part(),
                                List.of(attempt.answer().split("\n", -1)),
                                attempt.solved(),
                                attempt.made()))
                        .toList(),
                read(() -> store.explanationsOf(learner.id())).stream()
                        .map(each -> new ExportedExplanation(
                                each.exercise(), each.part(), each.words().text(), each.written()))
                        .toList(),
                read(() -> notebook.of(learner.id()).stream()
                        .map(each -> new ExportedExperiment(
                                each.link(),
                                each.name(),
                                each.note(),
                                notebook.thumbnail(learner.id(), each.id()).data(),
                                each.kept()))
                        .toList()));
    }
}
