package descentlab.client;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who asks for work: a browser by its session, at the client that it comes from. A class behind one address is one
 * client and many requesters.
 *
 * @param name the session's id, or whatever else tells this requester from all others
 * @param client where it comes from
 */
public record Requester(String name, Client client) {

    /** Who sent a request: a browser's session, else the client itself. */
    public static Requester of(HttpServletRequest request) {
        Client client = Client.of(request);
        return new Requester(
                request.isRequestedSessionIdValid() ? request.getRequestedSessionId() : client.value(), client);
    }

    /** One that stands for itself and for no address, as a room does. */
    public static Requester named(String name) {
        return new Requester(name, new Client(name));
    }
}
