package descentlab.operator;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the pages that people have open, and their sessions. */
@Component
class OpenPages implements VaadinServiceInitListener {

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> sessions.incrementAndGet());
        event.getSource().addSessionDestroyListener(ended -> sessions.decrementAndGet());
        event.getSource().addUIInitListener(opened -> {
            pages.incrementAndGet();
            opened.getUI().addDetachListener(closed -> pages.decrementAndGet());
        });
    }

    int sessions() {
        return sessions.get();
    }

    int pages() {
        return pages.get();
    }
}
