package descentlab.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever runs the server how to become its first teacher: at each start, until there is one. Also where it is
 * asked for, so that a lost password is no lost account.
 */
@Component
class SetupLink {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

    private final Teachers teachers;
    private final String asked;

    SetupLink(Teachers teachers, @Value("${descentlab.setup}") String asked) {
        this.teachers = teachers;
        this.asked = asked;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port == null) {
            return;
        }
        boolean first = teachers.all().isEmpty();
        if (first || asked.equals("1")) {
            LOG.info(
                    "{}: http://localhost:{}/{} (works once, for {} days or until the next start)",
                    first ? "Set up the first teacher" : "Set up a teacher, or a new password",
                    port,
                    WelcomeView.link(teachers.setup()),
                    Teachers.LINK_LASTS.toDays());
        } else {
            teachers.closeSetup();
        }
    }
}
