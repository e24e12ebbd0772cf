package descentlab.admission;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import descentlab.client.Counters.Held;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for room before a page is made. A request for a page waits with that room, in its session, for the browser to
 * begin the page; a session is not made without room for it. Who gets none is answered by a page without a session.
 */
final class AdmissionFilter extends OncePerRequestFilter {

    private static final List<String> NO_PAGES =
            List.of("/api/", "/stream/", "/embed/", "/oembed", "/preview/", "/actuator/", "/descentlab/", "/VAADIN/", "/livez", "/readyz");

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Held page = null;
        try {
            if (asksForPage(request)) {
                page = admission.page(request);
            } else if (begins(request)) {
                page = AwaitedPages.take(request.getSession(false));
                if (page == null) {
                    page = admission.page(request);
                }
                request.setAttribute(AdmittedPages.ROOM, new Room(page));
            }
            boolean fresh = request.getSession(false) == null;
            HttpServletRequest bounded = fresh ? new Bounded(request, admission) : request;
            if (fresh && isPush(request)) {
                // Its session has ended, and to say so a new one is made, where nobody knows what to do without one.
                bounded.getSession();
            }
            chain.doFilter(bounded, response);
            if (page != null && asksForPage(request) && response.getStatus() == HttpServletResponse.SC_OK) {
                page = AwaitedPages.add(request.getSession(false), page) ? null : page;
            }
        } catch (NoRoom full) {
            admission.turnAway(request, response, full);
        } catch (ServletException | IOException | RuntimeException failure) {
            NoRoom full = NoRoom.in(failure);
            if (full == null || response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            admission.turnAway(request, response, full);
        } finally {
            if (page != null && !Room.taken(request)) {
                page.release();
            }
        }
    }

    /** Whether a browser asks for a page to show, as it says itself; data is none. */
    private static boolean asksForPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && NO_PAGES.stream().noneMatch(path::startsWith)
                && request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) == null;
    }

    private static boolean isPush(HttpServletRequest request) {
        return RequestType.PUSH
                .getIdentifier()
                .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    private static boolean begins(HttpServletRequest request) {
        return RequestType.INIT
                .getIdentifier()
                .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    /** Room for the page that this request begins, until the page takes it. */
    static final class Room {
        private final Held held;
        private boolean taken;

        Room(Held held) {
            this.held = held;
        }

        Held take() {
            taken = true;
            return held;
        }

        private static boolean taken(HttpServletRequest request) {
            return request.getAttribute(AdmittedPages.ROOM) instanceof Room room && room.taken;
        }
    }

    /** A request for which a session is made only if there is room for one. */
    private static final class Bounded extends HttpServletRequestWrapper {

        private final Admission admission;

        Bounded(HttpServletRequest request, Admission admission) {
            super(request);
            this.admission = admission;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession known = super.getSession(false);
            return known != null || !create ? known : admission.session(this, super::getSession);
        }
    }
}
