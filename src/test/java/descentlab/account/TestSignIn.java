package descentlab.account;

import com.vaadin.flow.server.VaadinSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signs a teacher in without a password, for tests of pages without a browser; a new page sees it. */
public final class TestSignIn {

    private TestSignIn() {}

    /** Makes the current Vaadin session that teacher's. */
    public static void as(Teacher teacher) {
        SecurityContextImpl context = new SecurityContextImpl(SignedIn.as(teacher));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        SecurityContextHolder.setContext(context);
    }

    /** Makes it nobody's; to be called after each test that signed somebody in. */
    public static void out() {
        if (VaadinSession.getCurrent() != null) {
            VaadinSession.getCurrent()
                    .getSession()
                    .removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        }
        SecurityContextHolder.clearContext();
    }
}
