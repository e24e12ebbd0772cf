package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.Arrays;
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

    /** What the list of exercises says of the turned objective. */
    private static Locator turned(Page on) {
        return on.locator(".exercise-list > li").filter(new Locator.FilterOptions()
                .setHas(on.locator("a[href$='exercises/turned-objective']")));
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
        open("/exercises/gerschgorin?part=4");
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

    private Locator words() {
        return page.getByLabel("In your own words: why is that so?");
    }

    @Test
    void aMatrixIsTypedBesideItsDiscsAndExplained() {
        reducedMotion();
        open("/exercises/gerschgorin?part=5");
        Locator exhibit = page.locator(".exhibit");
        assertThat(exhibit).containsText("Type a matrix, and its discs are drawn here.");
        Locator fields = page.locator(".entries input");
        List<String> harmless = List.of("5", "1", "0", "9");
        for (int i = 0; i < 4; i++) {
            fields.nth(i).fill(harmless.get(i));
        }
        Locator canvas = exhibit.locator("spectrum-plane canvas");
        assertThat(exhibit).containsText("Eigenvalues 5, 9.");
        Canvases.awaitDrawn(canvas);
        BoundingBox discs = exhibit.boundingBox();
        BoundingBox entries = page.locator(".entries").boundingBox();
        org.assertj.core.api.Assertions.assertThat(discs.x).as("beside them").isGreaterThan(entries.x + entries.width);
        byte[] before = canvas.screenshot();

        fields.nth(1).fill("");
        assertThat(exhibit).containsText("The last whole matrix, as an entry cannot be drawn yet.");
        assertThat(exhibit).containsText("Eigenvalues 5, 9.");
        List<String> breaking = List.of("1", "-1", "2", "-1");
        for (int i = 0; i < 4; i++) {
            fields.nth(i).fill(breaking.get(i));
        }
        assertThat(exhibit).containsText("Eigenvalues \u2212i, i.");
        org.assertj.core.api.Assertions.assertThat(canvas.screenshot()).isNotEqualTo(before);
        words().fill("Both lie in the larger disc: <script>window.hacked = true</script>");
        assertThat(page.locator(".kept-words")).hasText("Kept.");
        check();
        assertThat(verdict()).containsText("holds neither");
        screenshot("discs-beside");

        page.reload();
        assertThat(words()).hasValue("Both lie in the larger disc: <script>window.hacked = true</script>");
        assertThat(exhibit).containsText("Eigenvalues \u2212i, i.");
        BoundingBox solution = page.locator(".solution").boundingBox();
        BoundingBox field = page.locator(".own-words").boundingBox();
        org.assertj.core.api.Assertions.assertThat(solution.y).as("beside the solution").isLessThan(field.y + field.height);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.hacked")).isNull();

        screen(Screen.PHONE);
        assertNothingSticksOut();
        org.assertj.core.api.Assertions.assertThat(exhibit.boundingBox().y)
                .as("above the entries")
                .isLessThan(page.locator(".entries").boundingBox().y);
    }

    /** The learner's own matrix, as the page says it, and its eigenvalues by the block form that it has. */
    private double[] eigenvalues() {
        String tex = page.locator(".prompt descent-formula").first().getAttribute("tex");
        double[] m = Arrays.stream(tex.replaceAll("\\\\(begin|end)\\{pmatrix}", "").split("&|\\\\\\\\"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double middle = (m[0] + m[4]) / 2;
        return new double[] {middle, Math.sqrt(m[0] * m[4] - m[1] * m[3] - middle * middle), m[8]};
    }

    private Locator marker(int number) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Marker " + number)));
    }

    private void awaitPlace(int number, String place) {
        assertThat(page.getByLabel("Marker " + number, new Page.GetByLabelOptions().setExact(true))).hasValue(place);
    }

    @Test
    void eigenvaluesArePlacedByKeyboardByMouseAndByTyping() {
        open("/exercises/gerschgorin?part=3");
        assertThat(marker(1)).isVisible();
        double[] is = eigenvalues();
        String real = String.valueOf((int) is[0]);
        String imaginary = is[1] == 1 ? "i" : (int) is[1] + "i";
        check();
        assertThat(verdict()).containsText("1 of 3 in place");
        assertThat(verdict()).containsText("What should their product be?");

        // By the keyboard: from its disc's center, p + k, to p + qi.
        String from = page.getByLabel("Marker 1", new Page.GetByLabelOptions().setExact(true)).inputValue();
        marker(1).focus();
        for (int i = 0; i < Double.parseDouble(from) - is[0]; i++) {
            page.keyboard().press("Shift+ArrowLeft");
        }
        for (int i = 0; i < 4 * is[1]; i++) {
            page.keyboard().press("ArrowUp");
        }
        String first = (is[0] == 0 ? "" : real + "+") + imaginary;
        awaitPlace(1, first);
        assertThat(marker(1)).isFocused();
        check();
        assertThat(verdict()).containsText("what is not real comes in pairs");
        assertThat(page.locator(".places")).containsText("Not here");

        // By the mouse: to where the first one's mirror image is.
        BoundingBox up = marker(1).boundingBox();
        BoundingBox other = marker(2).boundingBox();
        double axis = marker(3).boundingBox().y + up.height / 2;
        page.mouse().move(other.x + other.width / 2, other.y + other.height / 2);
        page.mouse().down();
        page.mouse().move(up.x + up.width / 2, axis + 10);
        page.mouse().move(up.x + up.width / 2, 2 * axis - (up.y + up.height / 2));
        page.mouse().up();
        awaitPlace(2, (is[0] == 0 ? "" : real) + "-" + imaginary);
        Locator third = page.getByLabel("Marker 3", new Page.GetByLabelOptions().setExact(true));
        third.fill("<b>");
        check();
        assertThat(verdict()).containsText("cannot be read");
        third.fill(String.valueOf((int) is[2]));
        check();
        assertThat(verdict()).containsText("each is where an eigenvalue is");
        screenshot("place");
        page.reload();
        assertThat(verdict()).containsText("Solved");
        awaitPlace(1, first);
        assertThat(marker(1)).hasAttribute("aria-label", Pattern.compile("in the disc"));
    }

    @Test
    void aLinkFromTheLabIsPasted() {
        reducedMotion();
        open("/exercises/gentler-decay?part=3");
        Locator field = page.getByLabel("Or paste a link from the lab");
        field.fill("http://example.org/lab/spectrum?matrix=2,1;1,3");
        button("Use this link").click();
        assertThat(page.locator(".paste-link")).containsText("A link to lab/surface is needed");
        field.fill(address("/lab/surface?steps=<img src=x onerror=alert(1)>"));
        field.press("Enter");
        assertThat(page.locator(".paste-link")).containsText("steps was '<img src=x onerror=alert(1)>'");
        field.fill(address("/lab/surface?objective=ellipse&start=1,1&steps=20&run=adagrad(lr=0.4,memory=0.5)"));
        field.press("Enter");
        assertThat(page.getByText("now shows what the link says")).isVisible();
        check();
        assertThat(verdict()).containsText("The start is to stay at");
        field.fill(address("/lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4,memory=0.5)"));
        button("Use this link").click();
        assertThat(page.locator("race-inspector tbody tr").first()).containsText("0.042");
        check();
        assertThat(verdict()).containsText("the goal is reached");
    }

    @Test
    void leNetIsTrainedAgainToCheckAndACheckCanBeStopped() {
        LocatorAssertions.ContainsTextOptions patient =
                new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
        open("/exercises/real-training?part=3");
        page.locator(".goal-side vaadin-text-field input").first().fill("0.02");
        page.locator(".goal-side vaadin-text-field input").first().press("Enter");
        check();
        assertThat(verdict()).containsText("Running it on the server");
        button("Stop the check").click();
        assertThat(verdict()).containsText("It does not count as an attempt", patient);
        check();
        assertThat(verdict()).containsText("the goal is reached", patient);

        open("/exercises/real-training?part=5");
        Locator row = page.locator("image-insight table.layers tbody tr");
        assertThat(page.locator("training-chart")).containsText("finished", patient);
        page.getByLabel("conv1, median rate").fill(row.first().locator("td").nth(2).innerText());
        page.getByLabel("fc3, median rate").fill("0.02");
        check();
        assertThat(verdict()).containsText("One entry is not right", patient);
        page.getByLabel("fc3, median rate").fill(row.last().locator("td").nth(2).innerText());
        check();
        assertThat(verdict()).containsText("Right", patient);
        screenshot("rates");
    }

    @Test
    void aPredictionThatComesOtherwiseIsNoFailure() {
        reducedMotion();
        open("/exercises/turned-objective?part=1");
        page.locator("vaadin-radio-button").last().click();
        check();
        assertThat(verdict()).containsText("It turned out differently");
        for (int looks = 0; looks < 2; looks++) {
            Locator options = page.locator("vaadin-radio-button");
            options.first().click();
            assertThat(options.first()).not().hasAttribute("checked", "");
            assertThat(options.last()).hasAttribute("checked", "");
            assertThat(button("Check")).isHidden();
            page.reload();
            assertThat(verdict()).containsText("The run came otherwise than you predicted");
        }
        assertThat(page.locator(".steps .step").first())
                .hasAttribute("aria-label", Pattern.compile("came otherwise"));
        open("/exercises");
        assertThat(turned(page)).containsText("0 of 7 parts solved, 1 predicted otherwise");
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
        words().fill("Twice the inverse of the largest eigenvalue.");
        assertThat(page.locator(".kept-words")).hasText("Kept.");
        Cookie cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("learner"))
                .findFirst()
                .orElseThrow();
        org.assertj.core.api.Assertions.assertThat(cookie.httpOnly).isTrue();

        open("/exercises");
        assertThat(turned(page)).containsText("1 of 7 parts solved");
        button("Show my resume link").click();
        Locator field = page.getByLabel("Your resume link");
        assertThat(field).hasValue(Pattern.compile("http.*/resume#[A-Za-z0-9_-]{32}"));
        String link = field.inputValue();

        try (BrowserContext elsewhere = page.context().browser().newContext()) {
            Page there = elsewhere.newPage();
            there.navigate(address("/exercises"));
            assertThat(turned(there)).containsText("0 of 7 parts solved");
            there.navigate(link);
            assertThat(there.locator(".verdict")).containsText("1 question solved");
            assertThat(there).hasURL(Pattern.compile("/resume$"));
            there.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on here")).click();
            assertThat(turned(there)).containsText("1 of 7 parts solved");
            String export = there.request().get(address("/api/progress.json")).text();
            org.assertj.core.api.Assertions.assertThat(export).contains("stable-rate").contains("1/4").contains("Twice the inverse");
            there.navigate(address("/exercises/turned-objective?part=5"));
            assertThat(there.getByLabel("In your own words: why is that so?"))
                    .hasValue("Twice the inverse of the largest eigenvalue.");
        }

        button("Forget me").dblclick();
        page.waitForTimeout(1000);
        assertThat(turned(page)).containsText("1 of 7 parts solved"); // a double click only asks
        button("Forget it").click();
        assertThat(turned(page)).containsText("0 of 7 parts solved");
        button("Take it back").click();
        assertThat(turned(page)).containsText("1 of 7 parts solved");
        button("Forget me").click();
        page.waitForTimeout(1000);
        button("Forget it").click();
        assertThat(turned(page)).containsText("0 of 7 parts solved");
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
                "/exercises/gerschgorin?part=3",
                "/exercises/rescaled?part=5",
                "/exercises/gentler-decay?part=3",
                "/exercises/real-training?part=2",
                "/exercises/real-training?part=3",
                "/exercises/real-training?part=5",
                "/exercises/drills",
                "/exercises/steps",
                "/exercises/distances?part=1",
                "/exercises/distances?part=5",
                "/exercises/turned-objective?part=5",
                "/exercises/gentler-decay?part=1",
                "/exercises/real-training?part=4",
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
