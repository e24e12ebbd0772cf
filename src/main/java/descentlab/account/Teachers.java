package descentlab.account;

import descentlab.account.AccountRefused.About;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.client.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may lead a class, and how one becomes and stops being such a teacher. What takes a password takes a tenth of a
 * second of a core, so it is not to be called where a page is locked.
 */
@Service
public class Teachers {

    /** How long a one-time link can be used. */
    public static final Duration LINK_LASTS = Duration.ofDays(7);

    /** Most invitations that are open at a time: more than a school needs. */
    static final int MOST_INVITATIONS = 50;

    private final TeacherAccountRepository accounts;
    private final TeacherLinkRepository links;
    private final JdbcAggregateTemplate template;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final TeacherDevices devices;
    private final TeacherSessions sessions;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final InstantSource clock;

    @Autowired
    Teachers(
            TeacherAccountRepository accounts,
            TeacherLinkRepository links,
            JdbcAggregateTemplate template,
            PlatformTransactionManager transactions,
            Passwords passwords,
            SignInThrottle throttle,
            TeacherDevices devices,
            TeacherSessions sessions,
            ApplicationEventPublisher events,
            Audit audit) {
        this(
                accounts,
                links,
                template,
                transactions,
                passwords,
                throttle,
                devices,
                sessions,
                events,
                audit,
                InstantSource.system());
    }

