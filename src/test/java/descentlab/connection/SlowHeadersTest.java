package descentlab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same over real sockets, from several addresses of this machine. */
@SpringBootTest(
        classes = SlowHeadersTest.HelloOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "descentlab.connections.all=60",
            "descentlab.connections.of-one=40",
            "descentlab.connections.waiting=20",
            "descentlab.connections.waiting-of-one=10",
            "descentlab.connections.patience=1s",
            "descentlab.proxies=127.0.0.9"
        })
class SlowHeadersTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan(basePackages = {"descentlab.connection", "descentlab.client"})
    static class HelloOnly {

        @RestController
        static class Hello {
            @GetMapping("/hello")
            String hello() {
                return "hello";
            }

            @GetMapping("/later")
            Callable<String> later() {
                return () -> {
                    Thread.sleep(1500); // longer than headers may take
                    return "later";
                };
            }
        }
    }

    private static final String WHOLE = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext context;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        while (guests().open() > 0) {
            Thread.sleep(10);
        }
        assertThat(guests().clients()).isZero();
    }

    private Guests guests() {
        return ((GuestProtocol) ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector().getProtocolHandler())
                .guests();
    }

    private Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes up to the end of a body; nothing if the connection is closed first. */
    private static String answer(Socket socket, String last) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        try {
            while (text.indexOf("\r\n\r\n") < 0 || text.indexOf(last) < 0) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                text.append((char) next);
            }
        } catch (SocketException reset) {
            return "";
        }
        return text.toString();
    }

    private static boolean isOpen(Socket socket) throws IOException {
        send(socket, "");
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return true;
        } catch (SocketException reset) {
            return false;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    private void awaitClosed(Socket socket) throws Exception {
        while (isOpen(socket)) {
            Thread.sleep(20);
        }
    }

    @Test
    void manyHalfRequestsOfOneKeepNobodyOut() throws Exception {
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Socket socket = connect("127.0.0.3");
            half.add(socket);
            try {
                send(socket, "GET /hello HTTP/1.1\r\nHost: loc");
            } catch (SocketException alreadyGone) {
                continue;
            }
        }
        for (String from : List.of("127.0.0.1", "127.0.0.3")) {
            Socket honest = connect(from);
            send(honest, WHOLE);
            assertThat(answer(honest, "hello")).contains(" 200 ");
        }
        assertThat(guests().awaited()).isLessThanOrEqualTo(10);
        for (Socket socket : half) {
            awaitClosed(socket);
        }
    }

    @Test
    void aByteNowAndThenDoesNotBuyTime() throws Exception {
        Socket slow = connect("127.0.0.3");
        StringBuilder sent = new StringBuilder();
        try {
            for (char letter : ("GET /hello HTTP/1.1\r\nX: " + "a".repeat(10_000)).toCharArray()) {
                send(slow, String.valueOf(letter));
                sent.append(letter);
                Thread.sleep(50);
                if (!isOpen(slow)) {
                    break;
                }
            }
        } catch (SocketException closed) {
            // as it should be
        }
        assertThat(sent.length()).isLessThan(1000);
    }

    @Test
    void aSecondRequestHasItsOwnTime() throws Exception {
        Socket kept = connect("127.0.0.3");
        send(kept, WHOLE);
        assertThat(answer(kept, "hello")).contains(" 200 ");
        Thread.sleep(1500); // it may rest for longer than headers may take
        send(kept, WHOLE);
        assertThat(answer(kept, "hello")).contains(" 200 ");
        send(kept, "GET /hel");
        awaitClosed(kept);
    }

    @Test
    void anAnswerThatComesLaterIsWaitedFor() throws Exception {
        Socket later = connect("127.0.0.3");
        send(later, WHOLE.replace("hello", "later"));
        assertThat(answer(later, "\r\nlater")).contains(" 200 ");
        send(later, WHOLE);
        assertThat(answer(later, "hello")).contains(" 200 ");
        send(later, "GET /hel");
        awaitClosed(later);
    }

    @Test
    void whoRestsForLongestMakesRoomForTheNext() throws Exception {
        List<Socket> resting = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            Socket socket = connect("127.0.0.3");
            send(socket, WHOLE);
            assertThat(answer(socket, "hello")).contains(" 200 ");
            resting.add(socket);
        }
        awaitClosed(resting.getFirst());
        assertThat(isOpen(resting.getLast())).isTrue();
        assertThat(guests().open()).isEqualTo(40);
    }

    @Test
    void aNamedProxyStandsForMany() throws Exception {
        for (int i = 0; i < 50; i++) {
            Socket socket = connect("127.0.0.9");
            send(socket, WHOLE);
            assertThat(answer(socket, "hello")).contains(" 200 ");
        }
        assertThat(guests().open()).isEqualTo(50);
    }
}
