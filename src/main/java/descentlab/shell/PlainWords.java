package descentlab.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import descentlab.database.DatabaseState;
import descentlab.trouble.Failures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** What the interface says when the connection is lost, a session ends or something fails, in our words. */
@Component
class PlainWords implements VaadinServiceInitListener {

    private static final Duration NOTICE = Duration.ofSeconds(10);

    /** Between two tries to reach a server that has gone; twice that at most. */
    private static final int LEAST_MILLISECONDS = 500;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        CustomizedSystemMessages messages = messages();
        service.setSystemMessagesProvider(asked -> messages);
        service.addSessionInitListener(start -> start.getSession().setErrorHandler(PlainWords::failed));
        service.addUIInitListener(start -> connection(start.getUI()));
    }

    private static void connection(UI ui) {
        ReconnectDialogConfiguration words = ui.getReconnectDialogConfiguration();
        // Spread, so that a class does not come back all at once.
        int tries = LEAST_MILLISECONDS + ThreadLocalRandom.current().nextInt(LEAST_MILLISECONDS);
        words.setReconnectInterval(tries);
        ui.getPushConfiguration().setParameter("reconnectInterval", String.valueOf(tries));
        words.setDialogText("The connection to the server is lost. Trying again …");
        words.setDialogTextGaveUp("The server cannot be reached. Check your connection, then reload the page.");
        ui.getPage().executeJs(
                "const shown = window.Vaadin?.connectionIndicator; if (shown) shown.onlineText = $0;",
                "Connected again");
    }

    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // A page that its server has forgotten comes up again by itself, as it was left (ComeBack).
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something went wrong on the server");
        messages.setInternalErrorMessage("Click here to load the page again: the address still holds your experiment.");
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption("Cookies are switched off");
        messages.setCookiesDisabledMessage("Descent Lab needs one cookie to know your page: allow it, then click.");
        return messages;
    }

    /** A failure in a click or a background task: the page stays, and says so. */
    static void failed(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        if (Failures.isNobodyThere(failure) || Failures.isOf(failure, UIDetachedException.class) || hasEnded()) {
            return; // or the page has just been left
        }
        String said = DatabaseState.isTold(event.getThrowable())
                ? DatabaseState.NOT_KEPT
                : "That did not work: something failed on the server (number "
                        + Failures.log("answering the page", event.getThrowable()) + " in its log).";
        event.getComponent().flatMap(source -> source.getUI())
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .filter(UI::isAttached) // a page that was left needs no words
                .ifPresent(ui -> ui.access(() -> ui.add(new Notice(said, NOTICE))));
    }

    /** Whether the page, or its session, has ended while its own request is being answered: Flow trips over what is gone. */
    static boolean hasEnded() {
        VaadinSession session = VaadinSession.getCurrent();
        UI ui = UI.getCurrent();
        return session != null && session.getSession() == null || ui != null && ui.getSession() == null;
    }
}
