package descentlab.operator;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens pages of this server and leaves them, as a browser would that draws nothing and runs no script. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a browser tells of itself as it asks for a page's state. */
    private static final String BROWSER = "v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=0&v-bw=1440&v-tzo=0&v-dstd=0"
            + "&v-rtzo=0&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1";

    private static final JsonMapper JSON = new JsonMapper();

    private final URI root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager()) // one session for all that is visited
            .connectTimeout(PATIENCE)
            .build();

    /** @param root the server's address, with a slash at its end */
    Visitor(URI root) {
        this.root = root;
    }

    /**
     * Opens a page and leaves it.
     *
     * @param path as in {@code lab/surface}; the first page's is empty
     * @return what its browser was told to show
     * @throws IOException if something is not answered, or not as a page is
     */
    String visit(String path) throws IOException, InterruptedException {
        ask(request(path).header("Accept", "text/html"));
        JsonNode begun = JSON.readTree(ask(request("?v-r=init&location=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&query=&" + BROWSER)))
                .path("appConfig");
        String page = "?v-r=uidl&v-uiId=" + begun.path("v-uiId").asInt();
        String key = JSON.writeValueAsString(begun.path("uidl").path("Vaadin-Security-Key"));
        String route = JSON.writeValueAsString(path);
        String shown = tell(page, """
                {"csrfToken":%s,"rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":%s,"query":"",\
                "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""".formatted(key, route));
        tell(page, """
                {"csrfToken":%s,"rpc":[],"UNLOAD":true,"syncId":1,"clientId":1}""".formatted(key));
        return shown;
    }

    private String tell(String page, String message) throws IOException, InterruptedException {
        return ask(request(page)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.shutdownNow(); // not by close(), which would wait for what is under way
    }
}
