package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application as it is built, laid out and started as everywhere: a small jar beside its libraries. What a test finds
 * on its class path may be found otherwise there, or not at all.
 */
class BuiltAppIT extends BrowserTest {

    private static final Path JAR = Path.of("target", "descent-lab.jar");
    private static final Path ARGUMENTS = Path.of("src", "main", "launch", "java.args");
    private static final Pattern ADDRESS = Pattern.compile("Descent Lab is at (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Process server;

    private static ProcessBuilder java(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true);
    }

    /** @param settings names and values in turn */
    private String start(String... settings) throws IOException, InterruptedException {
        assertThat(JAR).as("what Maven packages").exists();
        Path app = folder.resolve("app");
        Path log = folder.resolve("log");
        java("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", app.toString())
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        ProcessBuilder builder = java(
                        "@" + ARGUMENTS, "-Xlog:class+load:file=" + classes(), "-jar", app.resolve(JAR.getFileName()).toString())
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(DATABASE|DESCENTLAB|SPRING|SERVER|MANAGEMENT|VAADIN)_.*"));
        builder.environment().put("PORT", "0");
        builder.environment().put("DESCENTLAB_HOME", folder.resolve("home").toString());
        for (int i = 0; i < settings.length; i += 2) {
            builder.environment().put(settings[i], settings[i + 1]);
        }
        server = builder.start();
        long begin = System.nanoTime();
        while (server.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Matcher found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the application did not start: " + Files.readString(log));
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** Whether it was taken as it was worked out when it was built. */
    private boolean isAsBuilt() throws IOException {
        try (Stream<String> loaded = Files.lines(classes())) {
            return loaded.anyMatch(line -> line.contains("descentlab.DescentLab__ApplicationContextInitializer "));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void itsPagesFindAllThatTheyAreMadeOf() throws Exception {
        String root = start();
        for (String path : List.of("/", "/lesson", "/exercises", "/lab/surface", "/lab/spectrum", "/data", "/licences")) {
            page.navigate(root + path);
            assertThat(page.locator("main h1, main race-surface").first()).isVisible();
            String font = (String) page.evaluate(
                    "getComputedStyle(document.documentElement).getPropertyValue('--aura-base-size')");
            assertThat(font).as("the theme, at " + path).isNotBlank();
        }
        page.navigate("about:blank");
        assertThat(isAsBuilt()).isTrue();
    }

    @Test
    void theOperatorsPortIsThereThoughItWasBuiltWithoutOne() throws Exception {
        int port;
        try (ServerSocket another = new ServerSocket(0)) {
            port = another.getLocalPort();
        }
        start("DESCENTLAB_MANAGEMENT_PORT", String.valueOf(port));
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI health = URI.create("http://localhost:" + port + "/actuator/health");
            assertThat(http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"status\":\"UP\"");
        }
        assertThat(isAsBuilt()).isFalse();
    }
}
