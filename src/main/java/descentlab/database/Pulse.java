package descentlab.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that can be written and read. */
final class Pulse {

    /** Returns once it is on disk. */
    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update pulse set beaten = current_timestamp");
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
