package descentlab.shell;

import descentlab.client.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page has a visitor's browser do here: to open a WebSocket, which a browser lets any page
 * do, or to send anything but a question. A browser names the page's origin in such a request; what names none is no
 * browser.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForeignOrigins extends OncePerRequestFilter {

    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> USUAL_PORTS = Set.of(":80", ":443");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request) && (opensSocket(request) || !QUESTIONS.contains(request.getMethod()))) {
            Refusal.FOREIGN_ORIGIN.count();
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .print("{\"title\":\"Another site\",\"status\":" + HttpServletResponse.SC_FORBIDDEN
                            + ",\"detail\":\"This came from a page of another site; only pages of this one may ask for it."
                            + " Where a reverse proxy stands before the server, it has to pass the Host header on.\"}");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean opensSocket(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.UPGRADE) != null || request.getRequestURI().contains("/VAADIN/push");
    }

    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || "same-origin".equals(request.getHeader(FETCH_SITE))) {
            return false; // the latter a browser says of its own page alone, whatever a proxy made of the host
        }
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null || !withoutUsualPort(host).equalsIgnoreCase(withoutUsualPort(authority(origin)));
    }

    /** Host and port of an origin; nothing of one that has none, such as {@code null}. */
    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String withoutUsualPort(String authority) {
        return USUAL_PORTS.stream()
                .filter(authority::endsWith)
                .findFirst()
                .map(port -> authority.substring(0, authority.length() - port.length()))
                .orElse(authority);
    }
}
