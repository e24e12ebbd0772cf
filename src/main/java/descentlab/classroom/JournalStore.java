package descentlab.classroom;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of what happened in rooms, and of what classes said of it. */
final class JournalStore {

    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Journal read(RoomCode code) {
        Map<Integer, Set<ParticipantId>> backers = jdbc.sql("select enquiry, participant from enquiry_backer where room = ?")
                .param(code.value())
                .query((row, number) -> Map.entry(row.getInt("enquiry"), participant(row.getString("participant"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        List<Moment> moments = jdbc.sql("select * from room_moment where room = ? order by number")
                .param(code.value())
                .query((row, number) -> new Moment(
                        row.getTimestamp("said_at").toInstant(),
                        Moment.Kind.valueOf(row.getString("kind")),
                        row.getString("what")))
                .list();
        List<Lost> lost = jdbc.sql("select * from room_lost where room = ? order by said_at, participant")
                .param(code.value())
                .query((row, number) -> new Lost(
                        participant(row.getString("participant")), row.getTimestamp("said_at").toInstant()))
                .list();
        List<Enquiry> enquiries = jdbc.sql("select * from enquiry where room = ? order by number")
                .param(code.value())
                .query((row, number) -> new Enquiry(
                        row.getInt("number"),
                        participant(row.getString("participant")),
                        row.getTimestamp("said_at").toInstant(),
                        row.getString("words"),
                        backers.getOrDefault(row.getInt("number"), Set.of()),
                        Enquiry.State.valueOf(row.getString("state"))))
                .list();
        return new Journal(moments, lost, enquiries);
    }

    private static ParticipantId participant(String id) {
        return new ParticipantId(UUID.fromString(id));
    }

    /** Writes what has come or changed; what somebody said goes with them. */
    void write(RoomCode code, Journal before, Journal after) {
        for (int i = before.moments().size(); i < after.moments().size(); i++) {
            Moment moment = after.moments().get(i);
            jdbc.sql("insert into room_moment (room, number, said_at, kind, what) values (?, ?, ?, ?, ?)")
                    .params(code.value(), i, Timestamp.from(moment.at()), moment.kind().name(), moment.what())
                    .update();
        }
        Set<Lost> known = Set.copyOf(before.lost());
        after.lost().stream().filter(lost -> !known.contains(lost)).forEach(lost -> jdbc.sql(
                        "insert into room_lost (room, participant, said_at) values (?, ?, ?)")
                .params(code.value(), lost.by().value().toString(), Timestamp.from(lost.at()))
                .update());
        Map<Integer, Enquiry> earlier =
                before.enquiries().stream().collect(Collectors.toMap(Enquiry::number, one -> one));
        after.enquiries().forEach(one -> write(code, earlier.get(one.number()), one));
    }

    private void write(RoomCode code, Enquiry before, Enquiry after) {
        if (before == null) {
            jdbc.sql("insert into enquiry (room, number, participant, said_at, words, state) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            code.value(),
                            after.number(),
                            after.by().value().toString(),
                            Timestamp.from(after.at()),
                            after.text(),
                            after.state().name())
                    .update();
        } else if (before.state() != after.state()) {
            jdbc.sql("update enquiry set state = ? where room = ? and number = ?")
                    .params(after.state().name(), code.value(), after.number())
                    .update();
        }
        Set<ParticipantId> known = before == null ? Set.of() : before.backers();
        after.backers().stream().filter(who -> !known.contains(who)).forEach(who -> jdbc.sql(
                        "insert into enquiry_backer (room, enquiry, participant) values (?, ?, ?)")
                .params(code.value(), after.number(), who.value().toString())
                .update());
        known.stream().filter(who -> !after.backers().contains(who)).forEach(who -> jdbc.sql(
                        "delete from enquiry_backer where room = ? and enquiry = ? and participant = ?")
                .params(code.value(), after.number(), who.value().toString())
                .update());
    }
}