    Teachers(
            TeacherAccountRepository accounts,
            TeacherLinkRepository links,
            JdbcAggregateTemplate template,
            PlatformTransactionManager transactions,
            Passwords passwords,
            SignInThrottle throttle,
            TeacherDevices devices,
            TeacherSessions sessions,
            ApplicationEventPublisher events,
            Audit audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.links = links;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The teacher of that id, unless the account is gone. */
    public Optional<Teacher> find(TeacherId id) {
        return accounts.findById(id.value()).map(TeacherAccount::teacher);
    }

    /** All teachers, by name. */
    public List<Teacher> all() {
        return accounts.findByOrderByNameKey().stream().map(TeacherAccount::teacher).toList();
    }

    /**
     * The teacher of that name and password; takes as long for a name that nobody has.
     *
     * @throws TooManyTries if there were so many that this one has to wait
     */
    Optional<Teacher> authenticate(String name, String password, SignInFrom from) {
        // What is no name is nobody's, and all of it counts as one.
        Optional<String> possible = TeacherName.keyOf(name);
        Optional<TeacherAccount> account = possible.flatMap(accounts::findByNameKey);
        try (SignInThrottle.Try now = tryNow(account, possible.orElse(""), from)) {
            boolean right = account.map(known -> passwords.matches(password, known.password()))
                    .orElseGet(() -> passwords.matchesNobody(password));
            if (!right) {
                note(Deed.SIGN_IN_FAILED, account, from);
                return Optional.empty();
            }
            now.succeeded();
            note(Deed.SIGNED_IN, account, from);
            return account.map(TeacherAccount::teacher);
        } catch (TooManyTries wait) {
            note(Deed.SIGN_IN_THROTTLED, account, from);
            throw wait;
        }
    }

    /** On a browser in which the teacher has signed in before, or elsewhere. */
    private SignInThrottle.Try tryNow(Optional<TeacherAccount> account, String name, SignInFrom from) {
        Optional<TeacherId> teacher = account.map(TeacherAccount::teacher).map(Teacher::id);
        return from.device()
                .filter(device -> teacher.filter(id -> devices.knows(device, id)).isPresent())
                .map(device -> throttle.known(device.id() + " " + teacher.get().value()))
                .orElseGet(() -> throttle.stranger(name, from.client()));
    }

    /** A name that nobody has is not written down: it may be a password that was typed into the wrong field. */
    private void note(Deed deed, Optional<TeacherAccount> account, SignInFrom from) {
        String name = account.map(TeacherAccount::name).orElse("");
        audit.note(new Audit.Entry(deed, name, from.client().value(), Map.of()));
    }

    // ---- one-time links ----

    /** A new link for whoever runs the server; an earlier one that was not used no longer works. */
    public Secret setup() {
        return transaction.execute(status -> {
            links.deleteOpenSetups();
            return newLink(TeacherLink.Kind.SETUP, null);
        });
    }

    /** Makes the setup link that was not used stop working. */
    void closeSetup() {
        transaction.executeWithoutResult(status -> links.deleteOpenSetups());
    }

    /**
     * A new link for a colleague.
     *
     * @throws AccountRefused if there is no such teacher any more, or enough invitations are open
     */
    public Secret invite(TeacherId by) {
        Teacher teacher = find(by).orElseThrow(Teachers::gone);
        Secret invitation = transaction.execute(status -> {
            if (openInvitations().size() >= MOST_INVITATIONS) {
                throw new AccountRefused(
                        About.LINK,
                        MOST_INVITATIONS + " invitations are open, the most there can be: revoke one first.");
            }
            return newLink(TeacherLink.Kind.INVITATION, by.value());
        });
        audit.note(Deed.INVITATION_MADE, teacher.name());
        return invitation;
    }

    private Secret newLink(TeacherLink.Kind kind, UUID by) {
        Instant now = clock.instant();
        links.deleteExpired(now.minus(LINK_LASTS)); // long enough to say of a link that it is old
        Secret secret = Secret.random();
        template.insert(new TeacherLink(secret.id(), kind, by, now.plus(LINK_LASTS), null));
        return secret;
    }

    /** The invitations that can still be used, the oldest first. */
    public List<OpenInvitation> openInvitations() {
        Instant now = clock.instant();
        Map<UUID, String> names =
                accounts.findByOrderByNameKey().stream().collect(Collectors.toMap(TeacherAccount::id, TeacherAccount::name));
        return links.findByKindAndUsedIsNullOrderByExpires(TeacherLink.Kind.INVITATION).stream()
                .filter(link -> link.open(now))
                .map(link -> new OpenInvitation(link.id(), names.getOrDefault(link.createdBy(), ""), link.expires()))
                .toList();
    }

    /** Makes an invitation stop working, as that teacher wishes. */
    public void revoke(OpenInvitation invitation, Teacher teacher) {
        transaction.executeWithoutResult(status -> links.deleteInvitation(invitation.id()));
        audit.note(Deed.INVITATION_REVOKED, teacher.name(), Map.of("by", invitation.by()));
    }

    /**
     * Whether a link can be used.
     *
     * @return whether it is the server's own, which may also give a teacher a new password
     * @throws AccountRefused if it cannot, with the reason
     */
    boolean check(String secret) {
        return open(secret).kind() == TeacherLink.Kind.SETUP;
    }

    private TeacherLink open(String secret) {
        TeacherLink link = Secret.parse(secret)
                .flatMap(parsed -> links.findById(parsed.id()))
                .orElseThrow(() -> new AccountRefused(
                        About.LINK,
                        "This link is not known here: it may be cut off, revoked, or replaced by a newer one."));
        if (link.used() != null) {
            throw used();
        }
        if (!link.open(clock.instant())) {
            throw new AccountRefused(About.LINK, "This link is too old: one works for " + LINK_LASTS.toDays() + " days.");
        }
        return link;
    }

    private static AccountRefused used() {
        return new AccountRefused(About.LINK, "This link has been used: it works once.");
    }

    /**
     * Uses a link: makes a teacher. The server's own link also gives a teacher of that name a new password, and ends
     * that teacher's sessions.
     *
     * @throws AccountRefused if the link, the name or the password will not do; the link then still works
     */
    public Teacher redeem(String secret, String typedName, String password) {
        boolean setup = check(secret);
        String name = TeacherName.check(typedName);
        PasswordRules.check(name, password);
        Optional<TeacherAccount> known = accounts.findByNameKey(TeacherName.key(name));
        if (known.isPresent() && !setup) {
            throw taken();
        }
        String hash = passwords.hash(password);
        try {
            Teacher teacher = transaction.execute(status -> {
                if (links.use(Secret.parse(secret).orElseThrow().id(), clock.instant()) == 0) {
                    throw used();
                }
                return known.map(account -> replacePassword(account, hash)).orElseGet(() -> create(name, hash));
            });
            known.ifPresent(account -> sessions.end(teacher.id(), null));
            audit.note(setup ? Deed.SETUP_LINK_USED : Deed.INVITATION_USED, teacher.name());
            return teacher;
        } catch (DuplicateKeyException anotherWasFaster) {
            throw taken();
        }
    }

    private Teacher create(String name, String hash) {
        return template.insert(new TeacherAccount(
                        UUID.randomUUID(), name, TeacherName.key(name), hash, clock.instant()))
                .teacher();
    }

    private Teacher replacePassword(TeacherAccount account, String hash) {
        if (accounts.changePassword(account.id(), account.password(), hash) == 0) {
            throw changedMeanwhile();
        }
        return account.teacher();
    }

    private static AccountRefused taken() {
        return new AccountRefused(About.NAME, "A teacher of that name is here already: choose another.");
    }

    private static AccountRefused changedMeanwhile() {
        return new AccountRefused(About.ACCOUNT, "The account was changed meanwhile: try again.");
    }

    private static AccountRefused gone() {
        return new AccountRefused(About.ACCOUNT, "This account is no longer there.");
    }

    // ---- one's own account ----

    /**
     * Gives a teacher another password, and ends all sessions of that teacher but one.
     *
     * @param session the id of the session that goes on
     * @throws AccountRefused if the old password is wrong or the new one will not do
     */
    public void changePassword(TeacherId id, String old, String password, String session) {
        TeacherAccount account = accounts.findById(id.value()).orElseThrow(Teachers::gone);
        requirePassword(account, old);
        PasswordRules.check(account.name(), password);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> replacePassword(account, hash));
        audit.note(Deed.PASSWORD_CHANGED, account.name());
        sessions.end(id, session);
    }

