package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.progress.PartProgress.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of before keys were the data's own is taken over whole. */
class NaturalKeysTest {

    @TempDir
    Path home;

    private final LearnerToken ann = LearnerToken.random();
    private final LearnerToken ben = LearnerToken.random();

    @Test
    void ofAFile() {
        takenOver("jdbc:h2:file:" + home.resolve("old"));
    }

    @Test
    void ofPostgres() throws Exception {
        takenOver(LocalPostgres.database());
    }

    private void takenOver(String url) {
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        Flyway.configure().dataSource(source).locations("classpath:db/migration").target("3").load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        for (LearnerToken each : List.of(ann, ben)) {
            jdbc.sql("insert into learner (id, created) values (?, current_timestamp)").param(each.id()).update();
        }
        for (int i = 1; i <= 5; i++) {
            for (LearnerToken each : List.of(ann, ben)) {
                jdbc.sql("insert into attempt (learner, exercise, part, submission, answer, solved, made)"
                                + " values (?, 'drills', 'drill-1', ?, ?, ?, current_timestamp)")
                        .params(each.id(), UUID.randomUUID().toString(), "answer " + i, i == 5)
                        .update();
            }
        }
        jdbc.sql("insert into part_state (learner, exercise, part, status, hints, attempts, answer, changed)"
                        + " values (?, 'drills', 'drill-1', 'SOLVED', 2, 5, 'answer 5', current_timestamp)")
                .param(ann.id())
                .update();
        try (ConfigurableApplicationContext application = ProgressOnly.start(home, url)) {
            Progress progress = application.getBean(Progress.class);
            assertThat(progress.of(ann, "drills").get("drill-1"))
                    .isEqualTo(new PartProgress(Status.SOLVED, 2, 5, "answer 5"));
            assertThat(progress.of(ben)).isEmpty();
            progress.attempt(ann, "drills", "drill-1", UUID.randomUUID(), "answer 6", Status.OPEN);
            progress.attempt(ben, "drills", "drill-1", UUID.randomUUID(), "answer 6", Status.OPEN);
            for (LearnerToken each : List.of(ann, ben)) {
                assertThat(progress.export(each).attempts())
                        .extracting(attempt -> attempt.answer().getFirst())
                        .containsExactly("answer 1", "answer 2", "answer 3", "answer 4", "answer 5", "answer 6");
            }
            progress.forget(ann);
            assertThat(progress.export(ann).attempts()).isEmpty();
            assertThat(progress.export(ben).attempts()).hasSize(6);
        }
    }
}
