package descentlab.classroom;

import descentlab.account.TeacherDeleted;
import descentlab.audit.Audit;
import descentlab.client.Counters;
import descentlab.cluster.Cluster;
import descentlab.database.Chores;
import descentlab.database.DatabaseState;
import descentlab.run.RunService;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rooms, and has them tidied. */
@Configuration
class ClassroomConfiguration {

    @Bean
    Scribe scribe(RoomStore store, PlatformTransactionManager transactions) {
        return new Scribe(store, new TransactionTemplate(transactions));
    }

    @Bean
    Rooms rooms(
            Cluster cluster,
            RoomStore store,
            Scribe scribe,
            PlatformTransactionManager transactions,
            RunService runs,
            Audit audit,
            Counters counters) {
        return new Rooms(
                cluster, store, scribe, transactions, new RoomRuns(runs), audit, counters, InstantSource.system());
    }

    /** Apart from the rooms, which know nothing of schedules. */
    @Configuration
    static class Caretaker {

        /** A little less than from one time to the next, so that a server that did it last may do it again. */
        private static final Duration ONCE = Duration.ofSeconds(50);

        private final Rooms rooms;
        private final Chores chores;

        Caretaker(Rooms rooms, Chores chores) {
            this.rooms = rooms;
            this.chores = chores;
        }

        @Scheduled(fixedDelay = 60_000)
        void tidy() {
            rooms.tidyMemory();
            try {
                if (chores.mine("rooms", ONCE)) {
                    rooms.tidy();
                }
            } catch (ClassroomException | DataAccessException | TransactionException failed) {
                // Of a database that is not well, the log tells; the next minute comes.
                if (!DatabaseState.isTold(failed) && !(failed instanceof ClassroomException)) {
                    throw failed;
                }
            }
        }

        @EventListener
        void forget(TeacherDeleted deleted) {
            rooms.forget(deleted.teacher());
        }
    }
}
