package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import descentlab.DescentLab;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server goes down in the middle of a training and comes back. It is one of this test's own. */
class RestartIT extends BrowserTest {

    private static final String TRAINING = "/lab/training?data=silhouettes&model=lenet&batch=256&epochs=50&seed=3&shuffle=true"
            + "&run=sgd(lr=0.9)&run=adagrad(lr=0.05)";

    @TempDir
    private Path home;

    private ConfigurableApplicationContext server;

    /** Starts the server, and opens a page of it; returns its port. */
    private int startAndOpen(String path) {
        start(0);
        int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        page.navigate("http://localhost:" + port + path);
        return port;
    }

    private void start(int port) {
        server = new SpringApplicationBuilder(DescentLab.class)
                .run("--server.port=" + port, "--descentlab.home=" + home, "--spring.main.register-shutdown-hook=false");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String run() {
        return page.locator("training-chart").getAttribute("run");
    }

    @Test
    void theLabSaysThatItsTrainingIsGoneAndStartsTheSameAgain() {
        int port = startAndOpen(TRAINING);
        assertThat(page.locator("training-chart")).containsText("epoch");
        assertThat(page.locator("image-insight table.accuracy tbody tr")).hasCount(2);
        String lost = run();

        server.close();
        start(port);

        // By itself, within seconds, and with all that is in its address.
        page.waitForCondition(() -> !lost.equals(run()));
        assertThat(page).hasURL("http://localhost:" + port + TRAINING);
        assertThat(page.getByLabel("Epochs")).hasValue("50");
        assertThat(page.getByLabel("Seed")).hasValue("3");
        assertThat(page.locator("training-chart")).not().containsText("no longer on the server");
        assertThat(page.locator("image-insight table.accuracy tbody tr")).hasCount(2);
        serverWasAway();
    }

    @Test
    void aRaceIsAtTheSameStepAndWhatWasHalfTypedIsStillThere() {
        int port = startAndOpen("/lab/surface?run=adagrad(lr=0.3)");
        page.waitForFunction("() => document.querySelector('descent-race')?.model?.trace");
        page.evaluate("document.querySelector('descent-race').model.seek(7)");
        Locator typed = page.getByLabel("f(x₁, x₂), typed");
        typed.scrollIntoViewIfNeeded();
        typed.click();
        page.keyboard().type("x1^2 + 3*");
        page.evaluate("window.before = true");

        server.close();
        start(port);

        page.waitForFunction("() => !window.before && document.querySelector('descent-race')?.model?.trace");
        page.waitForFunction("() => document.querySelector('descent-race').model.step === 7");
        assertThat(typed).hasValue("x1^2 + 3*");
        assertThat(typed).isFocused();
        assertThat(typed).isInViewport();
        serverWasAway();
    }

    /** Else what the old page says would be taken for said by the new one. */
    @Test
    void aPageHasAnotherNumberThanBefore() {
        Set<String> numbers = new LinkedHashSet<>();
        page.onWebSocket(push -> numbers.add(push.url().replaceFirst(".*[?&]v-uiId=(\\d+).*", "$1")));
        int port = startAndOpen("/exercises");
        page.waitForCondition(() -> numbers.size() == 1);
        page.waitForLoadState(LoadState.NETWORKIDLE); // or a part of the page that is still to come is missed

        server.close();
        start(port);

        page.waitForCondition(() -> numbers.size() == 2);
        assertThat(numbers).allMatch(number -> number.matches("\\d+"));
        serverWasAway();
    }

    @Test
    void aPageThatIsLoadedAgainBeginsAnew() {
        int port = startAndOpen("/exercises/distances?part=3");
        assertThat(page.locator(".proof-line").first()).isVisible();
        page.getByTitle("Add to your proof").first().click();
        assertThat(page.locator(".proof .proof-line")).hasCount(1);
        page.reload();
        assertThat(page.locator(".proof-lines .proof-line").first()).isVisible();
        assertThat(page.locator(".proof .proof-line")).hasCount(0);

        page.getByTitle("Add to your proof").nth(1).click();
        assertThat(page.locator(".proof .proof-line")).hasCount(1);
        String line = page.locator(".proof .proof-line [id^=line-]").getAttribute("id");
        page.evaluate("window.before = true");
        server.close();
        start(port);
        page.waitForFunction("() => !window.before");
        assertThat(page.locator(".proof .proof-line [id^=line-]")).hasAttribute("id", line);
        serverWasAway();
    }

    private void serverWasAway() {
        // While the server was away, the browser found nobody.
        forgive("ERR_CONNECTION_REFUSED");
        forgive("ERR_INCOMPLETE_CHUNKED_ENCODING");
        forgive("ERR_CONNECTION_RESET");
        forgive("Websocket");
        forgive("404");
        forgive("403");
    }
}
