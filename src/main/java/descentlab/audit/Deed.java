package descentlab.audit;

import java.util.Locale;

/** What is written to the audit log. */
public enum Deed {
    /** A teacher has signed in. */
    SIGNED_IN,
    /** A name with a password that is not its own, or a name that no teacher has. */
    SIGN_IN_FAILED,
    /** A sign-in that was not looked at, since too many had failed before it. */
    SIGN_IN_THROTTLED,
    SIGNED_OUT,
    /** The link that the server prints has made a teacher, or given one a new password. */
    SETUP_LINK_USED,
    INVITATION_MADE,
    /** An invitation has made a teacher. */
    INVITATION_USED,
    INVITATION_REVOKED,
    PASSWORD_CHANGED,
    /** Who was signed in gave a wrong password where their own is asked for. */
    PASSWORD_REFUSED,
    ACCOUNT_DELETED,
    ROOM_OPENED,
    /** Closed by its teacher; by the server, if no teacher is named. */
    ROOM_CLOSED,
    ROOM_DELETED,
    STUDENT_SENT_OUT,
    STUDENT_LET_IN,
    BACKUP_MADE;

    /** As it is written. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
