package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static descentlab.browser.Classroom.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import descentlab.DescentLab;
import descentlab.account.Teachers;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Question;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.plan.Act;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanReader;
import descentlab.plan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The plans that come with the application, led from end to end: by a clicker at the wall, a phone and the desk, before three students. */
class PlanIT {

    @TempDir
    static Path home;

    private Browser browser;

    @RegisterExtension
    final BeforeEachCallback chromium = test -> browser = Chromium.of(test);

    private Classroom classroom;
    private ConfigurableApplicationContext server;
    private Page teacher;
    private Page remote;
    private Page wall;
    private List<Page> students;
    private boolean waited;

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

    private static Plan plan(String id) throws IOException {
        try (InputStream in = PlanIT.class.getResourceAsStream("/plan/" + id + ".yaml")) {
            return PlanReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theReadyPlansAreLedFromEndToEnd() throws Exception {
        classroom.has(() -> {
            teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
            String code = classroom.openRoom(teacher);
            students = List.of(
                    classroom.join(code, "Ann", 1024, 768),
                    classroom.join(code, "Ben", 375, 812),
                    classroom.join(code, "Cat", 1366, 768));
            wall = classroom.wall(teacher, code);
            remote = teacher.context().newPage();
            remote.setViewportSize(375, 812);
            remote.navigate(classroom.address("/class/" + code + "/remote"));
            lead(plan("chapter-in-class"));
            // One of them will do from here on: what they see is drawn by this computer's few cores.
            students.subList(1, 3).forEach(Page::close);
            students = students.subList(0, 1);
            lead(plan("preconditioning-and-gerschgorin"));
            lead(plan("from-scratch-to-lenet"));
            assertThat(classroom.complaints()).isEmpty();
        }, "PlanIT");
    }

    private void lead(Plan plan) {
        remote.locator("#plan").click();
        remote.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(plan.title())).click();
        remote.locator("#take-plan").click();
        assertThat(remote.locator(".plan-panel")).containsText(plan.steps().size() + " steps, " + plan.minutes() + " min planned");
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            turn(i);
            assertThat(remote.locator(".plan-now")).hasText(Conductor.title(step));
            assertThat(remote.locator(".plan-panel")).containsText("Step " + (i + 1) + " of " + plan.steps().size());
            see(step);
        }
        assertThat(remote.locator("#plan-next")).isDisabled();
        remote.locator("#end-plan").click();
        button(remote, "End it").click();
        assertThat(remote.locator("#take-plan")).isVisible();
    }

    /** On whichever of the teacher's pages the hand is. */
    private void turn(int step) {
        Page page = List.of(wall, remote, teacher).get(step % 3);
        if (page == remote) {
            remote.locator("#plan-next").click();
        } else {
            page.bringToFront();
            page.keyboard().press("PageDown");
        }
    }

    private void see(Step step) {
        switch (step.act()) {
            case Act.Tell tell -> {}
            case Act.Show(SurfaceExperiment race) -> {
                for (Page page : students) {
                    assertThat(page.locator(".desk race-surface .runs:visible").first()).containsText(race.runs().getFirst().title());
                    assertThat(page.locator("race-inspector:visible").first()).containsText("At step 0");
                }
                assertThat(remote.locator("#plan-next")).hasText("Play it");
                remote.locator("#plan-next").click();
                assertThat(wall.locator("race-step")).not().containsText("step 0 of");
                assertThat(remote.locator("#plan-next")).not().hasText("Play it");
            }
            case Act.Show(SpectrumExperiment matrix) -> {
                for (Page page : students) {
                    assertThat(page.locator("#class-spectrum spectrum-plane").first()).isVisible();
                }
                assertThat(wall.locator("#class-spectrum spectrum-plane").first()).isVisible();
            }
            case Act.Show show -> {
                assertThat(show.experiment()).isInstanceOf(TrainingExperiment.class);
                students.forEach(page -> assertThat(page.locator("#class-training")).isVisible());
                assertThat(wall.locator("training-chart")).isVisible();
            }
            case Act.Ask(var with, Question.OfRace question, boolean peer) -> ask((SurfaceExperiment) with.orElseThrow(), question);
            case Act.Ask(var with, OwnQuestion question, boolean peer) -> ask(question, peer);
            case Act.Try tried -> {
                for (Page page : students) {
                    assertThat(page.locator(".class-notice")).containsText("Everyone tries");
                }
                assertThat(wall.locator(".projector-question")).containsText("of 3 have handed in");
                remote.locator("#plan-next").click();
                assertThat(students.getFirst().locator(".class-head .chip")).hasText("Following");
            }
            case Act.Time time -> {
                for (Page page : List.of(wall, students.getFirst())) {
                    assertThat(page.locator("count-down [role=timer]").first()).hasText(Pattern.compile("\\d+:\\d\\d"));
                }
            }
            case Act.Visit(String path) -> {
                String page = path.split("[?#]", 2)[0];
                for (Page student : students) {
                    assertThat(student).hasURL(Pattern.compile("/" + page + "([?#].*)?$"));
                    assertThat(student.locator(".banner")).containsText("Your class is on this page");
                }
                assertThat(wall.locator(".visited")).containsText(page);
                assertThat(remote.locator(".remote > .row > .chip").first()).hasText(students.size() + " of 3 here");
            }
        }
    }

