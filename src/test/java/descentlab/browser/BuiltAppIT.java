package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private String start() throws IOException, InterruptedException {
        assertThat(JAR).as("what Maven packages").exists();
        Path app = folder.resolve("app");
        Path log = folder.resolve("log");
        java("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", app.toString())
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        ProcessBuilder builder = java("@" + ARGUMENTS, "-jar", app.resolve(JAR.getFileName()).toString())
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_") || name.startsWith("DESCENTLAB_"));
        builder.environment().put("PORT", "0");
        builder.environment().put("DESCENTLAB_HOME", folder.resolve("home").toString());
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
    }
}
