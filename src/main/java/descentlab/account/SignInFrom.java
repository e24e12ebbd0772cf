package descentlab.account;

import descentlab.client.Client;
import descentlab.client.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where a try to sign in comes from.
 *
 * @param device the secret that the browser was given at an earlier sign-in, if it brings one
 */
record SignInFrom(Client client, Optional<Secret> device) {

    static SignInFrom of(HttpServletRequest request) {
        return new SignInFrom(Client.of(request), DeviceCookie.read(request));
    }
}
