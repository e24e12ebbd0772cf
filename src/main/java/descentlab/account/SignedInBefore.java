package descentlab.account;

import descentlab.client.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the session of a teacher anew whose browser shows that one is signed in, where the server knows nothing of it: for
 * pages, and what else one opens by a link; what a page asks for afterwards has their session. And ends the one whose teacher
 * has signed out, or taken another password, on another server.
 */
final class SignedInBefore extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignedInBefore.class);

    private final SignIns signIns;
    private final Teachers teachers;
    private final TeacherSessions sessions;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedInBefore(SignIns signIns, Teachers teachers, TeacherSessions sessions) {
        this.signIns = signIns;
        this.teachers = teachers;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            HttpSession session = request.getSession(false);
            if (session != null && sessions.endedElsewhere(session)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (isNobodys(session) && isOpened(request)) {
                SignInCookie.read(request).ifPresent(token -> show(token, request, response));
            }
        } catch (DataAccessException | TransactionException notNow) {
            LOG.warn("whether a teacher is signed in could not be read: {}", notNow.getMessage());
        }
        chain.doFilter(request, response);
    }

    /** A request of a page that is left may have made one in which nobody is signed in. */
    private static boolean isNobodys(HttpSession session) {
        return session == null
                || session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null;
    }

    private static boolean isOpened(HttpServletRequest request) {
        String accepts = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && (accepts != null && accepts.contains("text/html") || "init".equals(request.getParameter("v-r")));
    }

    private void show(Secret token, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignIns.Token> next = signIns.exchange(token);
        next.flatMap(known -> teachers.find(known.teacher()))
                .ifPresentOrElse(
                        teacher -> goOn(next.get(), teacher, request, response),
                        () -> SignInCookie.remove(request, response));
    }

    private void goOn(SignIns.Token token, Teacher teacher, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId(); // as at each sign-in: who knew the old one is not signed in
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.as(teacher));
        SecurityContextHolder.setContext(context);
        sessions.enter(request.getSession(), teacher, Optional.of(token.signIn()));
        contexts.saveContext(context, request, response);
        SignInCookie.write(request, response, token.secret());
    }
}
