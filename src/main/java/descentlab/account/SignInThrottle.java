package descentlab.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after some failed sign-ins under a name, or from an address, each further one has to wait twice
 * as long as the one before, up to a limit. A try counts as failed until it has succeeded, so that many at once are
 * held as well. A try that had to wait is not counted.
 *
 * <p>It remembers the {@value #REMEMBERED} names and addresses that failed last, each for a day.
 */
@Component
class SignInThrottle {

    static final int REMEMBERED = 20_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /**
     * How many tries are free and how long the waits get. A school has one address, so that more are free there; under
     * a name the waits end sooner, so that nobody can keep a teacher out for long.
     */
    private enum Limit {
        NAME(5, Duration.ofMinutes(5)),
        ADDRESS(20, Duration.ofMinutes(30));

        final int free;
        final Duration longest;

        Limit(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /** How long after that many failures the next try has to wait: nothing, then 1 s, 2 s, 4 s and so on. */
        Duration wait(int failures) {
            int over = failures - free;
            if (over < 0) {
                return Duration.ZERO;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(over, 20));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    private record Tries(int failures, Instant next) {
        static final Tries NONE = new Tries(0, Instant.MIN);
    }

    private record Key(Limit limit, String value) {}

    private final InstantSource clock;
    private final Cache<Key, Tries> tries;

    @Autowired
    SignInThrottle() {
        this(InstantSource.system());
    }

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
        Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        this.tries = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .ticker(ticker)
                .build();
    }

    /** Counts a try; or says, without counting it, how long to wait for it. */
    synchronized Optional<Duration> tryNow(String name, String address) {
        Instant now = clock.instant();
        Key[] keys = {new Key(Limit.NAME, name), new Key(Limit.ADDRESS, address)};
        Instant next = now;
        for (Key key : keys) {
            Instant itsNext = of(key).next();
            next = itsNext.isAfter(next) ? itsNext : next;
        }
        if (next.isAfter(now)) {
            return Optional.of(Duration.between(now, next));
        }
        for (Key key : keys) {
            int failures = of(key).failures() + 1;
            tries.put(key, new Tries(failures, now.plus(key.limit().wait(failures))));
        }
        return Optional.empty();
    }

    /** The try that was counted last for them has succeeded: the name starts anew, the address gets it back. */
    synchronized void succeeded(String name, String address) {
        tries.invalidate(new Key(Limit.NAME, name));
        Key key = new Key(Limit.ADDRESS, address);
        int failures = of(key).failures() - 1;
        if (failures > 0) {
            tries.put(key, new Tries(failures, clock.instant()));
        } else {
            tries.invalidate(key);
        }
    }

    /** How many names and addresses it remembers. */
    long remembered() {
        tries.cleanUp();
        return tries.estimatedSize();
    }

    private Tries of(Key key) {
        Tries known = tries.getIfPresent(key);
        return known == null ? Tries.NONE : known;
    }
}
