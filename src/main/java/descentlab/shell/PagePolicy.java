package descentlab.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A page's content security policy. Vaadin's inline scripts carry a number used once, so that no other inline script
 * runs; Flow evaluates what the server sends it, which must be allowed. Nothing comes from another origin or goes there.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    private static final int NONCE_BYTES = 16;

    /**
     * Vaadin's components and the canvases set styles of single elements, the client makes style sheets of its own, and
     * the components' icons are a font in one of them. {@code 'self'} covers the WebSockets of this host too.
     */
    private static final String ALL_BUT_SCRIPTS = "default-src 'none'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self';"
            + " manifest-src 'self'; base-uri 'self';"
            + " form-action 'self'; ";

    private static final String ONLY_OUR_FRAMES = "frame-ancestors 'self'; ";

    /** The server for development adds scripts after us, reloads by a WebSocket and shows errors in a frame. */
    private static final String IN_DEVELOPMENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'self'";

    private final transient SecureRandom random = new SecureRandom();

    /** The policy with what it says of scripts. */
    static String of(String scripts) {
        return ALL_BUT_SCRIPTS + ONLY_OUR_FRAMES + scripts;
    }

    /** The policy of what runs files of ours and may stand in the frames of those sites too, each an origin. */
    static String framedBy(List<String> origins) {
        return ALL_BUT_SCRIPTS + "frame-ancestors " + String.join(" ", Stream.concat(Stream.of("'self'"), origins.stream()).toList())
                + "; script-src 'self'";
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        boolean production = event.getSource().getDeploymentConfiguration().isProductionMode();
        event.addIndexHtmlRequestListener(page -> {
            if (production) {
                allow(page);
            } else {
                page.getVaadinResponse().setHeader(SecurityHeaders.POLICY, IN_DEVELOPMENT);
            }
        });
    }

    private void allow(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse()
                .setHeader(SecurityHeaders.POLICY, of("script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'"));
    }
}
