package descentlab.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of learners and what they have done. Their keys are what the rows say: nothing is numbered by
 * the database. Statements are kept to what H2 and PostgreSQL read alike.
 */
@Repository
class ProgressStore {

    /** What one who asked to be forgotten has done is not read any more. */
    static final String REMEMBERED = " and learner not in (select id from learner where forgotten is not null)";

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(String learner) {
        return jdbc.sql("select 1 from learner where id = ? and forgotten is null")
                .param(learner)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(String learner, Instant created) {
        jdbc.sql("insert into learner (id, created) values (?, ?)")
                .params(learner, Timestamp.from(created))
                .update();
    }

    /** Has nobody else lock the learner until the transaction ends. */
    void lock(String learner) {
        jdbc.sql("select id from learner where id = ? for update")
                .param(learner)
                .query(String.class)
                .optional();
    }

    /** Notes that a learner is to be forgotten, unless they are already. */
    void forget(String learner, Instant when) {
        jdbc.sql("update learner set forgotten = ? where id = ? and forgotten is null")
                .params(Timestamp.from(when), learner)
                .update();
    }

    /** Remembers a learner again who was to be forgotten after a time; whether there is one. */
    boolean remember(String learner, Instant after) {
        return jdbc.sql("update learner set forgotten = null where id = ? and forgotten > ?")
                        .params(learner, Timestamp.from(after))
                        .update()
                > 0;
    }

    /** Deletes a learner who is to be forgotten, with all that hangs on it; whether there is one. */
    boolean deleteForgotten(String learner) {
        return jdbc.sql("delete from learner where id = ? and forgotten is not null")
                        .param(learner)
                        .update()
                > 0;
    }

    /** Deletes all who were to be forgotten by a time. */
    void deleteForgotten(Instant by) {
        jdbc.sql("delete from learner where forgotten <= ?").param(Timestamp.from(by)).update();
    }

    Optional<PartState> part(String learner, String exercise, String part) {
        return jdbc.sql("select * from part_state where learner = ? and exercise = ? and part = ?")
                .params(learner, exercise, part)
                .query((row, number) -> part(row))
                .optional();
    }

    List<PartState> parts(String learner, String exercise) {
        return jdbc.sql("select * from part_state where learner = ? and exercise = ?" + REMEMBERED)
                .params(learner, exercise)
                .query((row, number) -> part(row))
                .list();
    }

    /** Of some learners, by what was done last. */
    List<PartState> parts(Collection<String> learners) {
        return jdbc.sql("select * from part_state where learner in (:learners)" + REMEMBERED
                        + " order by changed, exercise, part")
                .param("learners", learners)
                .query((row, number) -> part(row))
                .list();
    }

    /** Of some learners, at one part. */
    List<PartState> parts(Collection<String> learners, String exercise, String part) {
        return jdbc.sql("select * from part_state where learner in (:learners) and exercise = :exercise and part = :part"
                        + REMEMBERED)
                .param("learners", learners)
                .param("exercise", exercise)
                .param("part", part)
                .query((row, number) -> part(row))
                .list();
    }

    private static PartState part(ResultSet row) throws SQLException {
        return new PartState(
                row.getString("learner"),
                row.getString("exercise"),
                row.getString("part"),
                PartProgress.Status.valueOf(row.getString("status")),
                row.getInt("hints"),
                row.getInt("attempts"),
                row.getString("answer"),
                row.getTimestamp("changed").toInstant());
    }

    /** Only while the learner is locked. */
    void save(PartState state) {
        Object[] values = {
            state.status().name(),
            state.hints(),
            state.attempts(),
            state.answer(),
            Timestamp.from(state.changed()),
            state.learner(),
            state.exercise(),
            state.part()
        };
        int rows = jdbc.sql("update part_state set status = ?, hints = ?, attempts = ?, answer = ?, changed = ?"
                        + " where learner = ? and exercise = ? and part = ?")
                .params(values)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into part_state (status, hints, attempts, answer, changed, learner, exercise, part)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    Optional<OwnWords> explanation(String learner, String exercise, String part) {
        return jdbc.sql("select words from explanation where learner = ? and exercise = ? and part = ?" + REMEMBERED)
                .params(learner, exercise, part)
                .query((row, number) -> new OwnWords(row.getString("words")))
                .optional();
    }

    /** All that a learner wrote, by when they did. */
    List<Explanation> explanationsOf(String learner) {
        return jdbc.sql("select * from explanation where learner = ?" + REMEMBERED + " order by written, exercise, part")
                .param(learner)
                .query((row, number) -> new Explanation(
                        row.getString("learner"),
                        row.getString("exercise"),
                        row.getString("part"),
                        new OwnWords(row.getString("words")),
                        row.getTimestamp("written").toInstant()))
                .list();
    }

    /** Only while the learner is locked. */
    void explain(Explanation explanation) {
        jdbc.sql("delete from explanation where learner = ? and exercise = ? and part = ?")
                .params(explanation.learner(), explanation.exercise(), explanation.part())
                .update();
        if (!explanation.words().isEmpty()) {
            jdbc.sql("insert into explanation (learner, exercise, part, words, written) values (?, ?, ?, ?, ?)")
                    .params(
                            explanation.learner(),
                            explanation.exercise(),
                            explanation.part(),
                            explanation.words().text(),
                            Timestamp.from(explanation.written()))
                    .update();
        }
    }

    boolean knows(String learner, String submission) {
        return jdbc.sql("select 1 from attempt where learner = ? and submission = ?")
                .params(learner, submission)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** How many answers of a learner are kept: they are numbered from 1, and all are kept. */
    int attempts(String learner) {
        return jdbc.sql("select coalesce(max(number), 0) from attempt where learner = ?")
                .param(learner)
                .query(Integer.class)
                .single();
    }

    /** Only while the learner is locked. */
    void insert(int number, Attempt attempt) {
        jdbc.sql("insert into attempt (learner, number, exercise, part, submission, answer, solved, made)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        attempt.learner(),
                        number,
                        attempt.exercise(),
                        attempt.part(),
                        attempt.submission(),
                        attempt.answer(),
                        attempt.solved(),
                        Timestamp.from(attempt.made()))
                .update();
    }

    /** All answers of a learner, in order. */
    List<Attempt> attemptsOf(String learner) {
        return jdbc.sql("select * from attempt where learner = ?" + REMEMBERED + " order by number")
                .param(learner)
                .query((row, number) -> attempt(row))
                .list();
    }

    /** Wrong answers of some learners since. */
    List<Attempt> wrongSince(Collection<String> learners, Instant time) {
        return jdbc.sql("select * from attempt where learner in (:learners) and solved = false and made > :time" + REMEMBERED)
                .param("learners", learners)
                .param("time", Timestamp.from(time))
                .query((row, number) -> attempt(row))
                .list();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("learner"),
                row.getString("exercise"),
                row.getString("part"),
                row.getString("submission"),
                row.getString("answer"),
                row.getBoolean("solved"),
                row.getTimestamp("made").toInstant());
    }
}
