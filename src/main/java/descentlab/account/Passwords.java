package descentlab.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by bcrypt. A hash takes about a tenth of a second of a core; so it is done by threads of its own, as
 * many as half of the cores: whoever asks waits without holding up other requests, and a flood of sign-ins slows sign-ins
 * and nothing else.
 */
@Component
class Passwords {

    private static final String SCHEME = "bcrypt";
    private static final int STRENGTH = 11;

    /** Of a password that was thrown away: to hash one at each start would hold it up by a quarter of a second. */
    static final String NOBODYS = "{bcrypt}$2a$11$2gdvRPsDq5ScWThvIu.7uefzeY9bhE9oYltCsH5M92HcVk2T0nfIS";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, new BCryptPasswordEncoder(STRENGTH)));
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Thread.ofPlatform().name("passwords-", 1).daemon().factory());

    /** The hash of a password that {@link PasswordRules} let through. */
    String hash(String password) {
        return aside(() -> encoder.encode(password));
    }

    /** Whether it is that password's hash. What no password can be takes as long as what one could. */
    boolean matches(String password, String hash) {
        boolean possible = password.length() <= PasswordRules.LONGEST
                && password.getBytes(StandardCharsets.UTF_8).length <= PasswordRules.MOST_BYTES;
        return aside(() -> encoder.matches(possible ? password : "", hash)) && possible;
    }

    private <T> T aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads).join();
    }

    /** Takes as long as {@link #matches} and says no: for names that nobody has. */
    boolean matchesNobody(String password) {
        matches(password, NOBODYS);
        return false;
    }
}
