package descentlab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the served application in a real browser. The server runs on a port and in a home folder of its own, each
 * test in a fresh browser profile. A test fails on anything the browser reports as an error or a warning, even if all
 * that it asserts holds; what the page looked like then is kept in {@code target/screenshots}.
 *
 * <p>Subclasses are named {@code *IT}, so that Maven runs them on the production bundle, after it is built.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class BrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path HOME = newHome();

    /** The sizes that each page is asked to work at. */
    public enum Screen {
        PHONE(375, 667),
        LAPTOP(1280, 800),
        PROJECTOR(1920, 1080);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** What the browser complained about in this test, in order. */
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @RegisterExtension
    private final Watch watch = new Watch();

    @LocalServerPort
    private int port;

    private Browser browser;
    private BrowserContext context;

    /** The page under test: light, of laptop size, and animated, unless a method below says otherwise. */
    protected Page page;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("DESCENTLAB_HOME", HOME::toString);
    }

    /** Goes to a path of the application, such as {@code "/lab/surface?steps=20"}, and waits until the page itself is there. */
    protected final Page open(String path) {
        page.navigate(address(path));
        page.waitForFunction("() => !document.querySelector('body > .first-screen')");
        return page;
    }

    /** The full address of a path. */
    protected final String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Sets the size of the page, now or before it is opened. */
    protected final void screen(Screen screen) {
        page.setViewportSize(screen.width, screen.height);
    }

    /** Sets the color scheme that the browser asks for. */
    protected final void colors(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Makes the browser ask for reduced motion. */
    protected final void reducedMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Fails if the page is wider than the screen. */
    protected final void assertNothingSticksOut() {
        int excess = ((Number) page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (excess > 0) {
            throw new AssertionError("the page is " + excess + " px wider than the screen");
        }
    }

    /** Keeps a picture of the page as {@code target/screenshots/NAME.png}. */
    protected final void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Forgives the complaints so far that contain this text; for tests that provoke an error. */
    protected final void forgive(String text) {
        complaints.removeIf(complaint -> complaint.contains(text));
    }

    private void start(ExtensionContext test) {
        browser = Chromium.of(test);
        context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT).setLocale("en-US"));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLISECONDS);
        context.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add("console " + message.type() + ": " + message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        page = context.newPage();
        screen(Screen.LAPTOP);
    }

    private void finish(ExtensionContext test) {
        try {
            boolean failed = test.getExecutionException().isPresent();
            if (failed || !complaints.isEmpty()) {
                screenshot(getClass().getSimpleName() + "." + test.getRequiredTestMethod().getName());
            }
            if (!complaints.isEmpty()) {
                String all = "The browser complained:\n" + String.join("\n", complaints);
                if (!failed) {
                    throw new AssertionError(all);
                }
                test.getExecutionException().get().addSuppressed(new AssertionError(all));
            }
        } finally {
            context.close();
        }
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("descentlab-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs around each test; after it and not in an {@code @AfterEach}, to know whether it failed. */
    private final class Watch implements BeforeEachCallback, AfterTestExecutionCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            start(test);
        }

        @Override
        public void afterTestExecution(ExtensionContext test) {
            finish(test);
        }
    }
}