    /** As throttled as signing in on a device that is known, as who finds a page open may guess. */
    private void requirePassword(TeacherAccount account, String password) {
        try (SignInThrottle.Try now = throttle.known("account " + account.id())) {
            if (!passwords.matches(password, account.password())) {
                audit.note(Deed.PASSWORD_REFUSED, account.name());
                throw new AccountRefused(About.OLD_PASSWORD, "That is not your password.");
            }
            now.succeeded();
        } catch (TooManyTries wait) {
            throw new AccountRefused(About.OLD_PASSWORD, wait.getMessage());
        }
    }

    /** Whether this is the only teacher there is. */
    public boolean isLast(TeacherId id) {
        return accounts.count() == 1 && accounts.findById(id.value()).isPresent();
    }

    /**
     * Deletes a teacher, with all that other rooms delete when told by {@link TeacherDeleted}. Nobody is signed in as
     * that teacher any more.
     *
     * @param password the teacher's own
     * @param evenTheLast whether it may be the last teacher there is
     * @param session the id of the session that goes on, as nobody's
     * @throws AccountRefused if the password is wrong, or it is the last teacher
     */
    public void delete(TeacherId id, String password, boolean evenTheLast, String session) {
        TeacherAccount account = accounts.findById(id.value()).orElseThrow(Teachers::gone);
        requirePassword(account, password);
        transaction.executeWithoutResult(status -> {
            // Locked, so that of the last two, who both leave now, one is told to be the last.
            List<TeacherAccount> all = accounts.findByOrderById();
            if (all.size() == 1 && !evenTheLast) {
                throw new AccountRefused(
                        About.ACCOUNT,
                        "You are the last teacher here: without one, the server prints a new setup link at its next start.");
            }
            events.publishEvent(new TeacherDeleted(id));
            accounts.deleteById(id.value());
        });
        audit.note(Deed.ACCOUNT_DELETED, account.name());
        sessions.signOut(id, session);
    }
}
