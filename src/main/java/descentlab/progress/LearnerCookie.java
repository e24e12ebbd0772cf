package descentlab.progress;

import descentlab.client.BrowserCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The cookie that holds a learner's token: out of reach of scripts, not sent along by other sites' requests. It is
 * given out with the first page; nothing is stored for it until something is done.
 */
@Component
public class LearnerCookie extends OncePerRequestFilter {

    static final String NAME = "learner";

    private static final String GIVEN = LearnerCookie.class.getName() + ".given";

    /** In a frame on another site's page nobody is known, and nothing is kept. */
    private static final String EMBEDDED = "/embed/";

    private static final BrowserCookie COOKIE = new BrowserCookie(NAME, Duration.ofDays(400));

    /** The learner a request comes from, if its cookie is one we could have made. */
    public static Optional<LearnerToken> read(HttpServletRequest request) {
        return COOKIE.values(request).flatMap(value -> LearnerToken.parse(value).stream()).findFirst();
    }

    /** The learner whom a page is for: whom the request comes from, or the newcomer who is given a cookie with this page. */
    public static Optional<LearnerToken> ofPage(HttpServletRequest request) {
        return read(request).or(() -> Optional.ofNullable((LearnerToken) request.getAttribute(GIVEN)));
    }

    /** Makes the browser come as that learner from now on. */
    public static void write(HttpServletRequest request, HttpServletResponse response, LearnerToken token) {
        COOKIE.write(request, response, token.secret().value());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean page = request.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && !path.startsWith(EMBEDDED);
        if (page && read(request).isEmpty()) {
            LearnerToken newcomer = LearnerToken.random();
            write(request, response, newcomer);
            request.setAttribute(GIVEN, newcomer);
        }
        chain.doFilter(request, response);
    }
}
