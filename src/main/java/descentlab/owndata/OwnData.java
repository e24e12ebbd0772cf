package descentlab.owndata;

import descentlab.database.Chores;
import descentlab.dataset.DataException;
import descentlab.experiment.OwnTask;
import descentlab.progress.FilesOfLearner;
import descentlab.progress.LearnerToken;
import descentlab.progress.Progress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the files that learners give, each by the first 160 bits of its content's SHA-256: whoever has these finds it, and
 * nobody else. It goes 30 days after its last use, with its last owner, or at once when they say so.
 */
@Service
class OwnData implements FilesOfLearner {

    /** Files of a learner, at most. */
    static final int MOST_FILES = 20;

    /** Bytes of a learner's files, at most. */
    static final long MOST_BYTES = 50_000_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LATELY = Duration.ofHours(12);

    /** Between a file and its first owner, when it has none. */
    private static final Duration ORPHAN = Duration.ofHours(1);

    private static final Duration SWEEP = Duration.ofHours(1);
    private static final String CHORE = "own-data";

    private final OwnDataStore store;
    private final Progress learners;
    private final Chores chores;
    private final TransactionTemplate transaction;
    private final long room;

    OwnData(
            OwnDataStore store,
            Progress learners,
            Chores chores,
            PlatformTransactionManager transactions,
            @Value("${descentlab.own-data.megabytes:1000}") long megabytes) {
        this.store = store;
        this.learners = learners;
        this.chores = chores;
        this.transaction = new TransactionTemplate(transactions);
        this.room = megabytes * 1_000_000;
    }

    /**
     * Keeps a file for a learner; one who gives the same again has it once, by its new name.
     *
     * @return its key
     * @throws DataException if there is no room for it
     */
    String keep(LearnerToken learner, String name, byte[] content) throws DataException {
        String hash = hash(content);
        String key = hash.substring(0, OwnTask.KEY_LENGTH);
        boolean fresh = !store.knows(key);
        if (fresh && store.all() + content.length > room) {
            throw new DataException(
                    DataException.FILE,
                    content.length + " bytes",
                    "what there is room for",
                    "The server keeps " + room / 1_000_000 + " MB of its users' data, and there is no room for more now.");
        }
        if (fresh) {
            insert(key, hash, content);
        }
        String refusal = learners.writing(learner, () -> {
            List<OwnFile> files = store.of(learner.learner().value());
            boolean again = files.stream().anyMatch(file -> file.key().equals(key));
            long bytes = files.stream().mapToLong(OwnFile::bytes).sum();
            if (!again && (files.size() >= MOST_FILES || bytes + content.length > MOST_BYTES)) {
                return "You keep " + files.size() + " files of " + bytes / 1_000_000 + " MB here, and may keep " + MOST_FILES
                        + " of " + MOST_BYTES / 1_000_000 + " MB. Delete one first.";
            }
            store.own(learner.learner().value(), new OwnFile(key, OwnFile.name(name), content.length, Instant.now()));
            return "";
        });
        if (!refusal.isEmpty()) {
            throw new DataException(
                    DataException.FILE,
                    content.length + " bytes",
                    "at most " + MOST_FILES + " files and " + MOST_BYTES / 1_000_000 + " MB of one learner",
                    refusal);
        }
        return key;
    }

    private void insert(String key, String hash, byte[] content) {
        try {
            transaction.executeWithoutResult(status -> store.insert(key, hash, content, Instant.now()));
        } catch (DuplicateKeyException another) {
            // gave the same just now
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    @Override
    public List<GivenFile> filesOf(LearnerToken learner) {
        return of(learner).stream()
                .map(file -> new GivenFile(file.name(), OwnDataView.PATH + "/" + file.key(), file.bytes(), file.kept()))
                .toList();
    }

    /** What a learner gave, the newest first. */
    List<OwnFile> of(LearnerToken learner) {
        return store.of(learner.learner().value());
    }

    /** Deletes a learner's file at once; it stays while somebody else gave the same. */
    void delete(LearnerToken learner, String key) {
        learners.writing(learner, () -> store.disown(learner.learner().value(), key));
    }

    /** Bytes of a file, if it is here. */
    Optional<Integer> bytes(String key) {
        return store.bytes(key);
    }

    /** The content of a file, which is used by that. */
    Optional<byte[]> content(String key, int bytes) {
        Instant now = Instant.now();
        store.use(key, now, now.minus(LATELY));
        return store.content(key, bytes);
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        if (chores.mine(CHORE, SWEEP)) {
            store.sweep(Instant.now().minus(KEPT), Instant.now().minus(ORPHAN));
        }
    }
}
