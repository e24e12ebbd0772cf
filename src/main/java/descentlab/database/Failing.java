package descentlab.database;

import java.sql.SQLException;
import java.util.Set;

/** Which errors mean that the database itself is not well, rather than what was asked of it. */
final class Failing {

    /** H2: out of memory, I/O, corrupt, read only, in use, closed, closing. */
    private static final Set<Integer> H2 = Set.of(90028, 90030, 90031, 90067, 90097, 90098, 90108, 90121);

    private static final int H2_GENERAL = 50000;
    private static final String H2_STORE = "org.h2.mvstore.MVStoreException";

    /** Whether others would meet the same. */
    static boolean is(SQLException error) {
        return gone(error) || mayBeRead(error) || h2(error);
    }

    /** PostgreSQL cannot be reached, is going down, or has just started. */
    static boolean gone(SQLException error) {
        String state = state(error);
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** PostgreSQL has no room or memory, is read only, or has trouble with its disk; what is there may yet be read. */
    static boolean mayBeRead(SQLException error) {
        String state = state(error);
        return state.startsWith("53") || state.startsWith("58") || state.equals("25006");
    }

    private static boolean h2(SQLException error) {
        return H2.contains(error.getErrorCode()) || error.getErrorCode() == H2_GENERAL && ofStore(error);
    }

    private static boolean ofStore(Throwable error) {
        return error != null && (error.getClass().getName().equals(H2_STORE) || ofStore(error.getCause()));
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    private Failing() {}
}
