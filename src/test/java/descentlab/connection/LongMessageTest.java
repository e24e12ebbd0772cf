package descentlab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import jakarta.servlet.ServletContext;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;

/** What is told by a WebSocket in several frames, while all that is answered wants every core. */
@SpringBootTest(
        classes = LongMessageTest.SocketOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
class LongMessageTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan(basePackages = {"descentlab.connection", "descentlab.client"})
    static class SocketOnly {}

    /** Keeps who has come. */
    public static final class Opened extends Endpoint {

        private static final CompletableFuture<Session> SESSION = new CompletableFuture<>();

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            SESSION.complete(session);
        }
    }

    private static final String LONG = "a long message ".repeat(4000);

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext server;

    /** Takes every core from virtual threads until it is over. */
    private static CountDownLatch compute(AtomicBoolean over) {
        int cores = Runtime.getRuntime().availableProcessors();
        CountDownLatch all = new CountDownLatch(cores);
        for (int i = 0; i < cores; i++) {
            Thread.startVirtualThread(() -> {
                all.countDown();
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        return all;
    }

    @Test
    void goesOnWhileAllElseWaitsForACore() throws Exception {
        ServerContainer container = (ServerContainer) server.getAttribute(ServerContainer.class.getName());
        container.addEndpoint(ServerEndpointConfig.Builder.create(Opened.class, "/told").build());
        StringBuilder heard = new StringBuilder();
        CompletableFuture<String> whole = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                heard.append(part);
                if (last) {
                    whole.complete(heard.toString());
                }
                socket.request(1);
                return null;
            }
        };
        AtomicBoolean over = new AtomicBoolean();
        HttpClient client = HttpClient.newHttpClient();
        try {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://localhost:" + port + "/told"), listener)
                    .get(20, TimeUnit.SECONDS);
            Session session = Opened.SESSION.get(20, TimeUnit.SECONDS);
            assertThat(compute(over).await(20, TimeUnit.SECONDS)).isTrue();
            session.getAsyncRemote().sendText(LONG);
            assertThat(whole.get(20, TimeUnit.SECONDS)).isEqualTo(LONG);
            over.set(true);
            socket.abort();
        } finally {
            over.set(true);
            client.shutdownNow();
        }
    }
}
