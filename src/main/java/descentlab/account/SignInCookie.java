package descentlab.account;

import descentlab.client.BrowserCookie;
import descentlab.client.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The cookie by which a teacher's session is made anew where it is not known; it goes when the browser is closed. */
final class SignInCookie {

    static final String NAME = "signed-in";

    private static final BrowserCookie COOKIE = new BrowserCookie(NAME, BrowserCookie.UNTIL_CLOSED);

    private SignInCookie() {}

    static Optional<Secret> read(HttpServletRequest request) {
        return COOKIE.values(request).flatMap(value -> Secret.parse(value).stream()).findFirst();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        COOKIE.write(request, response, secret.value());
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }
}
