package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A student at the exercises: a proof, a matrix, a goal in a lab, and going on elsewhere. */
class PracticeIT extends BrowserTest {

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator verdict() {
        return page.locator(".verdict").first();
    }

    private void check() {
        button("Check").click();
    }

    /** By the keyboard, as everything here can be done. */
    private void press(String line, String name) {
        Locator button = page.locator(".proof-line")
                .filter(new Locator.FilterOptions().setHas(page.locator("#line-" + line)))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
        button.focus();
        page.keyboard().press("Enter");
    }

    private void awaitProof(int lines) {
        assertThat(page.locator(".proof .proof-line")).hasCount(lines);
    }

    @Test
    void aProofIsPutTogetherByKeyboard() {
        open("/exercises/distances?part=3");
        press("linear", "Add to your proof");
        awaitProof(1);
        press("symmetric", "Add to your proof");
        awaitProof(2);
        check();
        assertThat(verdict()).containsText("Line 2 does not follow");
        press("symmetric", "Take out of your proof");
        awaitProof(1);
        String[] rest = {"transpose", "product", "orthogonal", "cancel", "roots"};
        for (int i = 0; i < rest.length; i++) {
            press(rest[i], "Add to your proof");
            awaitProof(i + 2);
        }
        check();
        assertThat(verdict()).containsText("Line 2 does not follow from the lines above it");
        press("product", "Move up");
        assertThat(page.locator(".proof .proof-line").nth(1).locator("#line-product")).isVisible();
        check();
        assertThat(verdict()).containsText("The proof is complete");
        screenshot("proof");

        page.reload();
        assertThat(verdict()).containsText("Solved");
        assertThat(page.locator(".proof .proof-line")).hasCount(6);
        page.getByText("Next part").click();
        assertThat(page).hasURL(Pattern.compile("part=4"));
        assertThat(page.locator("h2").first()).hasText("What it is good for");
    }

    @Test
    void aLineIsDraggedIntoTheProof() {
        screen(Screen.PROJECTOR);
        open("/exercises/gerschgorin?part=3");
        Locator line = page.locator(".proof-line")
                .filter(new Locator.FilterOptions().setHas(page.locator("#line-eigenvector")));
        // The lines grow when their formulas come.
        assertThat(page.locator(".proof-line descent-formula:not(:has(.katex))")).hasCount(0);
        line.dragTo(page.locator(".proof"));
        awaitProof(1);
    }

    @Test
    void aMatrixIsAnsweredEntryByEntry() {
        open("/exercises/turned-objective?part=2");
        List<String> answers = List.of("4.2", "3.8", "<script>", "21/5");
        Locator fields = page.locator(".entries input");
        for (int i = 0; i < 4; i++) {
            fields.nth(i).fill(answers.get(i));
        }
        check();
        assertThat(verdict()).containsText("cannot be read as numbers");
        fields.nth(2).fill("-3.8");
        check();
        assertThat(verdict()).containsText("One entry is not right");
        fields.nth(1).fill("-19/5");
        fields.nth(1).press("Enter");
        assertThat(verdict()).containsText("Right");
        assertThat(page.getByText("Worked solution")).isVisible();
    }

    @Test
    void aGoalIsReachedInTheLabOfThePart() {
        reducedMotion();
        open("/exercises/gentler-decay?part=3");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        check();
        assertThat(verdict()).containsText("ends at 0.618");
        button("Settings of Adagrad").click();
        Locator memory = page.getByLabel("memory", new Page.GetByLabelOptions().setExact(true));
        memory.fill("0.5");
        memory.press("Enter");
        assertThat(page.locator("race-inspector tbody tr").first()).containsText("0.042");
        check();
        assertThat(verdict()).containsText("the goal is reached");
        screenshot("goal");
        page.reload();
        assertThat(verdict()).containsText("Solved");
    }

    @Test
    void aPredictionIsScoredByWhatHappens() {
        reducedMotion();
        open("/exercises/turned-objective?part=1");
        page.getByText("Lower on the bowl that is not turned").click();
        check();
        assertThat(verdict()).containsText("As you predicted");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
    }

    @Test
    void oneGoesOnInAnotherBrowserAndIsForgottenWhenAsked() {
        open("/exercises/turned-objective?part=5");
        page.getByLabel("Your answer").fill("1/4");
        check();
        assertThat(verdict()).containsText("Right");
        Cookie cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("learner"))
                .findFirst()
                .orElseThrow();
        org.assertj.core.api.Assertions.assertThat(cookie.httpOnly).isTrue();

        open("/exercises");
        assertThat(page.locator(".exercise-list")).containsText("1 of 7 parts solved");
        button("Show my resume link").click();
        Locator field = page.getByLabel("Your resume link");
        assertThat(field).hasValue(Pattern.compile("http.*/resume#[A-Za-z0-9_-]{32}"));
        String link = field.inputValue();

        try (BrowserContext elsewhere = page.context().browser().newContext()) {
            Page there = elsewhere.newPage();
            there.navigate(address("/exercises"));
            assertThat(there.locator(".exercise-list")).containsText("0 of 7 parts solved");
            there.navigate(link);
            assertThat(there.locator(".verdict")).containsText("1 part solved");
            assertThat(there).hasURL(Pattern.compile("/resume$"));
            there.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on here")).click();
            assertThat(there.locator(".exercise-list")).containsText("1 of 7 parts solved");
            String export = there.request().get(address("/api/progress.json")).text();
            org.assertj.core.api.Assertions.assertThat(export).contains("stable-rate").contains("1/4");
        }

        button("Forget me").click();
        button("Delete all of my progress for good").click();
        assertThat(page.locator(".exercise-list")).containsText("0 of 7 parts solved");
        forgive("Websocket closed"); // the page was loaded anew under its connection
        open("/resume" + link.substring(link.indexOf('#')));
        assertThat(verdict()).containsText("Nothing is kept under this code");
    }

    @Test
    void itFitsAPhoneAndTheDark() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        for (String path : List.of(
                "/exercises",
                "/exercises/distances?part=3",
                "/exercises/gerschgorin?part=1",
                "/exercises/rescaled?part=5",
                "/exercises/gentler-decay?part=3",
                "/exercises/real-training?part=2",
                "/exercises/real-training?part=3",
                "/exercises/drills",
                "/resume")) {
            open(path);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".card, .verdict").first()).isAttached();
            assertNothingSticksOut();
        }
    }

    @Test
    void whatIsNoExerciseSaysSo() {
        open("/exercises/nowhere");
        assertThat(page.locator("main")).containsText("There is no exercise");
        forgive("404");
    }
}
