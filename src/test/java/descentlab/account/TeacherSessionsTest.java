package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class TeacherSessionsTest {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private static ConfigurableApplicationContext application;
    private static Teacher ada;
    private static Teacher emmy;

    private final SignIns signIns = application.getBean(SignIns.class);
    private Instant now = Instant.now();
    private final TeacherSessions sessions = new TeacherSessions(signIns, entry -> {}, () -> now);

    @BeforeAll
    static void start() {
        application = AccountsOnly.start("jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1");
        Teachers teachers = application.getBean(Teachers.class);
        ada = teachers.redeem(teachers.setup().value(), "Ada", "correct horse battery");
        emmy = teachers.redeem(teachers.setup().value(), "Emmy", "correct horse battery");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** By which the browser would come again, after it has signed in. */
    private Secret token(Teacher teacher, MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessions.onAuthentication(SignedIn.as(teacher), request, response);
        return Secret.parse(response.getCookie(SignInCookie.NAME).getValue()).orElseThrow();
    }

    private MockHttpSession signIn(Teacher teacher, MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        sessions.onAuthentication(SignedIn.as(teacher), request, new MockHttpServletResponse());
        session.setAttribute(CONTEXT, new SecurityContextImpl(SignedIn.as(teacher)));
        return session;
    }

    private MockHttpSession signIn(Teacher teacher) {
        return signIn(teacher, new MockHttpSession());
    }

    @Test
    void aTeachersSessionLastsASchoolDay() {
        assertThat(signIn(ada).getMaxInactiveInterval()).isEqualTo(8 * 3600);
    }

    @Test
    void aTeachersOtherSessionsAreEnded() {
        MockHttpSession here = signIn(ada);
        MockHttpSession elsewhere = signIn(ada);
        MockHttpSession colleague = signIn(emmy);

        sessions.end(ada.id(), here.getId());

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(here.isInvalid()).isFalse();
        assertThat(colleague.isInvalid()).isFalse();
        sessions.end(ada.id(), null);
        assertThat(here.isInvalid()).isTrue();
    }

    @Test
    void whoIsSignedOutIsNobodyHereAndEndedElsewhere() {
        MockHttpSession here = signIn(ada);
        MockHttpSession elsewhere = signIn(ada);

        sessions.signOut(ada.id(), here.getId());

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(here.isInvalid()).isFalse();
        assertThat(here.getAttribute(CONTEXT)).isNull();
    }

    @Test
    void whoSignsInAsAnotherIsNoLongerTheFirst() {
        MockHttpSession session = signIn(emmy, signIn(ada));
        sessions.end(ada.id(), null);
        assertThat(session.isInvalid()).isFalse();
        sessions.end(emmy.id(), null);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoSignsOutLeavesASessionThatIsNobodys() {
        MockHttpSession session = signIn(ada);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        request.getServletContext().setSessionTimeout(30);
        sessions.logout(request, new MockHttpServletResponse(), SignedIn.as(ada));
        assertThat(session.isInvalid()).isFalse();
        assertThat(session.getAttribute(CONTEXT)).isNull();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(30 * 60);
        assertThat(sessions.count()).isZero();
    }

    @Test
    void theCookieGoesWithTheBrowserAndIsOutOfReachOfScripts() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessions.onAuthentication(SignedIn.as(ada), new MockHttpServletRequest(), response);
        assertThat(response.getCookie(SignInCookie.NAME).isHttpOnly()).isTrue();
        assertThat(response.getCookie(SignInCookie.NAME).getMaxAge()).isNegative();
    }

    @Test
    void whoSignsOutCannotComeAgain() {
        MockHttpSession session = new MockHttpSession();
        Secret token = token(ada, session);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessions.logout(request, response, SignedIn.as(ada));
        assertThat(response.getCookie(SignInCookie.NAME).getMaxAge()).isZero();
        assertThat(signIns.exchange(token)).isEmpty();
    }

    @Test
    void whoSignsOutWhereNothingIsKnownOfThemCannotComeAgainEither() {
        Secret token = token(ada, new MockHttpSession());
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SignInCookie.NAME, token.value()));
        sessions.logout(request, new MockHttpServletResponse(), null);
        assertThat(signIns.exchange(token)).isEmpty();
    }

    @Test
    void anotherPasswordLeavesThatBrowserAloneSignedIn() {
        MockHttpSession here = new MockHttpSession();
        Secret hereAgain = token(ada, here);
        Secret elsewhere = token(ada, new MockHttpSession());
        Secret colleague = token(emmy, new MockHttpSession());
        sessions.end(ada.id(), here.getId());
        assertThat(signIns.exchange(elsewhere)).isEmpty();
        assertThat(signIns.exchange(hereAgain)).isPresent();
        assertThat(signIns.exchange(colleague)).isPresent();
    }

    @Test
    void whatIsEndedOnAnotherServerEndsHereWithinSeconds() {
        TeacherSessions another = new TeacherSessions(signIns, entry -> {});
        MockHttpSession here = signIn(ada);
        MockHttpSession colleague = signIn(emmy);
        another.end(ada.id(), null);
        assertThat(sessions.endedElsewhere(here)).as("looked up once in a while").isFalse();
        now = now.plus(TeacherSessions.LOOKS);
        assertThat(sessions.endedElsewhere(here)).isTrue();
        assertThat(sessions.endedElsewhere(colleague)).isFalse();
        assertThat(sessions.endedElsewhere(new MockHttpSession())).isFalse();
    }

    @Test
    void aSessionGoesOnWhenTheTimeOfItsSignInIsOver() {
        SignIns yesterday = new SignIns(
                application.getBean(JdbcClient.class),
                application.getBean(PlatformTransactionManager.class),
                () -> now.minus(Duration.ofDays(1)));
        UUID signIn = yesterday.begin(ada.id()).signIn();
        token(ada, new MockHttpSession()); // tidies
        assertThat(signIns.lasts(signIn)).isTrue();
    }

    @Test
    void aRequestOfASessionThatWasEndedElsewhereIsNobodys() throws Exception {
        MockHttpSession here = signIn(ada);
        signIns.endAll(ada.id(), Optional.empty());
        now = now.plus(TeacherSessions.LOOKS);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/class/mine");
        request.setSession(here);
        new SignedInBefore(signIns, application.getBean(Teachers.class), sessions)
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(here.isInvalid()).isTrue();
    }

    @Test
    void endedSessionsAreNotKept() {
        signIn(ada).invalidate();
        assertThat(sessions.count()).isZero();
    }
}
