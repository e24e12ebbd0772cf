package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and learners that no student would send, over HTTP. */
class HostileAnswersIT extends BrowserTest {

    private static final String NUMBER = "/exercises/turned-objective?part=5";

    private String export() {
        return page.request().get(address("/api/progress.json")).text();
    }

    private void check() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check").setExact(true)).click();
    }

    private Locator verdict() {
        return page.locator(".verdict").first();
    }

    /** Past the field's own limit, as a script would. */
    private void type(String expression) {
        page.evaluate("() => { const input = document.querySelector('.answer-number input');"
                + " input.removeAttribute('maxlength'); input.value = " + expression + ";"
                + " input.dispatchEvent(new Event('input', { bubbles: true, composed: true })); }");
    }

    @Test
    void tenMegabytesAreRefusedAndNothingChanges() {
        open(NUMBER);
        page.getByLabel("Your answer").fill("0.5");
        check();
        assertThat(verdict()).containsText("not doubled");
        String before = export();
        Response refused = page.waitForResponse(
                response -> response.request().method().equals("POST") && response.status() == 413,
                () -> type("'1'.repeat(10_000_000)"));
        assertThat(refused.text()).contains("at most 1048576 bytes");
        assertThat(export()).isEqualTo(before);

        open(NUMBER);
        assertThat(page.getByLabel("Your answer")).hasValue("0.5");
        forgive("413"); // the page that was left has sent it again and again
        page.getByLabel("Your answer").fill("1/4");
        check();
        assertThat(verdict()).containsText("Right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'1'.repeat(500_000) | at most 4000 characters in all; this one has 500000",
                "'('.repeat(1900) + '1' | cannot be read as a number",
                "'-('.repeat(450) + '1' + ')'.repeat(450) | cannot be read as a number",
                "'<script>window.hacked = true</script>' | cannot be read as a number",
                "'<img src=x onerror=window.hacked=1>' | cannot be read as a number",
                "'[x](javascript:hacked) $\\\\href{javascript:hacked=1}{x}$' | cannot be read as a number",
            })
    void longDeepAndScriptedAnswersAreAnsweredAndNotCounted(String expression, String says) {
        open(NUMBER);
        assertThat(page.getByLabel("Your answer")).isVisible();
        type(expression);
        check();
        assertThat(verdict()).containsText(says);
        assertThat(page.locator(".verdict script, .verdict img, .verdict a")).hasCount(0);
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(export()).contains("\"attempts\":[]");
        page.getByLabel("Your answer").fill("1/4");
        check();
        assertThat(verdict()).containsText("Right");
    }

    /** What a script would send in the page's place. */
    private APIResponse send(Request sent, String data) {
        return page.request()
                .post(
                        sent.url(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json; charset=UTF-8")
                                .setData(data));
    }

    @Test
    void aReplayedSubmissionChangesNothing() {
        open(NUMBER);
        page.getByLabel("Your answer").fill("0.5");
        Request sent = page.waitForRequest(
                request -> request.method().equals("POST") && request.postData() != null
                        && request.postData().contains("click"),
                this::check);
        assertThat(verdict()).containsText("not doubled");
        String before = export();
        for (int i = 0; i < 3; i++) {
            APIResponse replayed = send(sent, sent.postData());
            // What was answered the first time, and nothing is done again.
            assertThat(replayed.status()).isEqualTo(200);
            assertThat(sent.response().text()).contains(replayed.text());
            assertThat(replayed.text()).contains("not doubled");
        }
        assertThat(export()).isEqualTo(before);
        String forged = sent.postData().replaceFirst("\"csrfToken\":\"[^\"]*\"", "\"csrfToken\":\"forged\"");
        assertThat(forged).isNotEqualTo(sent.postData());
        APIResponse refused = send(sent, forged);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("\"changes\":{}", "\"appError\":");
        assertThat(export()).isEqualTo(before);

        page.getByLabel("Your answer").fill("1/4");
        check();
        assertThat(verdict()).containsText("Right");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "../../../../etc/passwd",
                "%00%0d%0aSet-Cookie:x=y",
                "' or 1=1 --",
            })
    void aForgedLearnerHasNothingAndSeesNothing(String forged) throws Exception {
        open(NUMBER);
        page.getByLabel("Your answer").fill("1/4");
        check();
        assertThat(verdict()).containsText("Right");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/api/progress.json")))
                                .header("Cookie", "learner=" + forged)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"parts\":[]").contains("\"attempts\":[]");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void anEndlessQueryIsRefused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/exercises/drills?part=" + "1".repeat(1_000_000))))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
