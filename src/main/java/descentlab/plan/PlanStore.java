package descentlab.plan;

import descentlab.account.TeacherId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of plans. Statements are kept to what H2 and PostgreSQL read alike. */
@Repository
class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a teacher, the latest first. */
    List<Plans.Entry> of(TeacherId teacher) {
        return jdbc.sql("select id, title, changed from plan where teacher = ? order by changed desc, id")
                .param(teacher.value().toString())
                .query((row, number) -> new Plans.Entry(
                        row.getString("id"), row.getString("title"), Optional.of(row.getTimestamp("changed").toInstant())))
                .list();
    }

    int count(TeacherId teacher) {
        return jdbc.sql("select count(*) from plan where teacher = ?")
                .param(teacher.value().toString())
                .query(Integer.class)
                .single();
    }

    Optional<String> text(TeacherId teacher, UUID id) {
        return jdbc.sql("select prepared from plan where id = ? and teacher = ?")
                .params(id.toString(), teacher.value().toString())
                .query(String.class)
                .optional();
    }

    void insert(TeacherId teacher, UUID id, String title, String text, Instant now) {
        jdbc.sql("insert into plan (id, teacher, title, prepared, changed) values (?, ?, ?, ?, ?)")
                .params(id.toString(), teacher.value().toString(), title, text, Timestamp.from(now))
                .update();
    }

    /** @return whether there is such a plan */
    boolean update(TeacherId teacher, UUID id, String title, String text, Instant now) {
        return jdbc.sql("update plan set title = ?, prepared = ?, changed = ? where id = ? and teacher = ?")
                        .params(title, text, Timestamp.from(now), id.toString(), teacher.value().toString())
                        .update()
                == 1;
    }

    void delete(TeacherId teacher, UUID id) {
        jdbc.sql("delete from plan where id = ? and teacher = ?")
                .params(id.toString(), teacher.value().toString())
                .update();
    }

    void deleteAll(TeacherId teacher) {
        jdbc.sql("delete from plan where teacher = ?").param(teacher.value().toString()).update();
    }
}
