package descentlab.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * What a user waits for, measured from outside: {@code ./lab run} of the built application until its first page
 * answers, the scripts a browser loads to show that page, compressed as gzip compresses them, how pictures follow a
 * dragging hand and fifty of them, and a small race beside a crowd of trainings.
 */
public final class WholeApp {

    private static final int STARTS = 3;
    private static final int RUNS = 5;
    private static final long PATIENCE_SECONDS = 60;

    private final int port;
    private final URI address;

    private WholeApp(int port) {
        this.port = port;
        this.address = URI.create("http://localhost:" + port + "/");
    }

    public static void main(String[] arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        new WholeApp(port).measure();
    }

    private void measure() throws Exception {
        Path home = Files.createTempDirectory("descentlab-bench");
        for (int start = 1; start <= STARTS; start++) {
            long begin = System.nanoTime();
            Process server = serve(home);
            try {
                awaitFirstPage(server);
                System.out.printf("start %d to first page answered: %.2f s%n", start, seconds(begin));
                if (start == STARTS) {
                    weigh();
                    new HandBench(address).measure();
                    new HandCrowd(address).measure();
                    new CrowdOverHttp(address).measure();
                }
            } finally {
                server.destroy();
                server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private Process serve(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./lab", "run")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "whole-app.log").toFile());
        builder.environment().putAll(Map.of("PORT", String.valueOf(port), "DESCENTLAB_HOME", home.toString()));
        return builder.start();
    }

    private void awaitFirstPage(Process server) throws Exception {
        long begin = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!server.isAlive() || seconds(begin) > PATIENCE_SECONDS) {
                    throw new IllegalStateException("the server did not start: see target/whole-app.log");
                }
                Thread.sleep(20);
            }
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).header("Accept", "text/html").build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void weigh() {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(System.getenv("CHROMIUM")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newPage();
            List<Response> scripts = new ArrayList<>();
            page.onResponse(response -> {
                if (response.request().resourceType().equals("script")) {
                    scripts.add(response);
                }
            });
            long begin = System.nanoTime();
            page.navigate(address.toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            System.out.printf("first page loaded in the browser, network idle: %.2f s%n", seconds(begin));
            long plain = 0;
            long compressed = 0;
            for (Response script : scripts) {
                byte[] body = script.body();
                plain += body.length;
                compressed += gzip(body);
            }
            System.out.printf(
                    "scripts of the first page: %d files, %.1f kB, %.1f kB as gzip%n",
                    scripts.size(), plain / 1e3, compressed / 1e3);
            for (int run = 1; run <= RUNS; run++) {
                System.out.printf("another seed to first drawn point: %.0f ms%n", seedToPoint(page, run));
            }
        }
    }

    /** Milliseconds in the browser from another seed in the training lab to a curve that was not there before. */
    private double seedToPoint(Page page, int seed) {
        page.navigate(address + "lab/training?seed=0&run=adagrad(lr=0.1)");
        page.getByText("Run again").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(
                """
                () => {
                  const chart = document.querySelector('training-chart').shadowRoot;
                  const curve = () => chart.querySelector('path.apexcharts-line')?.getAttribute('d');
                  const before = curve();
                  window.drawn = new Promise((resolve) => addEventListener('change', () => {
                    const start = performance.now();
                    const look = () => curve() && curve() !== before
                        ? requestAnimationFrame(() => resolve(performance.now() - start))
                        : requestAnimationFrame(look);
                    look();
                  }, { capture: true, once: true }));
                }""");
        page.getByLabel("Seed").fill(String.valueOf(seed)); // other numbers, so that the curve must change
        page.getByLabel("Seed").press("Enter");
        return ((Number) page.evaluate("() => window.drawn")).doubleValue();
    }

    private static int gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
