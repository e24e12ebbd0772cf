package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static descentlab.browser.Classroom.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
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

/** A room's report on paper: what was asked, and nothing that is to be pressed. */
class ReportPaperIT {

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

    @Test
    void holdsTheQuestionsAndNoButtons() throws Exception {
        classroom.has(() -> {
            Page teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
            String code = classroom.openRoom(teacher);
            Classroom.tab(teacher, "Ask");
            button(teacher, "Ask the class").click();
            assertThat(button(teacher, "End voting")).isVisible();
            teacher.navigate(classroom.address("/class/" + code + "/report"));
            assertThat(teacher.locator(".report-question")).hasCount(1);
            List<String> controls = List.of(".shell-header", ".report-actions", ".banner");
            assertThat(teacher.locator(".report-actions")).isVisible();
            teacher.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            controls.forEach(control -> assertThat(teacher.locator(control)).isHidden());
            assertThat(teacher.locator(".report-question")).isVisible();
            assertThat(teacher.evaluate("[document.documentElement, document.body].map((one) => getComputedStyle(one).backgroundColor)"))
                    .isEqualTo(List.of("rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"));
            assertThat(classroom.complaints()).isEmpty();
        }, "ReportPaperIT");
    }
}
