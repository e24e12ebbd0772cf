package descentlab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may do in a browser, and what other sites' pages and tampered clients may not. */
class OwnSiteIT extends BrowserTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Any complaint of the browser's about the policy fails the test. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lab/surface",
                "/lab/training",
                "/lab/spectrum",
                "/lesson",
                "/exercises",
                "/class",
                "/login",
                "/data/silhouettes"
            })
    void everyPageLivesWithItsPolicy(String path) {
        Response answer = page.navigate(address(path));
        assertThat(answer.headers().get("content-security-policy"))
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("ws:")
                .satisfies(policy -> assertThat(policy.substring(policy.indexOf("script-src")))
                        .doesNotContain("unsafe-inline"));
        page.waitForFunction("window.Vaadin && Object.values(window.Vaadin.Flow?.clients ?? {}).length > 0");
        page.waitForFunction("document.fonts.status === 'loaded'");
        page.waitForTimeout(500); // for what comes late
    }

    @Test
    void aScriptThatWasSmuggledInDoesNotRun() {
        open("/");
        page.evaluate(
                """
                () => {
                    const script = document.createElement('script');
                    script.textContent = 'window.smuggled = true';
                    document.head.append(script);
                    const image = document.createElement('img');
                    image.setAttribute('onerror', 'window.smuggled = true');
                    image.src = '/nothing-here.png';
                    document.body.append(image);
                }
                """);
        page.waitForTimeout(500);
        assertThat(page.evaluate("window.smuggled")).isNull();
        forgive("Content Security Policy");
        forgive("nothing-here.png");
    }

    /** The address of the page's own push channel. */
    private URI push() {
        List<String> sockets = new ArrayList<>();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        open("/lab/training");
        page.waitForCondition(() -> !sockets.isEmpty());
        return URI.create(sockets.getFirst());
    }

    private WebSocket connect(URI address, String origin) throws Exception {
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .header("Cookie", cookies)
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        told.add(text.toString());
                        socket.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket socket, Throwable failure) {
                        closed.complete(-1);
                    }
                })
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void anotherSitesPageOpensNoWebSocket() throws Exception {
        URI push = push();
        assertThat(catchStatus(push, "https://evil.example")).isEqualTo(403);
        assertThat(catchStatus(push, "null")).isEqualTo(403);
    }

    private int catchStatus(URI address, String origin) throws Exception {
        try {
            connect(address, origin).abort();
            return 101;
        } catch (ExecutionException refused) {
            return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
        }
    }

    @Test
    void aMessageThatIsTooLongClosesItsWebSocketOnly() throws Exception {
        WebSocket socket = connect(push(), address(""));
        socket.sendText("99|" + "x".repeat(4000), true).get(10, TimeUnit.SECONDS);
        // Too big, or cut off before that was read: what was still on its way is not waited for.
        assertThat(closed.get(10, TimeUnit.SECONDS)).isIn(1009, 1006);
        open("/lab/surface");
        page.waitForFunction("window.Vaadin && Object.values(window.Vaadin.Flow?.clients ?? {}).length > 0");
        forgive("Websocket closed"); // the page's own, in whose place ours came
    }

    /** Flow would collect its pieces up to the length that it says, and then answer: none may get there. */
    @Test
    void aMessageGathersNowhere() throws Exception {
        URI push = push();
        page.context().setOffline(true); // else it would soon take its channel back
        WebSocket socket = connect(push, address(""));
        page.waitForTimeout(500); // for what it is told at first
        told.clear();
        socket.sendText("600|" + "x".repeat(500), true).get(10, TimeUnit.SECONDS);
        socket.sendText("x".repeat(100), true).get(10, TimeUnit.SECONDS);
        page.waitForTimeout(1000);
        assertThat(told).as("an answer").isEmpty();
        assertThat(closed).isNotDone();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
        forgive("Websocket closed");
        forgive("ERR_INTERNET_DISCONNECTED");
        forgive("long-polling connection failed");
    }
}