    private void ask(SurfaceExperiment race, Question question) {
        for (Page page : students) {
            assertThat(page.locator(".ballot .question-words")).hasText(question.text(race));
            assertThat(page.locator(".class-numbers")).isHidden();
        }
        if (!question.options(race).isEmpty()) {
            students.forEach(page -> {
                page.getByRole(AriaRole.RADIO).first().check();
                assertThat(page.locator(".ballot [role=status]")).containsText("Your vote is in");
            });
            assertThat(wall.locator(".projector-choices li")).hasCount(question.options(race).size());
            assertThat(wall.locator(".projector-question")).containsText(students.size() + " of 3 have voted");
        }
        press("Show the votes");
        Locator votes = wall.locator(".projector-question .results");
        assertThat(votes).isVisible();
        press("Show what happens");
        if (!waited) {
            waited = true; // The desk sees the race to its end and says who was right, unless somebody presses before.
        } else {
            press("Show who was right");
        }
        assertThat(students.getFirst().locator(".ballot .truth")).isVisible();
        assertThat(votes.locator(".truth")).isVisible();
    }

    /** One of the teacher's own, asked beside whatever is led. */
    private void ask(OwnQuestion question, boolean peer) {
        for (Page page : students) {
            assertThat(page.locator(".ballot .question-words")).isVisible();
            answer(page, question);
            assertThat(page.locator(".ballot [role=status]")).containsText("Your vote is in");
        }
        if (peer) {
            students.getFirst().getByLabel("Rather sure").check();
            press("End voting: they talk");
            for (Page page : students) {
                assertThat(page.locator(".ballot .talk")).isVisible();
            }
            assertThat(wall.locator(".projector-question .talk")).isVisible();
            assertThat(wall.locator(".projector-question .results")).isHidden();
            press("Vote again");
            students.forEach(page -> {
                assertThat(page.locator(".ballot .talk")).isHidden();
                answer(page, question);
            });
        }
        assertThat(wall.locator(".projector-question"))
                .containsText((peer ? "Vote 2: " : "") + students.size() + " of 3 have voted");
        press("Show the votes");
        assertThat(wall.locator(".projector-question .results")).containsText(Pattern.compile("votes?\\."));
        if (question.isScored()) {
            press("Show who was right");
            assertThat(students.getFirst().locator(".ballot .truth")).isVisible();
            assertThat(wall.locator(".projector-question .truth")).isVisible();
        }
    }

    private static void answer(Page page, OwnQuestion question) {
        switch (question.kind()) {
            case AnswerKind.Choice choice -> page.locator(".own-ballot").getByRole(AriaRole.RADIO).first().check();
            case AnswerKind.Text text -> {
                page.locator("#vote-text input").fill("A memory that fades");
                button(page, "Vote").click();
            }
            case AnswerKind.Order order -> {
                for (int i = 0; i < order.lines().size(); i++) {
                    page.locator(".own-ballot .proof-lines button:visible", new Page.LocatorOptions().setHasText("Add")).first().click();
                    assertThat(page.locator(".own-ballot .proof .proof-line")).hasCount(i + 1);
                }
                button(page, "Vote").click();
            }
            default -> throw new IllegalStateException("no ready plan asks for " + question.kind());
        }
    }

