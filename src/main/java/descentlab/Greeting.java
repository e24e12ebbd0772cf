package descentlab;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it answers, as soon as it does. */
@Component
class Greeting {

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            System.out.println("Descent Lab is at http://localhost:" + port + " (Ctrl-C stops it)");
        }
    }
}
