package descentlab.siege;

import descentlab.load.Refused;
import descentlab.load.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where and for how long an attack is waged: the site, the address that it comes from, the class's room. */
final class Front {

    private static final long BREATH = 250;

    private final Site site;
    private final InetAddress from;
    private final String code;
    private final Got got;
    private final long end;
    private final List<AutoCloseable> opened = new ArrayList<>();

    Front(Site site, InetAddress from, String code, Got got, long nanoseconds) {
        this.site = site;
        this.from = from;
        this.code = code;
        this.got = got;
        this.end = System.nanoTime() + nanoseconds;
    }

    boolean holds() {
        return System.nanoTime() < end && !Thread.currentThread().isInterrupted();
    }

    /** The site, as seen from the attack's address. */
    Site site() {
        return site;
    }

    /** The site, as seen from another address than the attack's; for the end of one of many clients. */
    Site site(InetAddress other) throws IOException {
        return new Site(site.root(), other);
    }

    InetAddress from() {
        return from;
    }

    InetSocketAddress to() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), site.root().getPort());
    }

    /** The code of the class's room. */
    String code() {
        return code;
    }

    Got got() {
        return got;
    }

    /** Something that is let go when the front is given up. */
    <T extends AutoCloseable> T opened(T what) {
        synchronized (opened) {
            opened.add(what);
        }
        return what;
    }

    /** Something that has been let go. */
    void closed(AutoCloseable what) {
        synchronized (opened) {
            opened.remove(what);
        }
    }

    /** What is done once, or over and over, each time with the next number. */
    interface Deed {
        void run(int number) throws Exception;
    }

    /** Does it over and over while the front holds, by several, and together not more often than said. */
    void keepDoing(int workers, int perSecond, Deed deed) throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        long begin = System.nanoTime();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            all.add(Thread.startVirtualThread(() -> {
                while (holds()) {
                    int mine = number.getAndIncrement();
                    long due = begin + mine * 1_000_000_000L / perSecond;
                    if (!sleep((due - System.nanoTime()) / 1_000_000) || !holds()) {
                        return;
                    }
                    once(mine, deed);
                }
            }));
        }
        join(all);
    }

    /** Does different things at the same time. */
    void together(Deed... deeds) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (Deed deed : deeds) {
            all.add(Thread.startVirtualThread(() -> once(0, deed)));
        }
        join(all);
    }

    private void once(int number, Deed deed) {
        try {
            deed.run(number);
        } catch (Refused refused) {
            tell(refused.getMessage());
            sleep(BREATH);
        } catch (IOException broken) {
            tell(broken.getClass().getSimpleName() + " " + broken.getMessage());
            sleep(BREATH);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception bug) {
            tell("the attack itself failed: " + bug);
            sleep(BREATH);
        }
    }

    /** What comes to an end with the front is no outcome. */
    private void tell(String outcome) {
        if (holds()) {
            got.add(outcome);
        }
    }

    private void join(List<Thread> all) throws InterruptedException {
        for (Thread each : all) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (!each.join(Duration.ofMillis(Math.max(1, left)))) {
                each.interrupt();
            }
        }
    }

    /** Whether it has slept as long as it should. */
    static boolean sleep(long milliseconds) {
        try {
            Thread.sleep(Math.max(0, milliseconds));
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets go of all that is still open. */
    void giveUp() {
        List<AutoCloseable> last;
        synchronized (opened) {
            last = List.copyOf(opened);
            opened.clear();
        }
        for (AutoCloseable each : last) {
            try {
                each.close();
            } catch (Exception gone) {
                // as is wanted
            }
        }
    }
}
