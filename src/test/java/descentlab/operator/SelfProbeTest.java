package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the probe makes of a port that answers, that is silent, and that turns it away. */
class SelfProbeTest {

    private enum Port {
        ANSWERS,
        SILENT,
        CLOSES
    }

    private final AtomicReference<Port> port = new AtomicReference<>(Port.ANSWERS);
    private ServerSocket server;
    private SocketAddress asked;
    private boolean full;
    private SelfProbe probe;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        asked = server.getLocalSocketAddress();
        Thread.ofPlatform().daemon().start(this::serve);
        probe = new SelfProbe(
                new Connector() {
                    @Override
                    Optional<InetSocketAddress> address() {
                        return Optional.of((InetSocketAddress) asked);
                    }

                    @Override
                    boolean isFull() {
                        return full;
                    }
                },
                Duration.ofMillis(250));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket caller = server.accept();
                switch (port.get()) {
                    case ANSWERS -> {
                        caller.getInputStream().read();
                        caller.getOutputStream().write("HTTP/1.1 503 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        caller.close();
                    }
                    case CLOSES -> caller.close();
                    case SILENT -> {
                        // accepted, as a kernel does for a server whose threads are dead
                    }
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private Status ask(int times) {
        Status last = null;
        for (int i = 0; i < times; i++) {
            last = probe.get().getStatus();
        }
        return last;
    }

    @Test
    void anyAnswerIsAGoodOneEvenThatItIsDown() {
        assertThat(ask(5)).isEqualTo(Status.UP);
    }

    @Test
    void itIsDownAfterSomeSilencesInARow() {
        port.set(Port.SILENT);
        assertThat(ask(SelfProbe.MOST_SILENT - 1)).isEqualTo(Status.UP);
        assertThat(ask(1)).isEqualTo(Status.DOWN);
        port.set(Port.ANSWERS);
        assertThat(ask(1)).isEqualTo(Status.UP);
        port.set(Port.SILENT);
        assertThat(ask(1)).as("it counts anew").isEqualTo(Status.UP);
    }

    @Test
    void aPortThatNobodyListensOnIsDown() throws IOException {
        // Bound, so that nobody else takes it, and never listening: a port that is closed while it is being accepted on
        // still lets a caller in for a moment.
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            asked = nobody.getLocalSocketAddress();
            assertThat(ask(SelfProbe.MOST_SILENT - 1)).isEqualTo(Status.UP);
            assertThat(ask(1)).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void beingTurnedAwayProvesNothing() {
        port.set(Port.CLOSES);
        assertThat(ask(5)).isEqualTo(Status.UP);
        port.set(Port.SILENT);
        ask(SelfProbe.MOST_SILENT);
        port.set(Port.CLOSES);
        assertThat(ask(5)).isEqualTo(Status.DOWN);
    }

    @Test
    void aServerThatIsFullIsNotDead() {
        port.set(Port.SILENT);
        full = true;
        assertThat(ask(5)).isEqualTo(Status.UP);
    }
}
