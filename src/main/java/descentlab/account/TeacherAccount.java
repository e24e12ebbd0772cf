package descentlab.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A row of the table of teachers. */
record TeacherAccount(@Id UUID id, String name, String nameKey, String password, Instant created) {

    Teacher teacher() {
        return new Teacher(new TeacherId(id), name);
    }

    /** Without the password's hash, as this ends up in logs. */
    @Override
    public String toString() {
        return "account of " + id;
    }
}
