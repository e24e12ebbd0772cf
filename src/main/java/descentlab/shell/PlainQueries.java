package descentlab.shell;

import descentlab.experiment.EncodedQuery;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has the queries of links read by our rule for + ({@link EncodedQuery}), whoever reads them: the container and Flow each
 * take every + for a space. A page's browser sends the address bar's query once more later, by ways of Flow's own: so a
 * page is asked for anew by an address that all read alike.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after what can be refused unread
class PlainQueries extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query == null || query.indexOf('+') < 0 || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
        } else if (RefusalAnswer.isForPerson(request)) {
            // One slash: two would be another host.
            String path = request.getRequestURI().replaceFirst("^/+", "/");
            response.sendRedirect(path + "?" + EncodedQuery.plain(query));
        } else {
            chain.doFilter(new Plain(request), response);
        }
    }

    private static final class Plain extends HttpServletRequestWrapper {

        private final String query;
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        Plain(HttpServletRequest request) {
            super(request);
            query = EncodedQuery.plain(request.getQueryString());
            EncodedQuery.read(query).forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        }

        @Override
        public String getQueryString() {
            return query;
        }

        @Override
        public String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String[] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(List.copyOf(parameters.keySet()));
        }
    }
}
