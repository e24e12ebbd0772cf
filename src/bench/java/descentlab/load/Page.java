package descentlab.load;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of the application in a browser that draws nothing: its session, its requests to the server in turn, its push
 * channel, and its elements, kept as the server's messages change them in their order.
 */
public final class Page implements AutoCloseable {

    private static final String BROWSER = "v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=0&v-bw=1440&v-tzo=0&v-dstd=0"
            + "&v-rtzo=0&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1";
    private static final int RESENT = 5;
    private static final long BEFORE_RESENDING = TimeUnit.SECONDS.toNanos(1);
    private static final int FULL = 503;
    private static final int MOST_WAITS = 6;
    private static final String SESSION = "JSESSIONID";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a page says whose click or background task failed on the server; it stands, and nothing else tells of it. */
    private static final String FAILED = "something failed on the server";

    /** Told of each message of the push channel. */
    public interface Listener {

        /** @param nanoTime when it had come */
        void pushed(String message, long nanoTime);

        /**
         * Told that the push channel was lost.
         *
         * @return whether that was to be expected; else it is an incident
         */
        default boolean dropped() {
            return false;
        }
    }

    private final Site site;
    private final Incidents incidents;
    private final Listener listener;
    private final Map<String, String> cookies;
    private final PageTree tree = new PageTree();
    private final TreeMap<Integer, JsonNode> early = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReentrantLock turn = new ReentrantLock();
    private final List<ObjectNode> answers = new ArrayList<>();
    private String csrf = "";
    private int number;
    private int clientId;
    private int syncId = -1;
    private String secret = "";
    private String pushPath = "";
    private WebSocket push;
    private volatile boolean closed;

    public Page(Site site, Incidents incidents, Listener listener) {
        this(site, incidents, listener, new ConcurrentHashMap<>());
    }

    /** @param cookies of the browser, which another page may have got before */
    private Page(Site site, Incidents incidents, Listener listener, Map<String, String> cookies) {
        this.site = site;
        this.incidents = incidents;
        this.listener = listener;
        this.cookies = cookies;
    }

    /** Another page in the same browser; this one is left. */
    public Page next() {
        close();
        return beside();
    }

    /** Another page in the same browser, beside this one. */
    public Page beside() {
        return new Page(site, incidents, listener, cookies);
    }

    /** Another page in the same browser, once the session is over. */
    Page inNewSession() {
        Map<String, String> kept = new ConcurrentHashMap<>(cookies);
        kept.remove(SESSION);
        return new Page(site, incidents, listener, kept);
    }

    /** What the page's address has behind its #. */
    Page withSecret(String behindTheHash) {
        secret = behindTheHash;
        return this;
    }

    /** Opens a path, however often the server asks to come again a little later, within some minutes. */
    public Page open(String path) throws Refused {
        awaitRoom(path);
        begin(path);
        connect();
        navigate(path);
        return this;
    }

