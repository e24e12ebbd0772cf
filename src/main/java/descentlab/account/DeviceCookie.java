package descentlab.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie by which a browser is known again in which a teacher has signed in; by itself it signs nobody in. */
final class DeviceCookie {

    static final String NAME = "device";

    private static final Duration KEPT = Duration.ofDays(400); // browsers keep none longer

    private DeviceCookie() {}

    static Optional<LinkSecret> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .flatMap(cookie -> LinkSecret.parse(cookie.getValue()).stream())
                .findFirst();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, LinkSecret secret) {
        Cookie cookie = new Cookie(NAME, secret.value());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