    private void press(String words) {
        assertThat(remote.locator("#plan-next")).hasText(words);
        remote.locator("#plan-next").click();
    }

    @Test
    void aPlanIsWrittenMovedByDragAndKeyboardAndSavedAsAFile() throws Exception {
        classroom.has(() -> {
            teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
            teacher.navigate(classroom.address("/class/plans"));
            button(teacher, "Write a new plan").click();
            teacher.waitForURL(Pattern.compile("/class/plans/[0-9a-f-]{36}$"));
            for (String title : List.of("Second", "Third")) {
                teacher.locator("#add-step").click();
                Locator field = teacher.getByLabel("Title, which you alone see");
                assertThat(field).hasValue("A new step");
                field.fill(title);
                assertThat(teacher.locator(".plan-steps li.chosen")).containsText(title);
            }
            Locator steps = teacher.locator(".plan-steps .plan-step");
            assertThat(steps).hasText(new String[] {"Welcome", "Second", "Third"});
            steps.nth(2).focus();
            teacher.keyboard().press("Alt+ArrowUp");
            assertThat(steps).hasText(new String[] {"Welcome", "Third", "Second"});
            teacher.keyboard().press("Alt+ArrowUp");
            assertThat(steps).hasText(new String[] {"Third", "Welcome", "Second"});
            teacher.locator(".plan-steps li").nth(2).dragTo(teacher.locator(".plan-steps li").first());
            assertThat(steps).hasText(new String[] {"Second", "Third", "Welcome"});
            teacher.reload();
            assertThat(steps).hasText(new String[] {"Second", "Third", "Welcome"});

            Path file = home.resolve("saved.yaml");
            teacher.waitForDownload(() -> teacher.getByText("As a file").click()).saveAs(file);
            assertThat(PlanReader.read(Files.readString(file)).steps())
                    .extracting(Step::title)
                    .containsExactly("Second", "Third", "Welcome");
            teacher.navigate(classroom.address("/class/plans"));
            teacher.locator("text-file input").setInputFiles(file);
            teacher.waitForURL(Pattern.compile("/class/plans/[0-9a-f-]{36}$"));
            assertThat(steps).hasText(new String[] {"Second", "Third", "Welcome"});
            Files.writeString(file, "title: x\nsteps:\n- show: nowhere\n");
            teacher.navigate(classroom.address("/class/plans"));
            teacher.locator("text-file input").setInputFiles(file);
            assertThat(teacher.getByRole(AriaRole.ALERT)).containsText("Line 3: show: That is no link that can be led");
            assertThat(classroom.complaints()).isEmpty();
        }, "PlanIT");
    }

    @Test
    void aTeachersPagesAreAccessible() throws Exception {
        classroom.has(() -> {
            teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
            String code = classroom.openRoom(teacher);
            for (String path : List.of("mine", "plans", code + "/lead?tab=4", code + "/remote", code + "/report", code + "/projector")) {
                teacher.navigate(classroom.address("/class/" + path));
                teacher.waitForLoadState(LoadState.LOAD);
                assertThat(teacher.locator("h1").first()).isAttached();
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    teacher.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    teacher.waitForTimeout(1000); // what comes with a stream, which never ends
                    assertThat(AccessibleIT.found(teacher, scheme == ColorScheme.DARK)).as(path + " " + scheme).isEmpty();
                }
            }
            teacher.navigate(classroom.address("/class/plans"));
            button(teacher, "Write a new plan").click();
            assertThat(teacher.locator(".plan-steps .plan-step")).hasCount(1);
            assertThat(AccessibleIT.found(teacher, true)).isEmpty();
            assertThat(AccessibleIT.found(teacher, false)).isEmpty();
        }, "PlanIT");
    }
}
