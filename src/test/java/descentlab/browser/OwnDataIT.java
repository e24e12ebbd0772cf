package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One's own table: given, looked at, trained on, and deleted. */
class OwnDataIT extends BrowserTest {

    private static final Pattern KEPT = Pattern.compile("/own-data/[0-9a-f]{40}$");

    private static final AtomicInteger GIVEN = new AtomicInteger(100);

    /**
     * Flats, some without a city; markup and a formula are text like any other. Others each time: what somebody else has given
     * too is still there once it is deleted.
     */
    private static FilePayload flats() {
        int least = GIVEN.incrementAndGet();
        StringBuilder text = new StringBuilder("area;rooms;city;note;price\n");
        for (int i = 0; i < 80; i++) {
            text.append(20 + i * 7 % 90).append(",5;").append(1 + i % 4).append(';')
                    .append(i == 9 ? "" : i % 3 == 0 ? "<b>Bonn</b>" : "=Ulm()").append(";same;")
                    .append(least + i * 7 % 90 * 3 + i % 4 * 20 + i % 3 * 9).append(",25\n");
        }
        return new FilePayload("flats.csv", "text/csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void give() {
        open("/own-data");
        page.locator("own-file input[type=file]").setInputFiles(flats());
        assertThat(page).hasURL(KEPT);
        assertThat(page.getByText("Train on it")).isVisible();
    }

    @Test
    void aFileIsTrainedOnAndDeleted() {
        give();
        assertThat(page.getByText("80 rows and 5 columns, read as UTF-8, with a semicolon between cells, decimal commas"))
                .isVisible();
        assertThat(page.getByText("1 row dropped, since something is missing.")).isVisible();
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText("<b>Bonn</b>")).first()).isVisible();
        page.getByText("Train on it").click();
        assertThat(page).hasURL(Pattern.compile("/lab/training\\?data=own:[0-9a-f]{40}&model=linear&"));
        assertThat(page.locator("training-chart")).containsText("finished");
        assertThat(page.locator("training-chart")).containsText("Without a model");
        assertThat(page.locator("training-chart")).containsText("1 row dropped");
        page.getByText("See the data").click();
        assertThat(page).hasURL(KEPT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete flats.csv")).click();
        page.waitForTimeout(1000); // a click that comes too soon after the one before asks again
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete").setExact(true)).last().click();
        assertThat(page.getByText("What you gave")).isHidden();
        page.reload();
        assertThat(page.getByText("is not on this server")).isVisible();
    }

    @Test
    void aLineThroughItIsASurface() {
        give();
        page.locator(".surfaces a").first().click();
        assertThat(page).hasURL(Pattern.compile("/lab/surface\\?q="));
        assertThat(page.locator("race-surface")).isVisible();
    }

    @Test
    void whatIsNoTableIsSaid() {
        open("/own-data");
        page.getByText("Paste rows instead").click();
        page.locator("own-file textarea").fill("a,b\n1,2\n3\n");
        page.getByText("Take these rows").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 3 has 1 cell; the lines before it have 2.");
        page.locator("own-file textarea").fill("a,b\n1,2\n3,5\n4,4\n");
        page.getByText("Take these rows").click();
        assertThat(page).hasURL(KEPT);
    }

    @Test
    void itFitsAPhone() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        give();
        assertNothingSticksOut();
    }
}
