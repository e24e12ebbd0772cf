package descentlab.hand;

import descentlab.client.Counters.Held;
import descentlab.client.Requester;
import descentlab.run.RunService;
import descentlab.run.StreamReaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Extension;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets a page open its socket for the hand, as one reader of streams among those that there may be. */
@RestController
class HandController {

    static final String PATH = "/stream/hand";

    /** A class behind one address is one client; a core's quarter stays for everything else. */
    private static final double SHARE_OF_CORE = 0.75;

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final RunService runs;
    private final StreamReaders readers;
    private final Map<String, Answerer> answerers;
    private final Pace pace = new Pace(SHARE_OF_CORE, AT_ONCE.toNanos(), System::nanoTime);

    HandController(RunService runs, StreamReaders readers, List<Answerer> answerers) {
        this.runs = runs;
        this.readers = readers;
        this.answerers = answerers.stream().collect(Collectors.toUnmodifiableMap(Answerer::kind, Function.identity()));
    }

    @GetMapping(PATH)
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new ResponseStatusException(
                    HttpStatus.UPGRADE_REQUIRED, "This address is for WebSockets; the same answers are under /api.");
        }
        Held place = readers.take(request);
        HandSocket socket = new HandSocket(runs, answerers, Requester.of(request), pace, place);
        try {
            container(request).upgradeHttpToWebSocket(request, response, config(socket), Map.of());
        } catch (DeploymentException | RuntimeException failed) {
            socket.release();
            throw new ServletException("no WebSocket could be opened", failed);
        }
        if (response.getStatus() != HttpStatus.SWITCHING_PROTOCOLS.value()) {
            socket.release(); // refused, as a handshake of another version
        }
    }

    /** How many clients have a socket open. */
    int clients() {
        return pace.clients();
    }

    private static ServerContainer container(HttpServletRequest request) {
        return (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
    }

    private static ServerEndpointConfig config(HandSocket socket) {
        return ServerEndpointConfig.Builder.create(HandSocket.class, PATH)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(socket);
                    }

                    /** None: to compress would cost more than the numbers do, and memory for each socket. */
                    @Override
                    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
                        return List.of();
                    }
                })
                .build();
    }
}
