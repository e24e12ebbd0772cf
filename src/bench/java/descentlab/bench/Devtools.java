package descentlab.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium of its own with one page, spoken to by its developer tools' protocol and no more of it than is needed: whoever
 * watches the network of a page, as Playwright does, is told of each message of a WebSocket, which takes the time that is measured.
 */
final class Devtools implements AutoCloseable, WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 30;

    private final Process chromium;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    Devtools(int width, int height) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path profile = Files.createTempDirectory("descentlab-chromium");
        chromium = new ProcessBuilder(
                        System.getenv("CHROMIUM"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=" + port,
                        "--window-size=" + width + "," + height,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = client.newWebSocketBuilder().buildAsync(page(port), this).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        send("Page.enable", Map.of());
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private URI page(int port) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            try {
                String answer = client.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/json")).build(),
                                BodyHandlers.ofString())
                        .body();
                for (JsonNode target : JsonMapper.shared().readTree(answer)) {
                    if (target.get("type").asString().equals("page")) {
                        return URI.create(target.get("webSocketDebuggerUrl").asString());
                    }
                }
            } catch (IOException notYet) {
                if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw notYet;
                }
            }
            Thread.sleep(100);
        }
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
        message.append(piece);
        if (last) {
            JsonNode answer = JsonMapper.shared().readTree(message.toString());
            message.setLength(0);
            if (answer.has("id")) {
                asked.remove(answer.get("id").asInt()).complete(answer);
            }
        }
        from.request(1);
        return null;
    }

    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(
                        JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answered.has("error")) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return answered.get("result");
    }

    void open(String url) throws Exception {
        send("Page.navigate", Map.of("url", url));
    }

    /** What an expression is worth in the page. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").get("value");
    }

    void mouse(String type, double x, double y) throws Exception {
        send(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        client.shutdownNow();
        chromium.destroy();
        chromium.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
