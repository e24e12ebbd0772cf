package descentlab.operator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks the server's own port whether it still answers, as a browser would: a connector whose threads have died holds its
 * port and says nothing. Down after {@value #MOST_SILENT} silences in a row. Any answer is a good one; who is turned
 * away without one (too many connections come from here, or the server has as many as it takes) has learnt nothing.
 */
final class SelfProbe implements Supplier<Health> {

    static final int MOST_SILENT = 3;

    private static final byte[] QUESTION =
            "HEAD /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private enum Answer {
        ANSWERED,
        TURNED_AWAY,
        SILENT
    }

    private final Connector connector;
    private final Duration longest;
    private int silent;

    /** @param longest to wait for an answer */
    SelfProbe(Connector connector, Duration longest) {
        this.connector = connector;
        this.longest = longest;
    }

    @Override
    public Health get() {
        Optional<InetSocketAddress> server = connector.address();
        if (server.isEmpty()) {
            return Health.unknown().build();
        }
        silent = switch (ask(server.get())) {
            case ANSWERED -> 0;
            case TURNED_AWAY -> silent;
            case SILENT -> silent + 1;
        };
        return (silent < MOST_SILENT
                        ? Health.up()
                        : Health.down()
                                .withDetail("reason", "port " + server.get().getPort() + " takes no request any more"))
                .withDetail("silentInARow", silent)
                .build();
    }

    private Answer ask(InetSocketAddress server) {
        int millis = (int) longest.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(server, millis);
            socket.setSoTimeout(millis);
            try {
                socket.getOutputStream().write(QUESTION);
                InputStream in = socket.getInputStream();
                return in.read() < 0 ? Answer.TURNED_AWAY : Answer.ANSWERED;
            } catch (SocketTimeoutException silence) {
                throw silence;
            } catch (IOException reset) {
                return Answer.TURNED_AWAY;
            }
        } catch (IOException silence) {
            return connector.isFull() ? Answer.TURNED_AWAY : Answer.SILENT;
        }
    }
}
