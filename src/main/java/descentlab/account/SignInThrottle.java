package descentlab.account;

import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Counters.Held;
import descentlab.client.Refusal;
import descentlab.client.Share;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow, and keeps nobody out. A browser in which the teacher has signed in before is counted by itself:
 * whatever others try, it comes in at once. Any other is counted by its client and the name; when many have failed under
 * a name, from wherever, each client waits a minute for its first try under it too. Nobody's wait grows beyond that, or
 * twice that of whoever tries at several servers in the same moment, and no client's tries make another wait longer. A try
 * counts as failed until it has succeeded, so that many at once are held as well; a try that had to wait is not counted.
 */
@Component
class SignInThrottle {

    /** Of a browser that is known: for a forgotten password, and for a thief. */
    static final Allowance KNOWN = new Allowance("sign-ins of a known device", 10, 1 / 30.0);

    /** A school is one client, so that more are free over all names. */
    static final Allowance CLIENT = new Allowance("sign-ins of a client", 20, 1 / 30.0);

    static final Allowance NAME_AND_CLIENT = new Allowance("sign-ins under a name of a client", 5, 1 / 60.0);

    /** How many may fail under a name, over all clients, before it counts as besieged. */
    static final Allowance NAME = new Allowance("sign-ins under a name", 20, 1 / 30.0);

    /** Under a besieged name: after a minute's wait, one try a minute. */
    static final Allowance BESIEGED = new Allowance("sign-ins under a besieged name of a client", 1, 1 / 60.0, 0);

    /** Checking a password takes a tenth of a second of a core: strangers' wait for it so many at a time. */
    static final Share AT_ONCE = new Share("passwords checked", 16, 4, 1);

    private static final Duration NEXT = Duration.ofSeconds(5);

    private final Counters counters;

    SignInThrottle(Counters counters) {
        this.counters = counters;
    }

    /** A try that was let through and counted: to be told of its success, and closed in any case. */
    interface Try extends AutoCloseable {

        /** Takes back what was counted. */
        void succeeded();

        @Override
        void close();
    }

    /** Counts a try of somebody who is known by that key: a device, or an account that is signed in. */
    Try known(String key) {
        refuse(counters.take(KNOWN, key));
        return new Try() {
            @Override
            public void succeeded() {
                counters.renew(KNOWN, key);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Counts a try of somebody who is not known.
     *
     * @throws TooManyTries if it has to wait; it is not counted then
     */
    Try stranger(String name, Client client) {
        String both = client + " " + name;
        boolean besieged = counters.take(NAME, name).isPresent();
        Allowance here = besieged ? BESIEGED : NAME_AND_CLIENT;
        Optional<Duration> wait = counters.take(here, both);
        if (wait.isEmpty()) {
            wait = counters.take(CLIENT, client);
            if (wait.isPresent()) {
                counters.giveBack(here, both);
            }
        }
        Optional<Held> turn = wait.isEmpty() ? counters.hold(AT_ONCE, client) : Optional.empty();
        if (turn.isEmpty()) {
            if (wait.isEmpty()) {
                counters.giveBack(here, both);
                counters.giveBack(CLIENT, client.value());
            }
            if (!besieged) {
                counters.giveBack(NAME, name);
            }
            refuse(wait.or(() -> Optional.of(NEXT)));
        }
        return new Try() {
            @Override
            public void succeeded() {
                counters.giveBack(CLIENT, client.value());
                counters.renew(NAME_AND_CLIENT, both);
                if (!besieged) {
                    counters.giveBack(NAME, name);
                }
            }

            @Override
            public void close() {
                turn.get().release();
            }
        };
    }

    private static void refuse(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            Refusal.SIGN_IN.count();
            throw new TooManyTries(time);
        });
    }
}
