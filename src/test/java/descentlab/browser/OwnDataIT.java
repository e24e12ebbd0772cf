package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
        forgive("404"); // which browsers report of a page
    }

    private void choose(String field, String option) {
        page.getByLabel(field).locator("visible=true").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true)).click();
    }

    @Test
    void whatWasGuessedOfItCanBeSaidBetter() {
        give();
        assertThat(page.locator("vaadin-select").filter(text("Between cells"))).containsText("semicolon");
        assertThat(page.locator("vaadin-select").filter(text("Decimal mark"))).containsText("comma");
        assertThat(page.locator("vaadin-select").filter(text("First line"))).containsText("names the columns");
        assertThat(page.getByText("Train on it")).not().hasAttribute("href", Pattern.compile("header=|delimiter=|decimal="));
        choose("First line", "is data");
        assertThat(page.getByText("81 rows and 5 columns, read as UTF-8, with a semicolon between cells, decimal commas and no header."))
                .isVisible();
        assertThat(page.locator("th").filter(text("column 5")).first()).isVisible();
        choose("First line", "names the columns");
        assertThat(page.getByText("Train on it")).hasAttribute("href", Pattern.compile("&header=true&run="));
        choose("Decimal mark", "point");
        assertThat(page.getByText("80 rows and 5 columns, read as UTF-8, with a semicolon between cells, the first line naming the columns."))
                .isVisible();
        assertThat(page.locator(".own-data").getByRole(AriaRole.ALERT)).containsText("The target “price” has more than 50 different values");
        choose("Between cells", "comma");
        assertThat(page.locator(".own-data").getByRole(AriaRole.ALERT)).containsText("Line 2 has 3 cells; the lines before it have 1.");
        choose("Between cells", "semicolon");
        choose("Decimal mark", "comma");
        assertThat(page.getByText("80 rows and 5 columns, read as UTF-8, with a semicolon between cells, decimal commas"))
                .isVisible();
        assertThat(page.getByText("Train on it"))
                .hasAttribute("href", Pattern.compile("&header=true&delimiter=semicolon&decimal=comma&run="));
    }

    @Test
    void penaltyAndHiddenUnitsStandBesideTheirModels() {
        give();
        assertThat(page.getByLabel("Penalty λ")).isHidden();
        choose("Model", "Ridge regression");
        assertThat(page.getByLabel("Penalty λ")).hasValue("0.1");
        page.getByLabel("Penalty λ").fill("-1");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Please give a number from 0 to 1000000.")).isVisible();
        page.getByLabel("Penalty λ").fill("0,25");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Train on it")).hasAttribute("href", Pattern.compile("&penalty=0.25&"));
        choose("Model", "Perceptron with a hidden layer, a number");
        assertThat(page.getByLabel("Penalty λ")).isHidden();
        assertThat(page.getByLabel("Hidden units")).hasValue("16");
        page.getByLabel("Hidden units").fill("7");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Train on it")).hasAttribute("href", Pattern.compile("&hidden=7&"));
        page.getByText("Train on it").click();
        assertThat(page.locator("training-chart")).containsText("finished");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take it away")).click();
        assertThat(page.getByText("KEY = \"").locator("visible=true").first()).isVisible();
    }

    private static Locator.FilterOptions text(String some) {
        return new Locator.FilterOptions().setHasText(some);
    }

    @Test
    void aLineThroughItIsASurface() {
        give();
        page.locator(".surfaces a").first().click();
        assertThat(page).hasURL(Pattern.compile("/lab/surface\\?q="));
        assertThat(page.locator("race-surface")).isVisible();
    }

    @Test
    void aMadeUpTableIsTriedWithOnePress() {
        open("/own-data");
        button("Try a made-up table").click();
        assertThat(page).hasURL(KEPT);
        assertThat(page.getByText("60 rows and 5 columns")).isVisible();
        assertThat(page.locator("vaadin-select").filter(text("price")).first()).isVisible();
        assertThat(page.getByText("1 row dropped, since something is missing.")).isVisible();
        assertThat(page.locator(".own-files")).containsText("made-up-flats.csv");
        page.getByText("Train on it").click();
        assertThat(page.locator("training-chart")).containsText("finished");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void whileAFieldIsWrongThereIsNothingToTrainOn() {
        give();
        page.getByLabel("Share that tests").fill("0.9");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Please give a number from 0 to 0.5.")).isVisible();
        assertThat(page.getByText("Train on it")).isHidden();
        page.getByLabel("Share that tests").fill("0.3");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Train on it")).hasAttribute("href", Pattern.compile("&test=0.3&"));
    }

    @Test
    void whatIsNotHereSaysSoAndOffersNothing() {
        open("/own-data/" + "0".repeat(40));
        assertThat(page.getByText("is not on this server")).isVisible();
        assertThat(page.getByText("Train on it")).isHidden();
        forgive("404"); // which browsers report of a page
    }

    @Test
    void whatIsNoTableIsSaid() {
        open("/own-data");
        page.getByText("Paste rows instead").click();
        page.locator("own-file textarea").fill("a,b\n1,2\n3\n");
        page.getByText("Take these rows").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 3 has 1 cell; the lines before it have 2.");
        assertThat(page.locator("own-file .refusal")).hasCSS("border-left-style", "solid");
        page.locator("own-file textarea").fill("area,rooms,price\n");
        page.getByText("Take these rows").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is only one line in it, and that names columns");
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
