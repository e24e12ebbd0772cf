package descentlab.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Looks all the time who leads the room by the database: each time it is another server, the epoch has grown. */
final class Epochs implements AutoCloseable {

    private final String url;
    private final String room;
    private final Troubles troubles;
    private final Thread thread;
    private long epoch;
    private String leader;
    private volatile long claimed = System.nanoTime();

    Epochs(String url, String room, Troubles troubles) {
        this.url = url;
        this.room = room;
        this.troubles = troubles;
        this.thread = Thread.startVirtualThread(this::look);
    }

    private void look() {
        while (true) {
            try (Connection connection = DriverManager.getConnection(url);
                    PreparedStatement question =
                            connection.prepareStatement("select epoch, leader from room where code = ?")) {
                question.setString(1, room);
                while (true) {
                    try (ResultSet row = question.executeQuery()) {
                        row.next();
                        saw(row.getLong(1), row.getString(2));
                    }
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (SQLException away) {
                Screen.pause(200, 200);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private synchronized void saw(long nowEpoch, String nowLeader) {
        if (nowEpoch < epoch) {
            troubles.wrong("the epoch was " + epoch + " and is " + nowEpoch);
        }
        boolean other = nowLeader != null && leader != null && !Objects.equals(leader, nowLeader);
        if (other && nowEpoch == epoch) {
            troubles.wrong("two servers lead in epoch " + epoch);
        }
        if (nowEpoch > epoch) {
            claimed = System.nanoTime();
        }
        epoch = nowEpoch;
        leader = nowLeader == null ? leader : nowLeader;
    }

    synchronized long epoch() {
        return epoch;
    }

    /** When it was last seen that the room was claimed. */
    long claimed() {
        return claimed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
