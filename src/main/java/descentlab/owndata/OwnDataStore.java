package descentlab.owndata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of files. Statements are kept to what H2 and PostgreSQL read alike. */
@Repository
class OwnDataStore {

    private static final int PIECE = 1 << 19;

    /** Of learners who are not about to be forgotten. */
    private static final String REMEMBERED = " and learner not in (select id from learner where forgotten is not null)";

    private final JdbcClient jdbc;

    OwnDataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bytes of a file's content, if somebody owns it. */
    Optional<Integer> bytes(String key) {
        return jdbc.sql("select bytes from own_data where id = ? and exists (select 1 from own_data_owner where data = id"
                        + REMEMBERED + ")")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    /** The content of a file of so many bytes; empty if it has gone meanwhile. */
    Optional<byte[]> content(String key, int bytes) {
        List<byte[]> pieces = jdbc.sql("select content from own_data_piece where data = ? order by place")
                .param(key)
                .query((row, number) -> row.getBytes(1))
                .list();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(pieces.stream().mapToInt(each -> each.length).sum());
        pieces.forEach(all::writeBytes);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(all.toByteArray()))) {
            return Optional.of(in.readNBytes(bytes));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    boolean knows(String key) {
        return jdbc.sql("select count(*) from own_data where id = ?").param(key).query(Integer.class).single() > 0;
    }

    void insert(String key, String hash, byte[] content, Instant now) {
        jdbc.sql("insert into own_data (id, hash, bytes, used) values (?, ?, ?, ?)")
                .params(key, hash, content.length, Timestamp.from(now))
                .update();
        byte[] small = compressed(content);
        for (int place = 0; place * PIECE < small.length; place++) {
            jdbc.sql("insert into own_data_piece (data, place, content) values (?, ?, ?)")
                    .params(key, place, Arrays.copyOfRange(small, place * PIECE, Math.min((place + 1) * PIECE, small.length)))
                    .update();
        }
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array does not fail
        }
        return bytes.toByteArray();
    }

    /** What a learner gave, the newest first. */
    List<OwnFile> of(String learner) {
        return jdbc.sql("select data, name, bytes, kept from own_data_owner join own_data on data = id where learner = ?"
                        + REMEMBERED + " order by kept desc, data")
                .param(learner)
                .query((row, number) -> new OwnFile(
                        row.getString("data"),
                        row.getString("name"),
                        row.getInt("bytes"),
                        row.getTimestamp("kept").toInstant()))
                .list();
    }

    /** Bytes of all files. */
    long all() {
        return jdbc.sql("select coalesce(sum(cast(bytes as bigint)), 0) from own_data").query(Long.class).single();
    }

    /** Only while the learner is locked. */
    void own(String learner, OwnFile file) {
        jdbc.sql("delete from own_data_owner where learner = ? and data = ?").params(learner, file.key()).update();
        jdbc.sql("insert into own_data_owner (learner, data, name, kept) values (?, ?, ?, ?)")
                .params(learner, file.key(), file.name(), Timestamp.from(file.kept()))
                .update();
    }

    /** Only while the learner is locked: with the last owner goes the file. */
    boolean disown(String learner, String key) {
        int gone = jdbc.sql("delete from own_data_owner where learner = ? and data = ?").params(learner, key).update();
        jdbc.sql("delete from own_data where id = ? and not exists (select 1 from own_data_owner where data = ?)")
                .params(key, key)
                .update();
        return gone > 0;
    }

    /** Notes that a file is used, unless that was noted lately. */
    void use(String key, Instant now, Instant lately) {
        jdbc.sql("update own_data set used = ? where id = ? and used < ?")
                .params(Timestamp.from(now), key, Timestamp.from(lately))
                .update();
    }

    /** Forgets what was not used since then, and what nobody owns any more. */
    int sweep(Instant since, Instant orphansSince) {
        return jdbc.sql("delete from own_data where used < ?").param(Timestamp.from(since)).update()
                + jdbc.sql("delete from own_data where used < ? and not exists"
                                + " (select 1 from own_data_owner where data = id)")
                        .param(Timestamp.from(orphansSince))
                        .update();
    }
}
