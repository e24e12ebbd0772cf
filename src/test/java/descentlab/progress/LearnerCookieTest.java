package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who gets which cookie, and which cookies are believed. */
class LearnerCookieTest {

    private static MockHttpServletResponse visit(String accept, String cookie) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/exercises");
        request.addHeader("Accept", accept);
        if (cookie != null) {
            request.setCookies(new Cookie(LearnerCookie.NAME, cookie));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LearnerCookie().doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void aNewcomerGetsASecretThatScriptsCannotRead() throws ServletException, IOException {
        Cookie cookie = visit("text/html", null).getCookie(LearnerCookie.NAME);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(LearnerToken.parse(cookie.getValue())).isPresent();
    }

    @Test
    void thePageThatANewcomerIsGivenItWithIsForThem() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/exercises");
        request.addHeader("Accept", "text/html");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LearnerCookie().doFilter(request, response, new MockFilterChain());
        assertThat(LearnerCookie.ofPage(request)).isEqualTo(LearnerToken.parse(response.getCookie(LearnerCookie.NAME).getValue()));
        assertThat(LearnerCookie.read(request)).as("nobody has come yet").isEmpty();
    }

    @Test
    void whoHasOneKeepsItAndDataIsNoVisit() throws ServletException, IOException {
        assertThat(visit("text/html", LearnerToken.random().secret().value()).getCookies()).isEmpty();
        assertThat(visit("application/json", null).getCookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "'; drop table learner; --", "<script>", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWeCouldNotHaveMadeIsReplaced(String forged) throws ServletException, IOException {
        assertThat(LearnerToken.parse(forged)).isEmpty();
        assertThat(visit("text/html", forged).getCookie(LearnerCookie.NAME).getValue()).isNotEqualTo(forged);
    }

    @Test
    void theSecretShowsNowhereAndSeedsAreOnesOwn() {
        LearnerToken one = LearnerToken.random();
        LearnerToken other = LearnerToken.random();
        assertThat(one.toString()).doesNotContain(one.secret().value());
        assertThat(one.id()).doesNotContain(one.secret().value()).hasSize(64);
        assertThat(one.seed("drills")).isEqualTo(one.seed("drills")).isNotEqualTo(other.seed("drills"));
        assertThat(one.seed("drills")).isNotEqualTo(one.seed("rescaled"));
    }
}
