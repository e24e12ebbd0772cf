package descentlab.trial;

import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A browser that nobody looks after: a page that its server no longer knows is loaded anew, with the same cookies. */
abstract class Screen implements Page.Listener, AutoCloseable {

    private static final Duration SLICE = Duration.ofMillis(200);

    final Troubles troubles;
    private volatile boolean lost;
    volatile boolean over;

    Screen(Troubles troubles) {
        this.troubles = troubles;
    }

    /** Loads the page anew. */
    abstract void comeBack() throws Refused;

    abstract Page page();

    @Override
    public void pushed(String message, long nanoTime) {}

    @Override
    public boolean dropped() {
        lost = true;
        return true;
    }

    boolean isLost() {
        return lost;
    }

    void lost(Refused how) {
        if (!over) {
            troubles.note(how.getMessage());
            lost = true;
        }
    }

    /** Comes back if the page was lost, half a second to a second after that was seen; whether a page is there now. */
    boolean isThere() {
        if (!lost) {
            return true;
        }
        pause(500, 1000);
        lost = false;
        try {
            comeBack();
            return !lost;
        } catch (Refused refused) {
            lost(refused);
            return false;
        }
    }

    /** Waits until the page shows something, unless it is lost. */
    boolean awaits(Predicate<PageTree> shown, Duration longest) {
        long begin = System.nanoTime();
        do {
            if (page().await(shown, SLICE)) {
                return true;
            }
        } while (!lost && !over && System.nanoTime() - begin < longest.toNanos());
        return false;
    }

    static void pause(int least, int most) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(least, most + 1));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        page().close();
    }
}
