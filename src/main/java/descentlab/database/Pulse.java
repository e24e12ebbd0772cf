package descentlab.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that can be written and read. */
public final class Pulse {

    /** Returns once it is on disk. */
    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update pulse set beaten = current_timestamp");
        }
    }

    /** Returns if it could be written; nothing is, so that who looks often writes nothing. */
    public static void rehearse(Connection connection, int seconds) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds);
            statement.executeUpdate("update pulse set beaten = current_timestamp");
        } finally {
            connection.rollback();
        }
    }

    static void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select beaten from pulse")) {
            rows.next();
        }
    }

    private Pulse() {}
}
