package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the application sees of a link's plus signs. */
class PlainQueriesTest {

    private static MockHttpServletRequest request(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/lab/surface");
        request.setQueryString(query);
        // As the container decodes it.
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            request.addParameter(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return request;
    }

    private static HttpServletRequest seen(String query) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new PlainQueries().doFilter(request(query), new MockHttpServletResponse(), chain);
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

    /** The browser has Flow read the address bar once more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "f=x1+x2&seed=1       | f=x1%2Bx2&seed=1",
        "f=x1+%2B+x2&seed=1   | f=x1%20%2B%20x2&seed=1",
        "f=(x1+1)%20*%20x2    | f=(x1%2B1)%20*%20x2",
    })
    void aPageIsAskedForAnewByWhatAllReadAlike(String query, String plain) throws Exception {
        MockHttpServletRequest request = request(query);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new PlainQueries().doFilter(request, response, chain);
        assertThat(response.getRedirectedUrl()).isEqualTo("/lab/surface?" + plain);
        assertThat(chain.getRequest()).isNull();
        request.setQueryString(plain);
        new PlainQueries().doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("and only once").isSameAs(request);
    }

    @Test
    void nobodyIsSentToAnotherHost() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "//elsewhere.example/lab");
        request.setQueryString("f=x1+x2");
        request.addHeader("Accept", "text/html");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new PlainQueries().doFilter(request, response, new MockFilterChain());
        assertThat(response.getRedirectedUrl()).isEqualTo("/elsewhere.example/lab?f=x1%2Bx2");
    }
}
