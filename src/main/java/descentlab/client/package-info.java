/**
 * Who asks, and how much of it is too much. Other rooms use it so:
 *
 * <ul>
 *   <li>{@link descentlab.client.Client#of(jakarta.servlet.ServletRequest)} is who a request comes from; a
 *       {@code VaadinRequest}'s {@code getRemoteAddr()} and a socket's address can be had as one too. Whether a socket
 *       is a proxy's that is believed, the bean {@link descentlab.client.NamedProxies} knows. {@code getRemoteAddr()}
 *       and {@code isSecure()} are right everywhere, as Tomcat has replaced what a named proxy says.
 *   <li>{@link descentlab.client.Requester} is who asks for work: a browser's session together with its client.
 *   <li>The bean {@link descentlab.client.Counters} counts: {@code take} for what is used up and comes back with time,
 *       {@code hold} for what is held and released. What it gives is said by an {@link descentlab.client.Allowance} or a
 *       {@link descentlab.client.Share}, constants of the room that has something to give. An allowance is one for all
 *       servers, unless it is one {@linkplain descentlab.client.Allowance#ofEachServer() of each}; a share is one server's:
 *       <pre>{@code
 * private static final Share READERS = new Share("readers", 4000, 1500, 20);
 * try (Held reader = counters.hold(READERS, Client.of(request)).orElseThrow(() -> refused())) { ... }
 * }</pre>
 *   <li>Whoever refuses counts it, {@code Refusal.STREAM.count()}, and says what was wrong, what came and what is
 *       allowed.
 * </ul>
 */
package descentlab.client;
