package descentlab.admission;

import descentlab.client.BrowserCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was turned away and has waited since. Their browser keeps the proof: a cookie with the time, sealed (HMAC-SHA256)
 * with a key that lasts as long as this process. So nothing is held here for those who never come again.
 */
final class Line {

    /** A browser tries again a little later than that. */
    static final Duration WAIT = Duration.ofSeconds(15);

    /** Whoever comes later has not waited, but gone. */
    static final Duration KEPT = Duration.ofMinutes(10);

    static final BrowserCookie COOKIE = new BrowserCookie("waiting", KEPT);

    private static final String SEAL = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final SecretKeySpec key;

    Line(InstantSource clock) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, SEAL);
    }

    /** The place of somebody who has waited long enough, which nobody else has; nothing of whoever has not. */
    Optional<String> waited(HttpServletRequest request) {
        return COOKIE.values(request)
                .filter(place -> since(place).filter(waited -> waited.compareTo(WAIT) >= 0).isPresent())
                .findFirst();
    }

    /** Gives a place to somebody who is turned away, unless they have one already and are still waiting. */
    void stand(HttpServletRequest request, HttpServletResponse response) {
        boolean waits = COOKIE.values(request)
                .anyMatch(place -> since(place).filter(waited -> waited.compareTo(WAIT) < 0).isPresent());
        if (!waits) {
            String content = clock.millis() + "." + Long.toHexString(RANDOM.nextLong());
            COOKIE.write(request, response, content + "." + seal(content));
        }
    }

    /** For how long somebody with that place has been waiting; nothing if it is none of ours, or an old one. */
    private Optional<Duration> since(String place) {
        int end = place.lastIndexOf('.');
        if (end < 0 || place.length() > 200 || !MessageDigest.isEqual(bytes(seal(place.substring(0, end))), bytes(place.substring(end + 1)))) {
            return Optional.empty();
        }
        long millis = Long.parseLong(place.substring(0, place.indexOf('.')));
        return Optional.of(Duration.ofMillis(clock.millis() - millis)).filter(waited -> waited.compareTo(KEPT) < 0);
    }

    private String seal(String content) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes(content)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + SEAL, missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
