package descentlab.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of kept experiments. Statements are kept to what H2 and PostgreSQL read alike. */
@Repository
class NotebookStore {

    /** All but the thumbnail itself. */
    private static final String READ = "select id, page, query, name, note, pinned, kept, thumbnail <> '' as pictured"
            + " from kept_experiment where learner = ?" + ProgressStore.REMEMBERED;

    private final JdbcClient jdbc;

    NotebookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<KeptExperiment> of(String learner) {
        return jdbc.sql(READ + " order by kept desc, id")
                .param(learner)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<KeptExperiment> find(String learner, UUID id) {
        return jdbc.sql(READ + " and id = ?")
                .params(learner, id.toString())
                .query((row, number) -> read(row))
                .optional();
    }

    private static KeptExperiment read(ResultSet row) throws SQLException {
        return new KeptExperiment(
                UUID.fromString(row.getString("id")),
                row.getString("page"),
                row.getString("query"),
                row.getString("name"),
                row.getString("note"),
                row.getBoolean("pinned"),
                row.getBoolean("pictured"),
                row.getTimestamp("kept").toInstant());
    }

    Thumbnail thumbnail(String learner, UUID id) {
        return jdbc.sql("select thumbnail from kept_experiment where learner = ? and id = ?" + ProgressStore.REMEMBERED)
                .params(learner, id.toString())
                .query(String.class)
                .optional()
                .map(Thumbnail::new)
                .orElse(Thumbnail.NONE);
    }

    /** Only while the learner is locked. */
    void insert(String learner, KeptExperiment experiment, Thumbnail thumbnail) {
        jdbc.sql("insert into kept_experiment (learner, id, page, query, name, note, thumbnail, pinned, kept)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        learner,
                        experiment.id().toString(),
                        experiment.page(),
                        experiment.query(),
                        experiment.name(),
                        experiment.note(),
                        thumbnail.data(),
                        experiment.pinned(),
                        Timestamp.from(experiment.kept()))
                .update();
    }

    /** Whether there was such an experiment. */
    boolean rename(String learner, UUID id, String name) {
        return jdbc.sql("update kept_experiment set name = ? where learner = ? and id = ?")
                        .params(name, learner, id.toString())
                        .update()
                > 0;
    }

    /** Whether there was such an experiment. */
    boolean note(String learner, UUID id, String note) {
        return jdbc.sql("update kept_experiment set note = ? where learner = ? and id = ?")
                        .params(note, learner, id.toString())
                        .update()
                > 0;
    }

    void delete(String learner, UUID id) {
        jdbc.sql("delete from kept_experiment where learner = ? and id = ?")
                .params(learner, id.toString())
                .update();
    }
}
