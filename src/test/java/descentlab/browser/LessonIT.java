package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A student at the lesson. */
class LessonIT extends BrowserTest {

    @Test
    void itIsReadTriedAndChecked() {
        reducedMotion();
        open("/lesson/adagrad");
        assertThat(page.locator("h1")).hasText("Adagrad");
        assertThat(page.locator(".contents li")).hasCount(7);
        assertThat(page.locator(".katex").first()).isVisible();
        assertThat(page.locator(".lesson-source code")).containsText("memory * s[i] + g[i] * g[i]");

        Locator section = page.locator("section").filter(new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The algorithm"))));
        Canvases.awaitDrawn(section.locator("race-surface canvas").first());
        section.getByText("It stays the same").click();
        assertThat(section.locator(".verdict")).containsText("the quotient stays");
        assertThat(page.locator(".contents li").nth(2)).containsText("✓");
        page.reload();
        assertThat(page.locator(".contents li").nth(2)).containsText("✓");

        section.getByText("Open in the lab").click();
        assertThat(page).hasURL(Pattern.compile("/lab/surface\\?objective=ellipse.*run=adagrad\\(lr=2\\)"));
    }

    @Test
    void theContentsLeadToTheirSections() {
        open("/lesson/adagrad");
        assertThat(page.locator(".contents li")).hasCount(7);
        assertThat(page.locator(".contents [aria-current]")).hasText("Sparse features and learning rates");
        page.locator(".contents").getByText("What came after").click();
        assertThat(page.locator("#what-came-after")).isInViewport();
        assertThat(page.locator(".contents [aria-current]")).hasText("What came after");
        page.locator("#preconditioning").scrollIntoViewIfNeeded();
        assertThat(page.locator(".contents [aria-current]")).not().hasText("What came after");
        assertThat(page).hasURL(Pattern.compile("/lesson/adagrad#what-came-after$"));
    }

    @Test
    void itFitsAPhoneAndPaper() {
        screen(Screen.PHONE);
        open("/lesson/adagrad");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".katex").first()).isVisible();
        assertNothingSticksOut();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".contents")).isHidden();
        assertThat(page.locator("h1")).isVisible();
    }
}
