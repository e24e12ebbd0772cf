package descentlab.shell;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Problem;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers requests whose query is too long or cannot be decoded, before anything reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the headers that each answer carries
class QueryBounds extends OncePerRequestFilter {

    /** Flow's first request of a page holds the page's query, encoded again: three characters for one at most. */
    private static final int FRAMEWORK_FACTOR = 3;

    /** What Flow's own requests hold beside it. */
    private static final int FRAMEWORK_OWN = 1000;

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Set<String> FRAMEWORK_REQUESTS =
            Arrays.stream(RequestType.values()).map(RequestType::getIdentifier).collect(Collectors.toSet());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RefusalAnswer> refusal = refusal(request);
        if (refusal.isPresent()) {
            refusal.get().write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<RefusalAnswer> refusal(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return undecodable(request);
        }
        if (STRAY_PERCENT.matcher(query).find()) {
            return Optional.of(undecodable(query));
        }
        if (query.length() > FRAMEWORK_FACTOR * EncodedQuery.LONGEST + FRAMEWORK_OWN) {
            return EncodedQuery.tooLong(query).map(QueryBounds::tooLong);
        }
        return undecodable(request).or(() -> {
            String framework = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
            if (framework == null) {
                return EncodedQuery.tooLong(query).map(QueryBounds::tooLong);
            }
            return FRAMEWORK_REQUESTS.contains(framework) ? Optional.empty() : Optional.of(notOurs(framework));
        });
    }

    private static RefusalAnswer notOurs(String type) {
        String name = ApplicationConstants.REQUEST_TYPE_PARAMETER;
        return new RefusalAnswer(
                HttpStatus.BAD_REQUEST.value(),
                "Wrong parameter",
                name + " was '" + shown(type) + "'. It is the pages' own, and no part of a link; please leave it out.",
                name,
                type,
                "nothing; it is to be left out");
    }

    private static RefusalAnswer tooLong(Problem problem) {
        return new RefusalAnswer(
                HttpStatus.URI_TOO_LONG.value(),
                "This link is too long",
                problem.sentence(),
                problem.parameter(),
                problem.came(),
                problem.allowed());
    }

    /** The container decodes query and form when first asked for a parameter. */
    private static Optional<RefusalAnswer> undecodable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return Optional.empty();
        } catch (IllegalStateException undecodable) {
            // A body is read along with the query, which is known to be fine where there is none.
            String query = request.getQueryString();
            return Optional.of(query == null ? undecodable("body", "what was sent as a form") : undecodable(query));
        }
    }

    private static RefusalAnswer undecodable(String query) {
        return undecodable("query", query);
    }

    private static RefusalAnswer undecodable(String where, String came) {
        String allowed = "names and values as name=value, joined by &; after each % two hexadecimal digits, which together"
                + " make text in UTF-8 (a % itself is %25)";
        return new RefusalAnswer(
                HttpStatus.BAD_REQUEST.value(),
                where.equals("body") ? "This form cannot be read" : "This link cannot be read",
                "Something in its " + where + " cannot be decoded. Allowed: " + allowed + ".",
                where,
                came,
                allowed);
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
