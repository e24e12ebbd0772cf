package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.progress.LearnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of rooms. Statements are kept to what H2 and PostgreSQL read alike. */
@Repository
class RoomStore {

    /** A row of rooms. */
    record RoomRow(
            RoomCode code,
            TeacherId teacher,
            Instant opened,
            Instant used,
            Optional<Instant> closed,
            String page,
            String query,
            int step,
            boolean following,
            boolean named,
            Optional<String> vary,
            Optional<String> task,
            boolean locked,
            Optional<Countdown> countdown,
            Optional<String> visit,
            long commits) {}

    /** A row of polls. */
    record PollRow(
            int number, String question, String page, String query, boolean peer, String stage, int rounds, String struck) {}

    /** A row of votes. */
    record VoteRow(int poll, int round, ParticipantId participant, String answer, Optional<Sureness> sure) {}

    /** A row of what was tried. */
    record TriedRow(ParticipantId participant, String query) {}

    private final JdbcClient jdbc;
    private final LeadStore leads;
    private final JournalStore journals;
    private final LongAdder votes = new LongAdder();

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.leads = new LeadStore(jdbc);
        this.journals = new JournalStore(jdbc);
    }

    /** Who leads which room. */
    LeadStore leads() {
        return leads;
    }

    /** What happened in rooms, and what classes said of it. */
    JournalStore journals() {
        return journals;
    }

    Optional<RoomRow> room(RoomCode code) {
        return jdbc.sql("select * from room where code = ?")
                .param(code.value())
                .query((row, number) -> room(row))
                .optional();
    }

    List<RoomRow> roomsOf(TeacherId teacher) {
        return jdbc.sql("select * from room where teacher = ? order by opened desc")
                .param(teacher.value().toString())
                .query((row, number) -> room(row))
                .list();
    }

    /** The open room in which somebody took a seat last, and was not sent out. */
    Optional<RoomCode> seatOf(LearnerId learner) {
        return jdbc.sql("select room.code from participant join room on room.code = participant.room"
                        + " where participant.learner = ? and participant.removed = false and room.closed is null"
                        + " order by participant.joined desc fetch first 1 rows only")
                .param(learner.value())
                .query((row, number) -> new RoomCode(row.getString("code")))
                .optional();
    }

    /** Open rooms that were not used since. */
    List<RoomCode> idleSince(Instant time) {
        return codes("select code from room where closed is null and used < ?", time);
    }

    /** Rooms that were to be kept for so many days after they were closed, which was before that time. */
    List<RoomCode> closedBefore(Instant time, int days) {
        return codes("select code from room where kept_days = " + days + " and closed < ?", time);
    }

    /** For how many days a room is kept after it was closed. */
    int keptDays(RoomCode code) {
        return jdbc.sql("select kept_days from room where code = ?").param(code.value()).query(Integer.class).single();
    }

    void keep(RoomCode code, int days) {
        jdbc.sql("update room set kept_days = ? where code = ?").params(days, code.value()).update();
    }

    private List<RoomCode> codes(String sql, Instant time) {
        return jdbc.sql(sql)
                .param(Timestamp.from(time))
                .query((row, number) -> new RoomCode(row.getString("code")))
                .list();
    }

    private static RoomRow room(ResultSet row) throws SQLException {
        return new RoomRow(
                new RoomCode(row.getString("code")),
                new TeacherId(UUID.fromString(row.getString("teacher"))),
                row.getTimestamp("opened").toInstant(),
                row.getTimestamp("used").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed")).map(Timestamp::toInstant),
                row.getString("page"),
                row.getString("query"),
                row.getInt("step"),
                row.getBoolean("following"),
                row.getBoolean("named"),
                Optional.ofNullable(row.getString("vary")),
                Optional.ofNullable(row.getString("task")),
                row.getBoolean("locked"),
                countdown(row),
                Optional.ofNullable(row.getString("visit")),
                row.getLong("commits"));
    }

    private static Optional<Countdown> countdown(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("counted");
        return end == null ? Optional.empty() : Optional.of(new Countdown(end.toInstant(), row.getString("counted_for")));
    }

    List<Participant> participants(RoomCode code) {
        return jdbc.sql("select * from participant where room = ? order by number")
                .param(code.value())
                .query((row, number) -> new Participant(
                        new ParticipantId(UUID.fromString(row.getString("id"))),
                        new LearnerId(row.getString("learner")),
                        row.getInt("number"),
                        new Nickname(row.getString("nickname")),
                        row.getTimestamp("joined").toInstant(),
                        row.getBoolean("removed")))
                .list();
    }

    List<PollRow> polls(RoomCode code) {
        return jdbc.sql("select * from poll where room = ? order by number")
                .param(code.value())
                .query((row, number) -> new PollRow(
                        row.getInt("number"),
                        row.getString("question"),
                        row.getString("page"),
                        row.getString("query"),
                        row.getBoolean("peer"),
                        row.getString("stage"),
                        row.getInt("rounds"),
                        row.getString("struck")))
                .list();
    }

    List<VoteRow> votes(RoomCode code) {
        return jdbc.sql("select * from vote where room = ?")
                .param(code.value())
                .query((row, number) -> new VoteRow(
                        row.getInt("poll"),
                        row.getInt("round"),
                        new ParticipantId(UUID.fromString(row.getString("participant"))),
                        row.getString("answer"),
                        Optional.ofNullable(row.getString("sure")).map(Sureness::valueOf)))
                .list();
    }

    List<TriedRow> tries(RoomCode code) {
        return jdbc.sql("select * from tried where room = ?")
                .param(code.value())
                .query((row, number) -> new TriedRow(
                        new ParticipantId(UUID.fromString(row.getString("participant"))), row.getString("query")))
                .list();
    }

    Optional<Agenda> agenda(RoomCode code) {
        return jdbc.sql("select * from room_agenda where room = ?")
                .param(code.value())
                .query((row, number) -> new Agenda(row.getString("prepared"), row.getInt("step")))
                .optional();
    }

    void save(RoomCode code, Optional<Agenda> agenda) {
        int rows = agenda.isEmpty()
                ? 1
                : jdbc.sql("update room_agenda set step = ? where room = ? and prepared = ?")
                        .params(agenda.get().at(), code.value(), agenda.get().text())
                        .update();
        if (agenda.isEmpty() || rows == 0) {
            jdbc.sql("delete from room_agenda where room = ?").param(code.value()).update();
        }
        if (rows == 0) {
            jdbc.sql("insert into room_agenda (room, prepared, step) values (?, ?, ?)")
                    .params(code.value(), agenda.get().text(), agenda.get().at())
                    .update();
        }
    }

    void insert(RoomRow room) {
        jdbc.sql("insert into room (code, teacher, opened, used, page, query, step, following, named)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        room.code().value(),
                        room.teacher().value().toString(),
                        Timestamp.from(room.opened()),
                        Timestamp.from(room.used()),
                        room.page(),
                        room.query(),
                        room.step(),
                        room.following(),
                        room.named())
                .update();
    }

    /** @return false, and nothing written, if the room is led in another epoch, or deleted */
    boolean update(RoomRow room, long epoch) {
        return jdbc.sql("update room set used = ?, closed = ?, page = ?, query = ?, step = ?, following = ?, named = ?,"
                        + " vary = ?, task = ?, locked = ?, counted = ?, counted_for = ?, visit = ?, commits = ? where code = ? and epoch = ?")
                .params(java.util.Arrays.asList(
                        Timestamp.from(room.used()),
                        room.closed().map(Timestamp::from).orElse(null),
                        room.page(),
                        room.query(),
                        room.step(),
                        room.following(),
                        room.named(),
                        room.vary().orElse(null),
                        room.task().orElse(null),
                        room.locked(),
                        room.countdown().map(Countdown::end).map(Timestamp::from).orElse(null),
                        room.countdown().map(Countdown::label).orElse(null),
                        room.visit().orElse(null),
                        room.commits(),
                        room.code().value(),
                        epoch))
                        .update()
                == 1;
    }

    /** Deletes a room with all that hangs on it. */
    void delete(RoomCode code) {
        jdbc.sql("delete from room where code = ?").param(code.value()).update();
    }

    void save(RoomCode code, Participant participant) {
        int rows = jdbc.sql("update participant set nickname = ?, removed = ? where id = ?")
                .params(participant.nickname().value(), participant.removed(), participant.id().value().toString())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into participant (id, room, learner, number, nickname, joined, removed)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            participant.id().value().toString(),
                            code.value(),
                            participant.learner().value(),
                            participant.number(),
                            participant.nickname().value(),
                            Timestamp.from(participant.joined()),
                            participant.removed())
                    .update();
        }
    }

    /** Deletes somebody with their votes and what they tried. */
    void delete(ParticipantId participant) {
        jdbc.sql("delete from participant where id = ?")
                .param(participant.value().toString())
                .update();
    }

    void save(RoomCode code, PollRow poll) {
        int rows = jdbc.sql("update poll set stage = ?, rounds = ?, struck = ? where room = ? and number = ?")
                .params(poll.stage(), poll.rounds(), poll.struck(), code.value(), poll.number())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into poll (room, number, question, page, query, peer, stage, rounds, struck)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            code.value(),
                            poll.number(),
                            poll.question(),
                            poll.page(),
                            poll.query(),
                            poll.peer(),
                            poll.stage(),
                            poll.rounds(),
                            poll.struck())
                    .update();
        }
    }

    void save(RoomCode code, VoteRow vote) {
        int rows = jdbc.sql("update vote set answer = ?, sure = ? where room = ? and poll = ? and round = ? and participant = ?")
                .params(
                        vote.answer(),
                        vote.sure().map(Sureness::name).orElse(null),
                        code.value(),
                        vote.poll(),
                        vote.round(),
                        vote.participant().value().toString())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into vote (answer, sure, room, poll, round, participant) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            vote.answer(),
                            vote.sure().map(Sureness::name).orElse(null),
                            code.value(),
                            vote.poll(),
                            vote.round(),
                            vote.participant().value().toString())
                    .update();
        }
        votes.increment();
    }

    /** How many votes were written. */
    long votesWritten() {
        return votes.sum();
    }

    void save(RoomCode code, TriedRow tried) {
        int rows = jdbc.sql("update tried set query = ? where room = ? and participant = ?")
                .params(tried.query(), code.value(), tried.participant().value().toString())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into tried (query, room, participant) values (?, ?, ?)")
                    .params(tried.query(), code.value(), tried.participant().value().toString())
                    .update();
        }
    }

    void forgetTries(RoomCode code) {
        jdbc.sql("delete from tried where room = ?").param(code.value()).update();
    }
}
