package descentlab.client;

import descentlab.client.Takings.Taking;
import descentlab.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Counters of one of several servers. What is taken of an {@linkplain Allowance#overall overall} allowance, given back or
 * renewed is told to the others a moment later and counted there too, as a debt of one at most if nothing is left: so
 * somebody gets of all together what one gives, but for what they take at several within that moment. What is held is held
 * of this server.
 */
final class SharedCounters implements Counters {

    static final String SUBJECT = "allowances";

    private record Key(Allowance allowance, String who) {}

    private final MemoryCounters here;
    private final Cluster cluster;
    private final Soon soon;
    private Map<Key, Taking> untold = new HashMap<>();

    /** @param later where the others are told from, after a moment */
    SharedCounters(MemoryCounters here, Cluster cluster, Executor later) {
        this.here = here;
        this.cluster = cluster;
        this.soon = new Soon(this::tell, later);
        cluster.hear(SUBJECT, (from, message) -> hear(message));
    }

    @Override
    public Optional<Duration> take(Allowance allowance, String who) {
        Optional<Duration> wait = here.take(allowance, who);
        note(allowance, who, false, wait.isEmpty() ? 1 : 0);
        return wait;
    }

    @Override
    public Optional<Duration> awaited(Allowance allowance, String who) {
        note(allowance, who, false, 0);
        return here.awaited(allowance, who);
    }

    @Override
    public void giveBack(Allowance allowance, String who) {
        here.giveBack(allowance, who);
        note(allowance, who, false, -1);
    }

    @Override
    public void renew(Allowance allowance, String who) {
        here.renew(allowance, who);
        note(allowance, who, true, 0);
    }

    @Override
    public Optional<Held> hold(Share share, String who) {
        return here.hold(share, who);
    }

    @Override
    public int held(Share share, String who) {
        return here.held(share, who);
    }

    @Override
    public int held(Share share) {
        return here.held(share);
    }

    private void note(Allowance allowance, String who, boolean anew, int count) {
        if (!allowance.overall() || who.length() > Takings.LONGEST) {
            return;
        }
        synchronized (this) {
            Key key = new Key(allowance, who);
            Taking before = untold.get(key);
            if (before == null && untold.size() == Takings.MOST) {
                return;
            }
            int sum = anew || before == null ? count : Math.clamp(before.count() + count, -Takings.MOST_COUNTED, Takings.MOST_COUNTED);
            boolean renewed = anew || before != null && before.anew();
            // That somebody was seen says something only where the first time differs.
            if (sum == 0 && !renewed && allowance.first() == allowance.atOnce()) {
                untold.remove(key);
                return;
            }
            untold.put(key, new Taking(allowance, who, renewed, sum));
        }
        soon.ask();
    }

    private void tell() {
        Collection<Taking> all;
        synchronized (this) {
            all = untold.values();
            untold = new HashMap<>();
        }
        if (!all.isEmpty()) {
            cluster.tell(SUBJECT, Takings.write(all));
        }
    }

    private void hear(byte[] message) {
        try {
            Takings.read(message).forEach(here::count);
        } catch (IllegalArgumentException ofAnotherVersion) {
            // What it tells is not counted here; it counts where it was taken.
        }
    }
}
