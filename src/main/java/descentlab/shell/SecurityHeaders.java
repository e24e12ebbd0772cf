package descentlab.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that every answer carries. What is no page runs no script but a file of ours; a page's own policy, which
 * {@link PagePolicy} puts in place of it, lets Vaadin's client start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring Security, whose own answers carry them too
class SecurityHeaders extends OncePerRequestFilter {

    static final String POLICY = "Content-Security-Policy";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(POLICY, PagePolicy.of("script-src 'self'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Not the link, which says a whole experiment: each request of a page would repeat it.
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
