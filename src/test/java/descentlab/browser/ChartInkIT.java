package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import descentlab.DescentLab;
import descentlab.account.Teachers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A pointer and a pen over the chart of a training: what lies at a curve's end lies there on every screen. */
class ChartInkIT {

    private static final String TRAINING =
            "lab/training?data=airfoil&model=linear&batch=10&epochs=2&seed=0&run=adagrad(lr=0.1)&run=sgd(lr=0.01)";

    /** The chart that is seen, its ink, and where the library has drawn the last point of the first curve within it. */
    private static final String CHART = """
            const chart = [...document.querySelectorAll('training-chart')].find((one) => one.checkVisibility());
            const canvas = chart?.shadowRoot.querySelector('canvas.ink');
            const path = chart?.shadowRoot.querySelector('.apexcharts-line-series .apexcharts-series path.apexcharts-line');
            if (!canvas || !path) return null;
            const box = canvas.getBoundingClientRect();
            const local = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM());
            const end = [local.x - box.left, local.y - box.top];
            """;

    @TempDir
    static Path home;

    private Browser browser;

    @RegisterExtension
    final BeforeEachCallback chromium = test -> browser = Chromium.of(test);

    private Classroom classroom;
    private ConfigurableApplicationContext server;

    @BeforeEach
    void start() {
        server = new SpringApplicationBuilder(DescentLab.class)
                .run("--server.port=0", "--descentlab.home=" + home, "--server.shutdown=immediate");
        classroom = new Classroom(
                browser, "http://localhost:" + server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterEach
    void stop() {
        classroom.close();
        server.close();
    }

    /** Whether there is ink at the end of the first curve; null while there is no chart. */
    private static Object isAtTheEnd(Page page) {
        return page.evaluate("() => {" + CHART + """
                const scale = canvas.width / box.width;
                const one = new OffscreenCanvas(1, 1).getContext('2d');
                one.drawImage(canvas, Math.round(end[0] * scale), Math.round(end[1] * scale), 1, 1, 0, 0, 1, 1);
                const [red, green, blue, alpha] = one.getImageData(0, 0, 1, 1).data;
                return alpha > 200 && red > 200 && green > 170 && blue < 110;
            }""");
    }

    private static void await(Page page, boolean there) {
        for (int i = 0; i < 100; i++) {
            if (Boolean.valueOf(there).equals(isAtTheEnd(page))) {
                return;
            }
            page.waitForTimeout(100);
        }
        assertThat(isAtTheEnd(page)).as("ink at the curve's end of %s", page.url()).isEqualTo(there);
    }

    private static void moveToTheEnd(Page page, double beside) {
        page.locator("training-chart canvas.ink").scrollIntoViewIfNeeded();
        BoundingBox box = page.locator("training-chart canvas.ink").boundingBox();
        @SuppressWarnings("unchecked")
        List<Number> end = (List<Number>) page.evaluate("() => {" + CHART + "return end; }");
        page.mouse().move(
                box.x + end.get(0).doubleValue() + beside, box.y + end.get(1).doubleValue(), new Mouse.MoveOptions().setSteps(8));
    }

    @Test
    void inkStaysAtTheDataThatItWasDrawnAt() throws Exception {
        classroom.has(() -> {
            Page teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
            String code = classroom.openRoom(teacher);
            Page ann = classroom.join(code, "Ann", 375, 812);
            Page ben = classroom.join(code, "Ben", 820, 1180);
            Page wall = classroom.wall(teacher, code);
            wall.setViewportSize(1920, 1080);
            teacher.bringToFront();
            teacher.locator("#lobby").click();
            teacher.getByLabel("Or lead with a link").fill(classroom.address("/" + TRAINING));
            teacher.keyboard().press("Enter");
            List<Page> all = List.of(ann, ben, wall, teacher);
            all.forEach(page -> {
                assertThat(page.locator("training-chart:visible .standings")).containsText("2");
                await(page, false);
            });
            Classroom.button(teacher, "Pointer").click();
            moveToTheEnd(teacher, 0);
            all.forEach(page -> await(page, true));
            teacher.keyboard().press("Escape");
            all.forEach(page -> await(page, false));
            teacher.keyboard().press("p");
            moveToTheEnd(teacher, -60);
            teacher.mouse().down();
            moveToTheEnd(teacher, -20);
            moveToTheEnd(teacher, 0);
            teacher.mouse().up();
            all.forEach(page -> await(page, true));
            ann.setViewportSize(812, 375);
            await(ann, true);
            ben.reload();
            await(ben, true);
            teacher.keyboard().press("e");
            all.forEach(page -> await(page, false));
            assertThat(classroom.complaints()).isEmpty();
        }, "ChartInkIT");
    }
}