    /** Comes again by itself as the page says that tells of no room, with the cookie that it has got from it. */
    private void awaitRoom(String path) throws Refused {
        for (int times = 0; ; times++) {
            HttpResponse<Void> answer = site.send(
                    request("/" + path).header("Accept", "text/html"), HttpResponse.BodyHandlers.discarding());
            keep(answer);
            if (answer.statusCode() == 200) {
                return;
            }
            if (answer.statusCode() != FULL || times == MOST_WAITS) {
                throw new Refused("GET /" + path.replaceFirst("class/.*", "class") + " answered " + answer.statusCode());
            }
            site.waits();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    /** Opens a path without the push channel. */
    public void load(String path) throws Refused {
        keep(site.ask(request("/" + path).header("Accept", "text/html"), HttpResponse.BodyHandlers.discarding()));
        begin(path);
    }

    /** What the page's script asks for first. */
    private void begin(String path) throws Refused {
        HttpResponse<String> init = site.ask(
                request("/?v-r=init&location=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&query=&" + BROWSER),
                HttpResponse.BodyHandlers.ofString());
        keep(init);
        JsonNode config = Site.JSON.readTree(init.body()).path("appConfig");
        JsonNode first = config.path("uidl");
        locked(page -> {
            clientId = 0;
            syncId = -1;
            early.clear();
            return null;
        });
        csrf = first.path("Vaadin-Security-Key").asString();
        number = config.path("v-uiId").asInt();
        pushPath = "/VAADIN/push?v-r=push&v-uiId=" + number + "&v-pushId="
                + first.path("Vaadin-Push-ID").asString()
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0";
        take(first);
    }

    /** Goes to a path as the browser's router does; it may have a query. */
    public void navigate(String path) throws Refused {
        String[] parts = path.split("\\?", 2);
        ObjectNode data = Site.JSON.createObjectNode();
        data.put("route", parts[0]).put("query", parts.length == 2 ? parts[1] : "").put("appShellTitle", "").putNull("historyState").put("trigger", "");
        send(List.of(Rpc.event(1, "ui-navigate", data)));
    }

    public String pushPath() {
        return pushPath;
    }

    private void connect() throws Refused {
        push = resent(this::channel);
    }

    private WebSocket channel() throws Refused {
        try {
            return site.http()
                    .newWebSocketBuilder()
                    .header("Cookie", cookies())
                    .connectTimeout(PATIENCE)
                    .buildAsync(site.socket(pushPath), new Channel())
                    .join();
        } catch (CompletionException failed) {
            // Flow's client tries again however it failed.
            throw Refused.unanswered("push channel: "
                    + (failed.getCause() instanceof WebSocketHandshakeException answered
                            ? "answered " + answered.getResponse().statusCode()
                            : failed.getCause()));
        }
    }

    /** Sends a sign of life, as browsers do every five minutes. */
    public void heartbeat() throws Refused {
        site.ask(request("/?v-r=heartbeat&v-uiId=" + number).POST(HttpRequest.BodyPublishers.noBody()),
                HttpResponse.BodyHandlers.discarding());
    }

    public int statusOf(String path) throws Refused {
        return site.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = site.request(path);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    public String cookies() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The value of a cookie; empty if there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void keep(HttpResponse<?> response) {
        response.headers().allValues("Set-Cookie").forEach(line -> {
            String[] parts = line.split(";", 2)[0].split("=", 2);
            cookies.put(parts[0], parts[1]);
        });
    }

    /** Sends what was done on the page, after what was sent before, and takes the answer. */
    public void send(List<ObjectNode> done) throws Refused {
        turn.lock();
        try {
            if (!done.isEmpty()) {
                exchange(done);
            }
            for (List<ObjectNode> more = answers(); !more.isEmpty(); more = answers()) {
                exchange(more);
            }
        } finally {
            turn.unlock();
        }
    }

    private List<ObjectNode> answers() {
        return locked(page -> {
            List<ObjectNode> due = List.copyOf(answers);
            answers.clear();
            return due;
        });
    }

    private void exchange(List<ObjectNode> done) throws Refused {
        ObjectNode body = Site.JSON.createObjectNode();
        body.put("csrfToken", csrf);
        ArrayNode rpc = body.putArray("rpc");
        done.forEach(rpc::add);
        body.put("syncId", (int) locked(page -> syncId));
        body.put("clientId", clientId++);
        String text;
        try (Incidents.Expected answer = incidents.expect("an answer to a page")) {
            text = answer(body.toString());
        }
        lookForFailure(text);
        if (!text.startsWith("{")) {
            throw new Refused("a page was answered by " + text.substring(0, Math.min(80, text.length())));
        }
        JsonNode message = Site.JSON.readTree(text);
        JsonNode meta = message.path("meta");
        if (meta.has("appError") || meta.has("sessionExpired")) {
            throw new Refused("a page was told " + meta);
        }
        take(message);
    }

    /** Sends a message; the server knows by its number that it is the same, however often it comes. */
    private String answer(String message) throws Refused {
        return resent(() -> site.ask(
                        request("/?v-r=uidl&v-uiId=" + number)
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(message)),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private interface Request<T> {
        T send() throws Refused;
    }

    /** Sends something until it is answered, as Flow's client does. */
    private <T> T resent(Request<T> request) throws Refused {
        for (int left = RESENT; ; left--) {
            try {
                return request.send();
            } catch (Refused refused) {
                if (!refused.isUnanswered() || left == 0 || closed) {
                    throw refused;
                }
                site.askAgain();
                LockSupport.parkNanos(BEFORE_RESENDING);
            }
        }
    }

    private void lookForFailure(String message) {
        if (message.contains(FAILED)) {
            incidents.add("a page said that " + FAILED);
        }
    }

    /** Applies a message once those before it have come; the two ways by which they come overtake each other. */
    private void take(JsonNode message) {
        locked(page -> {
            early.put(message.path("syncId").asInt(syncId + 1), message);
            while (!early.isEmpty() && early.firstKey() <= syncId + 1) {
                Map.Entry<Integer, JsonNode> next = early.pollFirstEntry();
                if (next.getKey() == syncId + 1 || next.getValue().path("resynchronize").asBoolean(false)) {
                    syncId = next.getKey();
                    tree.apply(next.getValue().path("changes"));
                    next.getValue().path("execute").forEach(call -> Rpc.answer(call, secret).ifPresent(answers::add));
                }
            }
            changed.signalAll();
            return null;
        });
    }

    /** Looks at the page's elements. */
    public <T> T look(Function<PageTree, T> look) {
        return locked(look);
    }

    private <T> T locked(Function<PageTree, T> work) {
        lock.lock();
        try {
            return work.apply(tree);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the page shows something; whether it does in time. */
    public boolean await(Predicate<PageTree> shown, Duration longest) {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (!shown.test(tree)) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (push != null) {
            push.abort();
        }
    }

    private final class Channel implements WebSocket.Listener {

        private final Framing framing = new Framing();
        private boolean greeted;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            long now = System.nanoTime();
            for (String message : framing.add(data)) {
                if (!greeted) {
                    Framing.greeting(message);
                    greeted = true;
                } else if (message.startsWith("{")) {
                    pushed(message, now);
                }
            }
            socket.request(1);
            return null;
        }

        private void pushed(String message, long now) {
            listener.pushed(message, now);
            lookForFailure(message);
            take(Site.JSON.readTree(message));
            if (!locked(page -> answers.isEmpty())) {
                Thread.startVirtualThread(this::answer);
            }
        }

        private void answer() {
            try {
                send(List.of());
            } catch (Refused refused) {
                if (!closed) {
                    incidents.add(refused.getMessage());
                }
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            dropped("closed with " + status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            dropped(failure.toString());
        }

        private void dropped(String how) {
            if (!closed && !listener.dropped()) {
                incidents.add("a push channel was dropped: " + how);
            }
        }
    }
}
