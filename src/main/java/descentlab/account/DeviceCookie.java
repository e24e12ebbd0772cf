package descentlab.account;

import descentlab.client.BrowserCookie;
import descentlab.client.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** The cookie by which a browser is known again in which a teacher has signed in; by itself it signs nobody in. */
final class DeviceCookie {

    static final String NAME = "device";

    private static final BrowserCookie COOKIE = new BrowserCookie(NAME, Duration.ofDays(400));

    private DeviceCookie() {}

    static Optional<Secret> read(HttpServletRequest request) {
        return COOKIE.values(request).flatMap(value -> Secret.parse(value).stream()).findFirst();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        COOKIE.write(request, response, secret.value());
    }
}
