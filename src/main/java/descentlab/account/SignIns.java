package descentlab.account;

import descentlab.client.Secret;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is signed in, on disk, so that a server that knows nothing of a session can make it anew: a restarted one, or another.
 * A browser has a token for that, which is exchanged for the next one when it is used. The earlier one holds for {@link
 * #OVERLAP} more, as a page asks for several things at once. All end with the sign-in: a school day after it, by signing
 * out, or by another password.
 */
@Component
class SignIns {

    /** How long a token still holds that was exchanged. */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    /** How long it is known of a sign-in that it has ended by time alone: its sessions may go on. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Most tokens of a sign-in at a time: of all that a browser asks for at once, and that nothing more can be made by them. */
    static final int MOST_TOKENS = 20;

    /**
     * A token that was given out.
     *
     * @param signIn of which sign-in it is
     */
    record Token(UUID signIn, TeacherId teacher, Secret secret) {}

    private record Known(UUID signIn, UUID teacher, Instant expires, Optional<Instant> replaced) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    @Autowired
    SignIns(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, InstantSource.system());
    }

    SignIns(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps that a teacher has signed in now. */
    Token begin(TeacherId teacher) {
        Instant now = clock.instant();
        return transaction.execute(status -> {
            jdbc.sql("delete from teacher_sign_in where expires <= ?")
                    .param(Timestamp.from(now.minus(REMEMBERED)))
                    .update();
            UUID signIn = UUID.randomUUID();
            jdbc.sql("insert into teacher_sign_in (id, teacher, expires) values (?, ?, ?)")
                    .params(signIn, teacher.value(), Timestamp.from(now.plus(TeacherSessions.KEPT)))
                    .update();
            return token(signIn, teacher);
        });
    }

    private Token token(UUID signIn, TeacherId teacher) {
        Secret secret = Secret.random();
        jdbc.sql("insert into teacher_sign_in_token (id, sign_in) values (?, ?)")
                .params(secret.id(), signIn)
                .update();
        return new Token(signIn, teacher, secret);
    }

    /** The next token for one that still holds; nothing for any other. */
    Optional<Token> exchange(Secret token) {
        Instant now = clock.instant();
        Timestamp past = Timestamp.from(now.minus(OVERLAP));
        try {
            return transaction.execute(status -> known(token)
                    .filter(known -> now.isBefore(known.expires())
                            && known.replaced().filter(at -> at.isBefore(past.toInstant())).isEmpty())
                    .flatMap(known -> {
                        jdbc.sql("delete from teacher_sign_in_token where sign_in = ? and replaced < ?")
                                .params(known.signIn(), past)
                                .update();
                        jdbc.sql("update teacher_sign_in_token set replaced = ? where id = ? and replaced is null")
                                .params(Timestamp.from(now), token.id())
                                .update();
                        return tokensOf(known.signIn()) < MOST_TOKENS
                                ? Optional.of(token(known.signIn(), new TeacherId(known.teacher())))
                                : Optional.empty();
                    }));
        } catch (DataIntegrityViolationException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<Known> known(Secret token) {
        return jdbc.sql("select s.id, s.teacher, s.expires, t.replaced from teacher_sign_in_token t"
                        + " join teacher_sign_in s on s.id = t.sign_in where t.id = ?")
                .param(token.id())
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getObject("teacher", UUID.class),
                        row.getTimestamp("expires").toInstant(),
                        Optional.ofNullable(row.getTimestamp("replaced")).map(Timestamp::toInstant)))
                .optional();
    }

    private int tokensOf(UUID signIn) {
        return jdbc.sql("select count(*) from teacher_sign_in_token where sign_in = ?")
                .param(signIn)
                .query(Integer.class)
                .single();
    }

    /** Whether a sign-in was not ended by anybody, here or on another server; its time may be over. */
    boolean lasts(UUID signIn) {
        return jdbc.sql("select count(*) from teacher_sign_in where id = ?")
                        .param(signIn)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Ends a sign-in. */
    void end(UUID signIn) {
        jdbc.sql("delete from teacher_sign_in where id = ?").param(signIn).update();
    }

    /** Ends the sign-in that a token is of. */
    void end(Secret token) {
        jdbc.sql("delete from teacher_sign_in where id = (select sign_in from teacher_sign_in_token where id = ?)")
                .param(token.id())
                .update();
    }

    /** Ends all of a teacher's sign-ins but one, if that is given. */
    void endAll(TeacherId teacher, Optional<UUID> except) {
        jdbc.sql("delete from teacher_sign_in where teacher = ? and id <> ?")
                .params(teacher.value(), except.orElseGet(UUID::randomUUID))
                .update();
    }
}
