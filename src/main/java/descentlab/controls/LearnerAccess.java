package descentlab.controls;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import descentlab.progress.LearnerCookie;
import descentlab.progress.LearnerToken;
import java.util.Optional;

/** Which learner the current page is for. */
public final class LearnerAccess {

    private LearnerAccess() {}

    /** The learner of the browser's cookie; where there is none, one that lasts as long as the session. */
    public static LearnerToken current() {
        VaadinSession session = VaadinSession.getCurrent();
        LearnerToken token = cookie()
                .or(() -> Optional.ofNullable(session.getAttribute(LearnerToken.class)))
                .orElseGet(LearnerToken::random);
        session.setAttribute(LearnerToken.class, token);
        return token;
    }

    /** The learner that a page's first answer is for: also a newcomer, whom the page will be for when it comes. */
    public static Optional<LearnerToken> ofFirstAnswer(VaadinRequest asked) {
        return asked instanceof VaadinServletRequest request ? LearnerCookie.ofPage(request) : Optional.empty();
    }

    private static Optional<LearnerToken> cookie() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? LearnerCookie.read(request)
                : Optional.empty();
    }

    /** Makes this browser another learner from now on. */
    public static void become(LearnerToken token) {
        VaadinSession.getCurrent().setAttribute(LearnerToken.class, token);
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                && VaadinResponse.getCurrent() instanceof VaadinServletResponse response) {
            LearnerCookie.write(request, response, token);
        }
    }
}
