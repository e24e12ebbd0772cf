package descentlab.shell;

import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereInterceptor;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResource.TRANSPORT;

/**
 * Drops whatever comes in by a WebSocket: pages are only told things by it, and send what they have to say by requests
 * of their own, whose bodies are bounded. Flow would collect a message in pieces without a bound. Public since Atmosphere
 * makes it, by its name.
 */
public final class PushOnly implements AtmosphereInterceptor {

    @Override
    public void configure(AtmosphereConfig config) {
        // there is nothing to set
    }

    @Override
    public Action inspect(AtmosphereResource resource) {
        boolean message = resource.transport() == TRANSPORT.WEBSOCKET
                && !"GET".equals(resource.getRequest().getMethod()); // by GET it is opened
        return message ? Action.CANCELLED : Action.CONTINUE;
    }

    @Override
    public void postInspect(AtmosphereResource resource) {
        // nothing is held
    }

    @Override
    public void destroy() {
        // nothing is held
    }
}
