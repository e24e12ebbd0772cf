package descentlab.classroom;

import java.time.InstantSource;

/** So many things at once, and then so many a second. */
final class Allowance {

    private final int burst;
    private final double perSecond;
    private final InstantSource clock;
    private double left;
    private long last;

    Allowance(int burst, double perSecond, InstantSource clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = burst;
        this.last = clock.millis();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        refill();
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether one could be taken. */
    synchronized boolean any() {
        refill();
        return left >= 1;
    }

    private void refill() {
        long now = clock.millis();
        left = Math.min(burst, left + Math.max(0, now - last) / 1000.0 * perSecond);
        last = now;
    }
}
