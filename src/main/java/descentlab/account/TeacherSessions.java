package descentlab.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The sessions in which teachers are signed in, so that they can be ended from elsewhere. */
@Component
class TeacherSessions implements SessionAuthenticationStrategy, LogoutHandler {

    /** How long a closed lid keeps a teacher signed in: a school day. */
    static final Duration KEPT = Duration.ofHours(8);

    /** As soon as that a sign-out or another password counts on every server. */
    static final Duration LOOKS = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(TeacherSessions.class);

    private final Map<TeacherId, Set<HttpSession>> sessions = new ConcurrentHashMap<>();
    private final SignIns signIns;
    private final Audit audit;
    private final InstantSource clock;

    @Autowired
    TeacherSessions(SignIns signIns, Audit audit) {
        this(signIns, audit, InstantSource.system());
    }

    TeacherSessions(SignIns signIns, Audit audit, InstantSource clock) {
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /** In a session for as long as it lasts. */
    private final class Entry implements HttpSessionBindingListener {

        private final TeacherId teacher;
        private final HttpSession session;

        /** By which it can be made anew elsewhere; nothing if that could not be kept. */
        private final Optional<UUID> signIn;

        private volatile Instant looked = clock.instant();

        Entry(TeacherId teacher, HttpSession session, Optional<UUID> signIn) {
            this.teacher = teacher;
            this.session = session;
            this.signIn = signIn;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            sessions.computeIfPresent(teacher, (id, all) -> {
                all.remove(session);
                return all.isEmpty() ? null : all;
            });
        }
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (authentication.getPrincipal() instanceof Teacher teacher) {
            enter(request.getSession(), teacher, begin(teacher, request, response));
        }
    }

    private Optional<UUID> begin(Teacher teacher, HttpServletRequest request, HttpServletResponse response) {
        try {
            SignIns.Token token = signIns.begin(teacher.id());
            SignInCookie.write(request, response, token.secret());
            return Optional.of(token.signIn());
        } catch (DataAccessException | TransactionException notNow) {
            LOG.warn("that a teacher signed in could not be kept: {}", notNow.getMessage());
            return Optional.empty();
        }
    }

    /** Notes that a teacher is signed in there. */
    void enter(HttpSession session, Teacher teacher, Optional<UUID> signIn) {
        session.setMaxInactiveInterval((int) KEPT.toSeconds());
        // A second sign-in in one session replaces, and so unbinds, the first.
        session.removeAttribute(Entry.class.getName());
        sessions.compute(teacher.id(), (id, all) -> {
            Set<HttpSession> known = all == null ? ConcurrentHashMap.newKeySet() : all;
            known.add(session);
            return known;
        });
        session.setAttribute(Entry.class.getName(), new Entry(teacher.id(), session, signIn));
    }

    /**
     * Closes the pages of the session, in all of its tabs, and keeps the session itself: a request of theirs that is
     * still under way would else be given a new one, whose cookie replaces that of the page which comes next.
     */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Teacher teacher) {
            audit.note(Deed.SIGNED_OUT, teacher.name());
        }
        HttpSession session = request.getSession(false);
        endSignIn(session, request);
        SignInCookie.remove(request, response);
        if (session != null) {
            forget(session);
            session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * 60);
            for (VaadinSession pages : VaadinSession.getAllSessions(session)) {
                pages.access(() -> List.copyOf(pages.getUIs()).forEach(UI::close));
            }
        }
    }

    private void endSignIn(HttpSession session, HttpServletRequest request) {
        try {
            SignInCookie.read(request).ifPresent(signIns::end);
            Optional.ofNullable(session).flatMap(TeacherSessions::signIn).ifPresent(signIns::end);
        } catch (DataAccessException | TransactionException notNow) {
            // The browser forgets its token all the same.
            LOG.warn("that a teacher signed out could not be kept: {}", notNow.getMessage());
        }
    }

    private static void forget(HttpSession session) {
        session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        session.removeAttribute(Entry.class.getName());
    }

    private static Optional<UUID> signIn(HttpSession session) {
        return session.getAttribute(Entry.class.getName()) instanceof Entry entry ? entry.signIn : Optional.empty();
    }

    /** Ends a teacher's sessions but the one of that id. */
    void end(TeacherId teacher, String exceptId) {
        AtomicReference<Optional<UUID>> goesOn = new AtomicReference<>(Optional.empty());
        each(teacher, session -> {
            if (session.getId().equals(exceptId)) {
                goesOn.set(signIn(session));
            }
        });
        try {
            signIns.endAll(teacher, goesOn.get());
        } finally { // also where the database is away
            each(teacher, session -> {
                if (!session.getId().equals(exceptId)) {
                    session.invalidate();
                }
            });
        }
    }

    /** Ends a teacher's sessions; the one of that id goes on, with nobody signed in. */
    void signOut(TeacherId teacher, String goesOn) {
        end(teacher, goesOn);
        each(teacher, TeacherSessions::forget);
    }

    /** Whether a session's sign-in has been ended on another server; looked up every {@link #LOOKS} at most. */
    boolean endedElsewhere(HttpSession session) {
        if (!(session.getAttribute(Entry.class.getName()) instanceof Entry entry) || entry.signIn.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(entry.looked.plus(LOOKS))) {
            return false;
        }
        entry.looked = now;
        return !signIns.lasts(entry.signIn.get());
    }

    /** Of how many teachers there are sessions. */
    int count() {
        return sessions.size();
    }

    private void each(TeacherId teacher, Consumer<HttpSession> change) {
        for (HttpSession session : List.copyOf(sessions.getOrDefault(teacher, Set.of()))) {
            try {
                change.accept(session);
            } catch (IllegalStateException endedMeanwhile) {
                // as it should be
            }
        }
    }
}
