package descentlab.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by bcrypt. A hash takes about a tenth of a second of a core; never more than half of the cores are
 * at it, so that a flood of sign-ins slows sign-ins and nothing else.
 */
@Component
class Passwords {

    private static final String SCHEME = "bcrypt";
    private static final int STRENGTH = 11;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, new BCryptPasswordEncoder(STRENGTH)));
    private final Semaphore cores = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final String nobodys = hash("nobody has this one");

    /** The hash of a password that {@link PasswordRules} let through. */
    String hash(String password) {
        cores.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            cores.release();
        }
    }

    /** Whether it is that password's hash. What no password can be takes as long as what one could. */
    boolean matches(String password, String hash) {
        boolean possible = password.length() <= PasswordRules.LONGEST
                && password.getBytes(StandardCharsets.UTF_8).length <= PasswordRules.MOST_BYTES;
        cores.acquireUninterruptibly();
        try {
            return encoder.matches(possible ? password : "", hash) && possible;
        } finally {
            cores.release();
        }
    }

    /** Takes as long as {@link #matches} and says no: for names that nobody has. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }
}
