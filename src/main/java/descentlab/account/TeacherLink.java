package descentlab.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A row of the table of one-time links. */
record TeacherLink(@Id String id, Kind kind, UUID createdBy, Instant expires, Instant used) {

    enum Kind {
        /** Printed by the server to whoever runs it. */
        SETUP,
        /** Made by a teacher for a colleague. */
        INVITATION
    }

    boolean open(Instant now) {
        return used == null && now.isBefore(expires);
    }
}
