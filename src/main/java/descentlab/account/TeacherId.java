package descentlab.account;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which teacher, for as long as the account lasts. */
public record TeacherId(UUID value) implements Serializable {

    public TeacherId {
        Objects.requireNonNull(value, "a teacher's id has a value");
    }
}
