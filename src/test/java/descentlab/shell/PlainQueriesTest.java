package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the application sees of a link's plus signs. */
class PlainQueriesTest {

    private static HttpServletRequest seen(String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/lab/surface");
        request.setQueryString(query);
        // As the container decodes it.
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            request.addParameter(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        MockFilterChain chain = new MockFilterChain();
        new PlainQueries().doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "f=x1+x2&seed=1         | x1+x2",
        "f=x1%20+%20x2&seed=1   | x1 + x2",
        "f=x1+%2B+x2&seed=1     | x1 + x2",
        "f=x1%2Bx2&seed=1       | x1+x2",
    })
    void isReadByOurRule(String query, String f) throws Exception {
        HttpServletRequest seen = seen(query);
        assertThat(seen.getParameter("f")).isEqualTo(f);
        assertThat(seen.getParameterValues("f")).containsExactly(f);
        assertThat(seen.getParameterMap().get("f")).containsExactly(f);
        assertThat(Collections.list(seen.getParameterNames())).containsExactly("f", "seed");
        assertThat(seen.getParameter("none")).isNull();
        assertThat(seen.getParameterValues("none")).isNull();
    }

    /** Flow's first request holds the page's own query, encoded as a whole. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v-r=init&location=lab%2Fsurface&query=%3Ff%3Dx1%2Bx2        | ?f=x1%2Bx2",
        "v-r=init&location=lab%2Fsurface&query=%3Ff%3Dx1%2B%252B%2Bx2 | ?f=x1%20%2B%20x2",
        "v-r=init&location=lab%2Fsurface&query=%3Ff%3Dx1             | ?f=x1",
        "v-r=heartbeat&query=a%2Bb                                   | a+b",
    })
    void alsoWithinFlowsFirstRequest(String query, String inner) throws Exception {
        assertThat(seen(query).getParameter("query")).isEqualTo(inner);
    }
}
