package descentlab.operator;

import descentlab.admission.AdmittedPages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Visits pages of this server before a class does. A page is made ten times as slowly the first times as later, when what makes
 * it has been compiled; a class that is brought to a page has it made for all at once. Begins a little after the start, as whoever
 * opens the first page is served first, rests after each visit as long as it took, and ends once a class is there, which would have to
 * share the processors with it.
 */
@Component
class PageRehearsal {

    private static final Duration UNTIL_BEGIN = Duration.ofSeconds(3);
    private static final int ROUNDS = 40;

    /** More pages that are open are a class. */
    private static final int FEW = 4;

    private static final Logger LOG = LoggerFactory.getLogger(PageRehearsal.class);

    private final Connector connector;
    private final AdmittedPages open;
    private final List<String> pages;
    private volatile Thread visiting;

    /** @param pages the paths of those to visit, or {@code none} */
    PageRehearsal(Connector connector, AdmittedPages open, @Value("${descentlab.rehearsal:none}") List<String> pages) {
        this.connector = connector;
        this.open = open;
        this.pages = pages.equals(List.of("none")) ? List.of() : pages.stream().map(page -> page.replaceFirst("^/", "")).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!pages.isEmpty()) {
            connector.address().ifPresent(server ->
                    visiting = Thread.ofPlatform().name("rehearse-pages").daemon().start(() -> rehearse(server)));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        Thread ended = visiting;
        if (ended != null) {
            ended.interrupt();
        }
    }

    private void rehearse(InetSocketAddress server) {
        String host = server.getAddress().getHostAddress();
        URI root = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort() + "/");
        try (Visitor visitor = new Visitor(root)) {
            Thread.sleep(UNTIL_BEGIN);
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : pages) {
                    if (open.count() > FEW) {
                        return;
                    }
                    long begin = System.nanoTime();
                    visitor.visit(page);
                    Thread.sleep(Duration.ofNanos(System.nanoTime() - begin));
                }
            }
        } catch (IOException busy) {
            // Whoever comes is served all the same, only not as quickly at first.
            LOG.debug("The rehearsal of pages has ended early", busy);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
