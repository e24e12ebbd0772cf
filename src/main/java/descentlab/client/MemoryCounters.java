package descentlab.client;

import descentlab.client.Takings.Taking;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counters of one server, in its memory. Of each allowance the {@value #REMEMBERED} that came last are remembered; who
 * is forgotten starts anew.
 */
final class MemoryCounters implements Counters {

    static final int REMEMBERED = 20_000;

    /** Allowances that other servers may tell of, beside those that are used here; far more than there are. */
    static final int MOST_ALLOWANCES = 100;

    /** However many servers gave at once, nobody owes more: so no wait is longer than for two. */
    private static final int MOST_OWED = 1;

    /** What sums of fractions may lack of a whole. */
    private static final double SLIVER = 1e-9;

    private final InstantSource clock;
    private final Map<String, Buckets> allowances = new ConcurrentHashMap<>();
    private final Map<String, Holders> shares = new ConcurrentHashMap<>();

    MemoryCounters(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Duration> take(Allowance allowance, String who) {
        return buckets(allowance).spend(allowance, who, 1);
    }

    @Override
    public Optional<Duration> awaited(Allowance allowance, String who) {
        return buckets(allowance).spend(allowance, who, 0);
    }

    @Override
    public void giveBack(Allowance allowance, String who) {
        buckets(allowance).giveBack(allowance, who);
    }

    @Override
    public void renew(Allowance allowance, String who) {
        buckets(allowance).forget(who);
    }

    /** Counts what was taken on another server, whether there is so much left or not. */
    void count(Taking taking) {
        if (allowances.containsKey(taking.allowance().of()) || allowances.size() < MOST_ALLOWANCES) {
            buckets(taking.allowance()).count(taking);
        }
    }

    @Override
    public Optional<Held> hold(Share share, String who) {
        Holders holders = shares.computeIfAbsent(share.of(), key -> new Holders());
        if (!holders.hold(share, who)) {
            return Optional.empty();
        }
        AtomicBoolean holds = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (holds.getAndSet(false)) {
                holders.release(who);
            }
        });
    }

    @Override
    public int held(Share share, String who) {
        Holders holders = shares.get(share.of());
        return holders == null ? 0 : holders.of(who);
    }

    @Override
    public int held(Share share) {
        Holders holders = shares.get(share.of());
        return holders == null ? 0 : holders.all();
    }

    /** How many are remembered of an allowance. */
    int remembered(Allowance allowance) {
        return buckets(allowance).size();
    }

    /** How many allowances are known. */
    int allowances() {
        return allowances.size();
    }

    private Buckets buckets(Allowance allowance) {
        return allowances.computeIfAbsent(allowance.of(), key -> new Buckets());
    }

    /** What was left of an allowance at a time; less than nothing if more was taken on several servers at once. */
    private record Level(double left, long millis) {}

    private final class Buckets {
        private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
                return size() > REMEMBERED;
            }
        };

        /** Spends so many; if there is less than one, spends none and says for how long there will be. */
        synchronized Optional<Duration> spend(Allowance allowance, String who, int count) {
            Level now = now(allowance, who);
            boolean enough = now.left() > 1 - SLIVER;
            levels.put(who, enough ? new Level(now.left() - count, now.millis()) : now);
            return enough
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) Math.ceil((1 - SLIVER - now.left()) / allowance.perSecond() * 1000)));
        }

        synchronized void count(Taking taking) {
            Allowance allowance = taking.allowance();
            if (taking.anew()) {
                levels.remove(taking.who());
            }
            Level now = now(allowance, taking.who());
            double left = Math.clamp(now.left() - taking.count(), -MOST_OWED, allowance.atOnce());
            levels.put(taking.who(), new Level(left, now.millis()));
        }

        synchronized void giveBack(Allowance allowance, String who) {
            Level now = now(allowance, who);
            levels.put(who, new Level(Math.min(allowance.atOnce(), now.left() + 1), now.millis()));
        }

        synchronized void forget(String who) {
            levels.remove(who);
        }

        synchronized int size() {
            return levels.size();
        }

        private Level now(Allowance allowance, String who) {
            long millis = clock.millis();
            Level before = levels.get(who);
            if (before == null) {
                return new Level(allowance.first(), millis);
            }
            double since = Math.max(0, millis - before.millis()) / 1000.0;
            return new Level(Math.min(allowance.atOnce(), before.left() + since * allowance.perSecond()), millis);
        }
    }

    private static final class Holders {
        private final Map<String, Integer> counts = new HashMap<>();
        private int all;

        synchronized boolean hold(Share share, String who) {
            int mine = of(who);
            if (!share.allows(mine, all)) {
                return false;
            }
            counts.put(who, mine + 1);
            all++;
            return true;
        }

        synchronized void release(String who) {
            counts.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
            all--;
        }

        synchronized int of(String who) {
            return counts.getOrDefault(who, 0);
        }

        synchronized int all() {
            return all;
        }
    }
}
