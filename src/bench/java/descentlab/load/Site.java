package descentlab.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The server under load, which is on this computer or not loaded at all. */
public final class Site {

    public static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The next one may be a kept connection that is closed too. */
    private static final int MOST_AGAIN = 3;

    private final URI root;
    private final HttpClient http;
    private final Supplier<String> forwarded;
    private final LongAdder again = new LongAdder();
    private final LongAdder waits = new LongAdder();

    /**
     * @param from the address from which requests come
     * @throws IllegalArgumentException if the server is another computer
     */
    public Site(URI root, InetAddress from) throws IOException {
        if (!InetAddress.getByName(root.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "the server was " + root + "; allowed: only one on this computer, as http://localhost:8080/");
        }
        this.root = root;
        this.forwarded = () -> "";
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(from)
                .connectTimeout(PATIENCE)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private Site(URI root, HttpClient http, Supplier<String> forwarded) {
        this.root = root;
        this.http = http;
        this.forwarded = forwarded;
    }

    /** The same, asked by one who claims to ask for somebody at another address, each time the one that is supplied. */
    public Site forging(Supplier<String> address) {
        return new Site(root, http, address);
    }

    /** How often a connection was lost, and a request sent again by another one. */
    public long askedAgain() {
        return again.sum();
    }

    /** A request is sent again, since its connection was lost. */
    void askAgain() {
        again.increment();
    }

    /** Somebody waits for room on the server. */
    void waits() {
        waits.increment();
    }

    /** How often a page came a little later, since there was no room for it. */
    public long waited() {
        return waits.sum();
    }

    public URI root() {
        return root;
    }

    URI resolve(String path) {
        return root.resolve(path);
    }

    URI socket(String path) {
        return URI.create(resolve(path).toString().replaceFirst("^http", "ws"));
    }

    public HttpClient http() {
        return http;
    }

    /** A request that gives up when nothing at all comes for long. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(resolve(path)).timeout(PATIENCE);
        String claimed = forwarded.get();
        return claimed.isEmpty() ? request : request.header("X-Forwarded-For", claimed);
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws Refused {
        HttpRequest built = request.build();
        try {
            return sendAgain(built, body);
        } catch (HttpTimeoutException late) {
            throw new Refused(built.method() + " " + kind(built.uri()) + ": " + late.getMessage());
        } catch (IOException broken) {
            throw Refused.unanswered(built.method() + " " + kind(built.uri()) + ": " + broken.getClass().getSimpleName() + " "
                    + broken.getMessage());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    /** A kept connection that the server closes just then: browsers ask again by another one, and nobody sees. */
    private <T> HttpResponse<T> sendAgain(HttpRequest built, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        for (int left = MOST_AGAIN; ; left--) {
            try {
                return http.send(built, body);
            } catch (HttpTimeoutException late) {
                throw late;
            } catch (IOException lost) {
                if (left == 0) {
                    throw lost;
                }
                askAgain();
            }
        }
    }

    public <T> HttpResponse<T> ask(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws Refused {
        HttpResponse<T> response = send(request, body);
        if (response.statusCode() != 200) {
            throw new Refused(response.request().method() + " " + kind(response.uri()) + " answered " + response.statusCode());
        }
        return response;
    }

    /** What an address is about, without what differs between students. */
    private static String kind(URI address) {
        return address.getPath().replaceFirst("(runs|rooms|class)/.*", "$1")
                + (address.getQuery() == null ? "" : "?" + address.getQuery().replaceFirst("&.*", ""));
    }
}
