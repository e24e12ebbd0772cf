package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** People of a class, each in a browser of their own, and what each of them does with it. */
final class Classroom implements AutoCloseable {

    /** What browsers say of a server that is away. */
    static final String OF_AN_ABSENCE = "(?s).*(ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|Websocket closed|WebSocket"
            + " connection|403|404|502|503|504|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|NetworkError|Failed to fetch|long-polling connection failed).*";

    private final Browser browser;
    private final String root;
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param root where the application is, without a last slash */
    Classroom(Browser browser, String root) {
        this.browser = browser;
        this.root = root;
    }

    String address(String path) {
        return root + path;
    }

    /** What the browsers complained about. */
    List<String> complaints() {
        return complaints;
    }

    Page person(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-US"));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLISECONDS);
        context.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        people.add(context);
        return context.newPage();
    }

    /** The first teacher, with a page that leads a new room. */
    Page teacher(String setup) {
        Page teacher = person(1440, 900);
        teacher.navigate(address("/account/welcome#" + setup));
        teacher.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Grace");
        teacher.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("correct horse battery");
        teacher.keyboard().press("Enter");
        assertThat(teacher).hasURL(Pattern.compile("/account$"));
        return teacher;
    }

    /** Opens a room; its code. */
    String openRoom(Page teacher) {
        teacher.navigate(address("/class/mine"));
        teacher.locator("#open-room").click();
        teacher.waitForURL(Pattern.compile("/class/[A-Z0-9]{8}/lead"));
        return teacher.url().replaceAll(".*/class/([A-Z0-9]{8})/lead.*", "$1");
    }

    /** A second page of the same browser as another, which shows what a room projects. */
    Page wall(Page teacher, String code) {
        Page wall = teacher.context().newPage();
        wall.setViewportSize(1024, 768);
        wall.navigate(address("/class/" + code + "/projector"));
        return wall;
    }

    Page join(String code, String name, int width, int height) {
        Page page = person(width, height);
        join(page, code, name);
        return page;
    }

    void join(Page page, String code, String name) {
        page.navigate(address("/class"));
        page.locator("#room-code input").fill(code.toLowerCase());
        page.keyboard().press("Enter");
        page.locator("#nickname input").fill(name);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(name);
    }

    static Locator button(Page page, String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    /** @param option how it begins */
    static void choose(Page page, String option) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + option))).check();
        assertThat(page.locator(".ballot [role=status]")).containsText("Your vote is in: " + option);
    }

    static Locator surface(Page page) {
        return page.locator("race-surface canvas:visible").first();
    }

    /** Waits until there is about so much of a color on the plot, or none of it. */
    static void awaitColor(Page page, int color, boolean there) {
        Canvases.awaitDrawn(surface(page));
        for (int i = 0; i < 150; i++) {
            if (Canvases.pixels(surface(page), color) > 40 == there) {
                return;
            }
            page.waitForTimeout(200);
        }
        throw new AssertionError("the color " + Integer.toHexString(color) + (there ? " is not" : " is") + " on the plot of "
                + page.url());
    }

    /** What people do in a class. */
    interface Lesson {
        void goesOn() throws Exception;
    }

    /** Has a lesson go on; if it does not, keeps what each page shows then, in pictures and in words. */
    void has(Lesson lesson, String name) throws Exception {
        try {
            lesson.goesOn();
        } catch (AssertionError | PlaywrightException failed) {
            Path shots = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(shots.resolve(name + ".complaints.txt"), complaints);
            int number = 0;
            for (BrowserContext person : people) {
                for (Page page : person.pages()) {
                    String shot = name + "." + number++;
                    try {
                        Files.writeString(shots.resolve(shot + ".txt"), page.url() + "\n" + page.innerText("body"));
                        page.screenshot(new Page.ScreenshotOptions().setPath(shots.resolve(shot + ".png")));
                    } catch (PlaywrightException hidden) {
                        failed.addSuppressed(hidden); // what failed first is told
                    }
                }
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }
}
