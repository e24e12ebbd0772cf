package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import descentlab.classroom.Board;
import descentlab.classroom.Room;
import descentlab.classroom.TimeLine;
import descentlab.classroom.Topic;
import descentlab.element.StillThere;
import java.time.Duration;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a page shown anew when its room changes, at most once in a while. Whoever changed the room waits for no page: each
 * is told by a virtual thread of its own, which alone waits for a slow browser.
 */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private Watch() {}

    /** Runs {@code show} under the page's lock after changes, for as long as the page is attached. */
    static void on(Component page, Room room, Topic topic, Duration pause, Runnable show) {
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        page.addAttachListener(attached -> {
            stop.get().run();
            stop.set(room.listen(topic, new Conflated(attached.getUI(), pause, show)));
        });
        page.addDetachListener(detached -> stop.get().run());
        page.getUI().ifPresent(ui -> stop.set(room.listen(topic, new Conflated(ui, pause, show))));
    }

    /**
     * Has a page look again and again for a change of its room that it was told of in vain.
     *
     * @return to be added to the page
     */
    static StillThere again(Room room, Duration every, Runnable show) {
        AtomicReference<Seen> seen = new AtomicReference<>(Seen.of(room));
        return new StillThere(every, () -> {
            Seen now = Seen.of(room);
            if (!now.equals(seen.getAndSet(now))) {
                show.run();
            }
        });
    }

    /** @param lost how many are lost, which changes by the clock too */
    private record Seen(Board board, int lost) {

        static Seen of(Room room) {
            Board board = room.board();
            return new Seen(board, TimeLine.lostLately(board.journal(), Instant.now()));
        }
    }

    /** The first change is shown at once; however many come soon after it or while one is being shown, one more showing follows. */
    private record Conflated(UI ui, Duration pause, Runnable show, AtomicBoolean pending, AtomicLong next) implements Runnable {

        Conflated(UI ui, Duration pause, Runnable show) {
            this(ui, pause, show, new AtomicBoolean(), new AtomicLong(System.nanoTime()));
        }

        @Override
        public void run() {
            if (pending.compareAndSet(false, true)) {
                Thread.startVirtualThread(this::tell);
            }
        }

        private void tell() {
            try {
                long wait = next.get() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                ui.access(() -> {
                    next.set(System.nanoTime() + pause.toNanos());
                    pending.set(false);
                    show.run();
                });
            } catch (UIDetachedException | InterruptedException gone) {
                // nobody looks at it any more
            } catch (ConcurrentModificationException closed) {
                // Flow tells all pages of a session of a change; one that cannot be reached any more is taken away meanwhile.
                pending.set(false);
                LOG.debug("A page of the session was closed while it was told", closed);
            }
        }
    }
}
