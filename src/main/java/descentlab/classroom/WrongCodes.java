package descentlab.classroom;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong codes by where they come from. A class behind one address may mistype a lot; a program that tries codes
 * gets one a second, with which it would be busy for longer than rooms exist.
 */
final class WrongCodes {

    private static final int BURST = 60;
    private static final double PER_SECOND = 1;
    private static final int MOST_ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    WrongCodes(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Refuses an address that has tried too many.
     *
     * @throws ClassroomException if it has
     */
    void check(String address) {
        if (!allowance(address).any()) {
            throw new ClassroomException("Too many wrong codes came from here. Wait a moment, then type it once more.");
        }
    }

    void count(String address) {
        allowance(address).take();
    }

    /** Addresses that are remembered. */
    synchronized int addresses() {
        return allowances.size();
    }

    private synchronized Allowance allowance(String address) {
        return allowances.computeIfAbsent(address, key -> new Allowance(BURST, PER_SECOND, clock));
    }
}
