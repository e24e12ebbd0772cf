package descentlab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a small race waits for its answer over HTTP while sixty trainings on pictures are under way, each asked for
 * by a reader of its rows, three from each of twenty addresses of this computer.
 */
final class CrowdOverHttp {

    private static final int CLIENTS = 20;
    private static final int TRAININGS_OF_EACH = 3;
    private static final long SECONDS = 20;
    private static final long BETWEEN_RACES_MILLIS = 30;
    private static final String TRAINING =
            "api/training.csv?data=silhouettes&model=lenet&epochs=50&run=adam(lr=0.009)&seed=";
    private static final String RACE =
            "api/surface.csv?objective=rosenbrock&start=-1,1&steps=200&run=adagrad(lr=0.4)&run=sgd(lr=0.001)";

    private final URI root;

    /** @param root of the running application, with a slash at its end */
    CrowdOverHttp(URI root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws Exception {
        new CrowdOverHttp(URI.create(arguments[0])).measure();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).build();
    }

    void measure() throws Exception {
        AtomicInteger rows = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<HttpClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.getByName("127.0.1." + (i + 1)))
                        .build();
                clients.add(client);
                for (int j = 0; j < TRAININGS_OF_EACH; j++) {
                    HttpRequest training = request(TRAINING + (i * TRAININGS_OF_EACH + j));
                    Thread.ofVirtual().start(() -> read(client, training, rows, refused));
                }
            }
            TimeUnit.SECONDS.sleep(2);
            race(rows, refused);
        } finally {
            clients.forEach(HttpClient::shutdownNow);
        }
    }

    private static void read(HttpClient client, HttpRequest request, AtomicInteger rows, AtomicInteger refused) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                refused.incrementAndGet();
                return;
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                while (lines.readLine() != null) {
                    rows.incrementAndGet();
                }
            }
        } catch (IOException over) {
            // as is wanted, at the end
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void race(AtomicInteger rows, AtomicInteger refused) throws IOException, InterruptedException {
        List<Double> waits = new ArrayList<>();
        int failed = 0;
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS)) {
                long asked = System.nanoTime();
                int status = client.send(request(RACE), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                waits.add((System.nanoTime() - asked) / 1e6);
                failed += status == 200 ? 0 : 1;
                Thread.sleep(BETWEEN_RACES_MILLIS);
            }
        }
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "over HTTP beside %d trainings on pictures (%d refused, %d rows so far): races %d, failed %d; p50 %.2f ms,"
                        + " p95 %.2f ms, worst %.2f ms%n",
                CLIENTS * TRAININGS_OF_EACH,
                refused.get(),
                rows.get(),
                sorted.length,
                failed,
                sorted[sorted.length / 2],
                sorted[(int) (0.95 * (sorted.length - 1))],
                sorted[sorted.length - 1]);
    }
}
