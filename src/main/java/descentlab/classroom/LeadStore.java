package descentlab.classroom;

import descentlab.cluster.ServerId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who leads which room, by the database, and what was done there that may be asked for again. */
final class LeadStore {

    private final JdbcClient jdbc;

    LeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims a room, whoever leads it; its epoch from now on, unless it is deleted. */
    Optional<Long> claim(RoomCode code, ServerId server) {
        return claimed(
                code,
                jdbc.sql("update room set epoch = epoch + 1, leader = ?, leased = null where code = ?")
                        .params(server.toString(), code.value())
                        .update());
    }

    /** Claims a room that nobody leads any more; its epoch from now on. */
    Optional<Long> claim(RoomCode code, ServerId server, Duration lease) {
        return claimed(
                code,
                jdbc.sql("update room set epoch = epoch + 1, leader = ?, leased = " + after(lease)
                                + " where code = ? and (leased is null or leased < current_timestamp or leader = ?)")
                        .params(server.toString(), code.value(), server.toString())
                        .update());
    }

    private Optional<Long> claimed(RoomCode code, int rows) {
        return rows == 0 ? Optional.empty() : epoch(code);
    }

    /** The epoch that a room is in, unless it is deleted. */
    Optional<Long> epoch(RoomCode code) {
        return jdbc.sql("select epoch from room where code = ?")
                .param(code.value())
                .query(Long.class)
                .optional();
    }

    private static String after(Duration lease) {
        return "current_timestamp + interval '" + lease.toSeconds() + "' second";
    }

    /** Renews the leases that a server has; the rooms that it leads, with their epochs. */
    Map<RoomCode, Long> renew(ServerId server, Duration lease) {
        jdbc.sql("update room set leased = " + after(lease) + " where leader = ?")
                .param(server.toString())
                .update();
        Map<RoomCode, Long> led = new HashMap<>();
        jdbc.sql("select code, epoch from room where leader = ?")
                .param(server.toString())
                .query(row -> {
                    led.put(new RoomCode(row.getString("code")), row.getLong("epoch"));
                });
        return led;
    }

    /** Lets another server claim a room at once. */
    void release(RoomCode code, long epoch) {
        jdbc.sql("update room set leader = null, leased = null where code = ? and epoch = ?")
                .params(code.value(), epoch)
                .update();
    }

    /** Notes that something was done that may be asked for again. */
    void done(RoomCode code, UUID id) {
        jdbc.sql("insert into room_done (id, room, done) values (?, ?, current_timestamp)")
                .params(id.toString(), code.value())
                .update();
    }

    /** What was done in the last minutes of that which may be asked for again. */
    List<UUID> doneLately(RoomCode code) {
        return jdbc.sql("select id from room_done where room = ?")
                .param(code.value())
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list();
    }

    /** Forgets what nobody asks for again. */
    void forgetDone() {
        jdbc.sql("delete from room_done where done < current_timestamp - interval '5' minute").update();
    }
}
