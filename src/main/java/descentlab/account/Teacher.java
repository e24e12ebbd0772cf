package descentlab.account;

import java.io.Serializable;
import java.util.Objects;

/**
 * Somebody who may lead a class.
 *
 * @param id for good
 * @param name as it was typed: plain text, to be shown as such
 */
public record Teacher(TeacherId id, String name) implements Serializable {

    /** The role of everybody who is signed in; for {@code @RolesAllowed} on a page. */
    public static final String ROLE = "TEACHER";

    public Teacher {
        Objects.requireNonNull(id, "a teacher has an id");
        Objects.requireNonNull(name, "a teacher has a name");
    }
}
