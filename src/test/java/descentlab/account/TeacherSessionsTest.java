package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class TeacherSessionsTest {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final TeacherSessions sessions = new TeacherSessions(entry -> {});
    private final Teacher ada = new Teacher(new TeacherId(UUID.randomUUID()), "Ada");
    private final Teacher emmy = new Teacher(new TeacherId(UUID.randomUUID()), "Emmy");

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
    void endedSessionsAreNotKept() {
        signIn(ada).invalidate();
        assertThat(sessions.count()).isZero();
    }
}
