package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForeignOriginsTest {

    private static MockHttpServletRequest request(String method, String path, String host, String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return request;
    }

    private static boolean passes(MockHttpServletRequest request) throws Exception {
        long before = Refusal.FOREIGN_ORIGIN.counted();
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new ForeignOrigins().doFilter(request, response, chain);
        boolean passed = chain.getRequest() != null;
        assertThat(response.getStatus()).isEqualTo(passed ? 200 : 403);
        assertThat(Refusal.FOREIGN_ORIGIN.counted() - before).isEqualTo(passed ? 0 : 1);
        if (!passed) {
            assertThat(response.getContentAsString()).contains("a page of another site");
        }
        return passed;
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:8080",
        "lab.example.org, https://lab.example.org",
        "Lab.Example.org, https://lab.example.org",
        "lab.example.org:443, https://lab.example.org",
        "lab.example.org, http://lab.example.org:80",
        "[::1]:8080, http://[::1]:8080",
        "lab.example.org,"
    })
    void ourOwnPagesAndWhatIsNoBrowserPass(String host, String origin) throws Exception {
        assertThat(passes(request("POST", "/", host, origin))).isTrue();
        MockHttpServletRequest socket = request("GET", "/VAADIN/push", host, origin);
        socket.addHeader("Upgrade", "websocket");
        assertThat(passes(socket)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lab.example.org, https://example.org",
        "lab.example.org, https://lab.example.org.evil.example",
        "lab.example.org, https://evil.example/lab.example.org",
        "lab.example.org, https://lab.example.org:8443",
        "lab.example.org, https://lab.example.org@evil.example",
        "lab.example.org, null",
        "lab.example.org, %",
        "lab.example.org, ''",
        "localhost:8080, http://localhost:3000"
    })
    void othersMaySendNothingAndOpenNoSocket(String host, String origin) throws Exception {
        assertThat(passes(request("POST", "/", host, origin))).isFalse();
        assertThat(passes(request("GET", "/VAADIN/push", host, origin))).isFalse();
        MockHttpServletRequest socket = request("GET", "/", host, origin);
        socket.addHeader("Upgrade", "websocket");
        assertThat(passes(socket)).isFalse();
        assertThat(passes(request("GET", "/api/surface.csv", host, origin))).as("a question").isTrue();
    }

    /** A proxy may have put its own host in place of it. */
    @ParameterizedTest
    @CsvSource({"same-origin, true", "same-site, false", "cross-site, false"})
    void aBrowserSaysItselfThatThePageIsOurs(String site, boolean passes) throws Exception {
        MockHttpServletRequest request = request("POST", "/", "backend:8080", "https://lab.example.org");
        request.addHeader("Sec-Fetch-Site", site);
        assertThat(passes(request)).isEqualTo(passes);
    }
}
