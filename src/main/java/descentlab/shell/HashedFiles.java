package descentlab.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep for a year what has the hash of its contents in its name or beside it: another version has another name. Vaadin lets
 * them ask again each hour.
 */
@Component
class HashedFiles extends OncePerRequestFilter {

    private static final Pattern HASHED = Pattern.compile("/VAADIN/build/[^/]+-[\\w-]{8}\\.\\w+$");
    private static final Pattern HASH_BESIDE = Pattern.compile("v=[0-9a-f]{64}");
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !HASHED.matcher(request.getRequestURI()).find()
                && (query == null || !request.getRequestURI().contains("/VAADIN/static/") || !HASH_BESIDE.matcher(query).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                boolean kept = CACHE_CONTROL.equalsIgnoreCase(name) && getStatus() < SC_BAD_REQUEST;
                super.setHeader(name, kept ? A_YEAR : value);
            }
        });
    }
}
