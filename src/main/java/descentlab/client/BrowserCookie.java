package descentlab.client;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A cookie by which a browser is known again: out of reach of scripts, not sent along by other sites' requests.
 *
 * @param name of the cookie
 * @param kept for how long; browsers keep none longer than 400 days. {@link #UNTIL_CLOSED}: until the browser is closed
 */
public record BrowserCookie(String name, Duration kept) {

    /** For {@link #kept}: as a session's cookie, with no time of its own. */
    public static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    /** What the browser brings along; one value, unless somebody has made more. */
    public Stream<String> values(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String value) {
        write(request, response, value, kept);
    }

    /** Has the browser forget it. */
    public void remove(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, Duration lasts) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) lasts.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
