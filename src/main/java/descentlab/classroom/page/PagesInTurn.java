package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Has the pages of classes made a few at a time, in the order in which they are asked for. All at once, each would be there only when nearly
 * all are, and what is small would wait for them.
 */
@Component
class PagesInTurn {

    private static final Logger LOG = LoggerFactory.getLogger(PagesInTurn.class);

    /** A class is first told what is small: none is made while more are asked for, for so long at most. */
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(1);

    /** One whose browser takes nothing, or whose session is busy, does not hold up the others for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ExecutorService makers;
    private final Duration quiet;
    private volatile long asked = System.nanoTime();

    @Autowired
    PagesInTurn() {
        this(Runtime.getRuntime().availableProcessors(), Duration.ofMillis(100));
    }

    /** @param quiet for how long nobody asks before the first is made */
    PagesInTurn(int atOnce, Duration quiet) {
        this.makers = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        this.quiet = quiet;
    }

    /** Has a page made, under its lock, when it is its turn. */
    void take(UI ui, Command make) {
        long now = System.nanoTime();
        asked = now;
        makers.execute(() -> make(ui, make, now + LONGEST_QUIET.toNanos()));
    }

    /** Has something small told to a page, under its lock, before any is made. */
    void tell(UI ui, Command tell) {
        Thread.startVirtualThread(() -> {
            try {
                ui.access(tell);
            } catch (UIDetachedException gone) {
                // nobody looks any more
            } catch (ConcurrentModificationException closed) {
                LOG.debug("A page of the session was closed while it was told", closed);
            }
            asked = System.nanoTime();
        });
    }

    private void make(UI ui, Command make, long latest) {
        try {
            awaitQuiet(latest);
            ui.access(make).get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (UIDetachedException gone) {
            // nobody looks any more
        } catch (ExecutionException | TimeoutException | ConcurrentModificationException failed) {
            LOG.debug("A page was not made in its turn", failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuiet(long latest) throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long wait = Math.min(asked + quiet.toNanos(), latest) - now;
            if (wait <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
