package descentlab.shell;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import descentlab.experiment.EncodedQuery;
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
 * take every + for a space.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after what can be refused unread
class PlainQueries extends OncePerRequestFilter {

    /** The parameter of Flow's first request that holds the page's own query. */
    private static final String PAGE_QUERY = "query";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean link = query != null && request.getMethod().equals("GET");
        boolean other = link && (query.indexOf('+') >= 0 || begins(request));
        chain.doFilter(other ? new Plain(request) : request, response);
    }

    private static boolean begins(HttpServletRequest request) {
        return RequestType.INIT
                .getIdentifier()
                .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    private static final class Plain extends HttpServletRequestWrapper {

        private final String query;
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        Plain(HttpServletRequest request) {
            super(request);
            query = EncodedQuery.plain(request.getQueryString());
            EncodedQuery.read(query).forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
            if (begins(request)) {
                parameters.computeIfPresent(
                        PAGE_QUERY, (name, values) -> new String[] {EncodedQuery.plain(values[0])});
            }
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
