package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static descentlab.browser.Classroom.awaitColor;
import static descentlab.browser.Classroom.button;
import static descentlab.browser.Classroom.choose;
import static descentlab.browser.Classroom.tab;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import descentlab.DescentLab;
import descentlab.account.Teachers;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A lesson with a teacher and three students, each in a browser of their own, over a restart of the server. */
class ClassroomIT {

    private static final int ADAGRAD = 0xcc5500;

    @TempDir
    static Path home;

    private Browser browser;

    @RegisterExtension
    final BeforeEachCallback chromium = test -> browser = Chromium.of(test);

    private Classroom classroom;
    private ConfigurableApplicationContext server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        serve();
        classroom = new Classroom(browser, "http://localhost:" + port);
    }

    @AfterEach
    void stop() {
        classroom.close();
        server.close();
    }

    private static Locator timeline(Page page) {
        return page.locator("race-timeline input[type=range]");
    }

    private void serve() {
        server = new SpringApplicationBuilder(DescentLab.class)
                .run("--server.port=" + port, "--descentlab.home=" + home, "--server.shutdown=immediate");
    }

    private static void lead(Page teacher, String link) {
        Locator field = teacher.getByLabel("Or lead with a link");
        field.fill(link);
        field.press("Enter");
    }

    private static void aTrainingIsHeldForAll(Page teacher, List<Page> students, Page wall) {
        tab(teacher, "Try");
        button(teacher, "End trying").click();
        tab(teacher, "Race");
        lead(teacher, "/lab/training?data=silhouettes&model=lenet&pictures=2000&batch=256&epochs=250&seed=0&landscape=path&slice=20"
                + "&run=adagrad(lr=0.05)&run=sgd(lr=0.1)");
        String chart = "#class-training";
        // Until it has gone somewhere there is nothing to draw a landscape around.
        assertThat(wall.locator(chart + " .standings")).containsText(Pattern.compile("epoch [1-9]"));
        button(teacher, "Pause").click();
        for (Page student : students) {
            assertThat(student.locator(chart)).containsText("Paused for now; it goes on from here.");
        }
        assertThat(wall.locator(chart)).containsText("paused at epoch");
        for (Page page : List.of(students.getFirst(), wall)) {
            assertThat(page.locator("landscape-panel .state").first()).containsText("Of the paths up to epoch");
            assertThat(page.locator("landscape-panel #plane")).isVisible();
        }
        teacher.waitForTimeout(500);
        String waits = students.getFirst().locator(chart + " .standings").innerText();
        teacher.waitForTimeout(1000);
        assertThat(students.getFirst().locator(chart + " .standings").innerText()).isEqualTo(waits);
        button(teacher, "Continue").click();
        for (Page student : students) {
            assertThat(student.locator(chart)).not().containsText("Paused");
        }
        button(teacher, "Stop").click();
        for (Page student : students) {
            assertThat(student.locator(chart)).containsText("The run was cancelled");
        }
        button(teacher, "Start again").click();
        for (Page student : students) {
            assertThat(student.locator(chart)).not().containsText("The run was cancelled");
        }
        assertThat(button(teacher, "Pause")).isVisible();
    }

    private static void whatATrainingMeasuresIsSeenByAll(Page teacher, List<Page> students, Page wall) {
        lead(teacher, "/lab/training?data=silhouettes&model=mlp&hidden=4&halved=true&pictures=200&batch=100&epochs=2&seed=0"
                + "&ratemaps=true&landscape=path&slice=100&run=adagrad(lr=0.05)&run=sgd(lr=0.2)");
        for (Page page : Stream.concat(students.stream(), Stream.of(wall, teacher)).toList()) {
            assertThat(page.locator("rate-maps")).containsText("Rates of the weights on each pixel");
            assertThat(page.locator("landscape-panel #plane")).isVisible();
        }
        // It cannot be scrolled, nor pressed on.
        var plane = wall.locator("landscape-panel #plane").boundingBox();
        var losses = wall.locator("training-chart .plot").boundingBox();
        assertThat(plane.y + plane.height).isLessThanOrEqualTo(wall.viewportSize().height);
        assertThat(plane.x).isGreaterThanOrEqualTo(losses.x + losses.width);
        assertThat(wall.locator("landscape-panel .readout")).isHidden();
        assertThat(students.getFirst().locator("landscape-panel .readout")).isVisible();
    }

    private static void aMatrixIsFollowed(Page teacher, List<Page> students, Page wall) {
        lead(teacher, "/lab/spectrum?matrix=2,1;1,3");
        List<Page> all = Stream.concat(students.stream(), Stream.of(wall)).toList();
        for (Page page : all) {
            assertThat(page.locator("#class-spectrum matrix-editor td")).hasText(new String[] {"2", "1", "1", "3"});
            assertThat(page.locator("#class-spectrum spectrum-facts")).containsText("2.618");
            assertThat(page.locator("#class-spectrum matrix-editor input")).hasCount(0);
            Canvases.awaitDrawn(page.locator("#class-spectrum canvas").first());
        }
        Locator last = teacher.locator("matrix-editor input[data-row='1'][data-column='1']");
        last.fill("7");
        for (Page page : all) {
            assertThat(page.locator("#class-spectrum matrix-editor td").last()).hasText("7");
        }
        last.press("Enter");
        // Dragged along its cell, an entry and its mirror image go with the hand; the class sees where it ends.
        Locator corner = teacher.locator("matrix-editor input[data-row='1'][data-column='0']");
        corner.scrollIntoViewIfNeeded();
        var box = corner.boundingBox();
        teacher.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        teacher.mouse().down();
        for (int i = 1; i <= 30; i++) {
            teacher.mouse().move(box.x + box.width / 2 + 2 * i, box.y + box.height / 2);
            teacher.waitForTimeout(16);
        }
        teacher.mouse().up();
        assertThat(corner).hasValue("1.6");
        for (Page page : all) {
            assertThat(page.locator("#class-spectrum matrix-editor td")).hasText(new String[] {"2", "1.6", "1.6", "7"});
        }
        // It is where the teacher left it, for who comes later and after a reload.
        students.getFirst().reload();
        assertThat(students.getFirst().locator("#class-spectrum matrix-editor td")).hasText(new String[] {"2", "1.6", "1.6", "7"});
        teacher.reload();
        assertThat(corner).hasValue("1.6");
        tab(teacher, "Ask");
        assertThat(button(teacher, "Ask the class")).isHidden();
        teacher.locator("#back").click();
        students.forEach(student -> assertThat(student.locator("race-inspector:visible").first()).isVisible());
    }

    /** A long page comes by and by, and the heading that is read under is another one while what is above it grows. */
    private static final String STAY = """
            heading => new Promise((done) => {
              let at;
              let since = performance.now();
              const look = () => {
                heading.scrollIntoView();
                const now = heading.getBoundingClientRect().top + scrollY;
                if (now !== at) [at, since] = [now, performance.now()];
                if (performance.now() - since > 3000) done();
                else setTimeout(look, 100);
              };
              look();
            })""";

    /** Notes what is seen of the page to come before that is there. */
    private static final String FIRST_WORDS = """
            () => new MutationObserver(() => {
              window.firstWords = document.querySelector('#page > .first-words')?.innerText ?? window.firstWords;
            }).observe(document.querySelector('#page'), { childList: true })""";

    /** All come to the heading that the teacher reads under, from their page of the room and from another place of the lesson. */
    private static void aLessonIsReadTogether(Page teacher, List<Page> students, String lesson) {
        Page reading = teacher.context().newPage();
        reading.navigate(lesson);
        for (int place : new int[] {3, 1}) {
            Locator heading = reading.locator(".lesson h2[id]").nth(place);
            heading.evaluate(STAY);
            String id = heading.getAttribute("id");
            students.forEach(student -> student.evaluate(FIRST_WORDS));
            assertThat(reading.locator("reading-place [aria-current]")).hasAttribute("href", Pattern.compile("#" + id + "$"));
            button(reading, "Bring the class here").click();
            assertThat(reading.locator(".banner")).containsText(": " + heading.textContent().strip() + "”.");
            for (Page student : students) {
                assertThat(student.locator("#" + id)).isInViewport();
                assertThat(student.locator(".banner")).containsText(": " + heading.textContent().strip() + "”.");
                assertThat(student).hasURL(Pattern.compile("/lesson/[^/]+$"));
                assertThat(student.locator(".first-words")).hasCount(0);
            }
            if (place == 3) {
                students.forEach(student -> assertThat((String) student.evaluate("window.firstWords")).contains(heading.textContent().strip()));
            }
        }
        reading.close();
        button(teacher, "Bring them back").click();
        students.forEach(student -> {
            assertThat(student).hasURL(Pattern.compile("/class/[^/]+$"));
            assertThat(student.locator(".first-words")).hasCount(0);
            assertThat(student.locator("race-inspector:visible").first()).isVisible();
        });
        Page back = students.getFirst();
        back.goBack();
        assertThat(back.locator(".lesson h1")).isVisible();
        back.goForward();
        assertThat(back.locator("race-inspector:visible").first()).isVisible();
    }

    @Test
    void aLessonIsFollowedPredictedTriedAndSurvivesARestart() throws Exception {
        classroom.has(this::lesson, "ClassroomIT");
    }

    private void lesson() {
        Page teacher = classroom.teacher(server.getBean(Teachers.class).setup().value());
        String code = classroom.openRoom(teacher);

        Page ann = classroom.join(code, "Ann", 1280, 800);
        Page ben = classroom.join(code, "Ben", 375, 812);
        Page cat = classroom.join(code, "Cat", 1024, 768);
        List<Page> students = List.of(ann, ben, cat);
        assertThat(teacher.locator(".podium-bar .chip:not(.voices-chip)")).hasText("3 of 3 here");
        Page wall = classroom.wall(teacher, code);
        assertThat(wall.locator(".lobby .qr")).isVisible();
        assertThat(wall.locator(".lobby")).containsText(code.substring(0, 4) + "-" + code.substring(4));

        // All follow: the step that the teacher shows is the step that they see.
        students.forEach(student -> awaitColor(student, ADAGRAD, true));
        timeline(teacher).focus();
        teacher.keyboard().press("Home");
        for (Page student : students) {
            assertThat(student.locator("race-inspector:visible").first()).containsText("At step 0");
        }

        // A question: the run is hidden, votes are taken and changed, then shown with the truth.
        tab(teacher, "Ask");
        button(teacher, "Ask the class").click();
        for (Page student : students) {
            assertThat(student.locator(".ballot .question-words")).containsText("Which one ends at the lowest f");
        }
        assertThat(wall.locator(".projector-question .question-words")).containsText("Which one ends");
        // Who is on another page is called from there; every student keeps their own colors, and the wall has its own.
        Page elsewhere = ann.context().newPage();
        elsewhere.navigate(classroom.address("/lesson/adagrad"));
        assertThat(elsewhere.locator(".banner")).containsText("Your teacher asks: Which one ends at the lowest f");
        elsewhere.getByText("Answer", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(elsewhere.locator(".ballot .question-words")).isVisible();
        elsewhere.close();
        button(teacher, "Wall in dark").click();
        assertThat(wall.locator("html")).hasAttribute("theme", "dark");
        assertThat(ann.locator("html")).not().hasAttribute("theme", "dark");
        choose(ann, "Adagrad");
        choose(ben, "Gradient descent");
        choose(cat, "Momentum");
        assertThat(wall.locator(".projector-question")).containsText("3 of 3 have voted");
        assertThat(wall.locator(".projector-question .bars")).isHidden();

        // The server is gone and comes back: without a click everybody is where they were, the teacher is signed in, and no
        // vote is lost.
        List<Page> all = List.of(ann, ben, cat, teacher, wall);
        all.forEach(page -> page.evaluate("window.before = true"));
        server.close();
        ann.waitForTimeout(500);
        serve();
        for (Page page : all) {
            page.waitForFunction("() => !window.before", null, new Page.WaitForFunctionOptions().setTimeout(90_000));
        }
        for (Page student : students) {
            assertThat(student.locator(".ballot .question-words")).containsText("Which one ends at the lowest f");
            assertThat(student.locator(".ballot [role=status]")).containsText("Your vote is in");
        }
        assertThat(wall.locator(".projector-question .question-words")).isVisible();
        choose(cat, "Adagrad");
        assertThat(teacher).hasURL(Pattern.compile("/class/" + code + "/lead"));
        assertThat(teacher.locator(".podium-bar .chip:not(.voices-chip)")).hasText("3 of 3 here");
        assertThat(teacher.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ask"))).hasAttribute("aria-selected", "true");
        assertThat(teacher.locator(".podium-tabs")).containsText("3 of 3 have voted");
        button(teacher, "Show the votes").click();
        for (Page student : students) {
            assertThat(student.locator(".ballot .bars")).containsText("2 (67 %)");
            assertThat(student.locator(".ballot")).not().containsText("That is right");
        }
        // The leading page comes anew while the race plays, and goes on with it to its end.
        button(teacher, "Show what happens").click();
        assertThat(button(teacher, "Show who was right")).isVisible();
        teacher.reload();
        assertThat(ann.locator(".ballot")).containsText("That is right.");
        assertThat(ben.locator(".ballot")).containsText("That is not it.");
        assertThat(wall.locator(".projector-question .truth")).hasText("It is Adagrad (rate 2).");
        students.forEach(student -> awaitColor(student, ADAGRAD, true));
        tab(teacher, "Ask");
        button(teacher, "Put it away").click();
        assertThat(ann.locator(".ballot")).isHidden();

        // Whatever windows lead the room, they show the same; one that comes anew moves nobody.
        Page second = teacher.context().newPage();
        second.navigate(teacher.url());
        assertThat(timeline(second)).hasValue("20");
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 20");
        timeline(second).focus();
        second.keyboard().press("Home");
        second.keyboard().press("ArrowRight");
        assertThat(timeline(teacher)).hasValue("1");
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 1");
        second.close();
        teacher.reload();
        assertThat(timeline(teacher)).hasValue("1");
        teacher.waitForTimeout(1000);
        assertThat(timeline(teacher)).hasValue("1");
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 1");

        // Who comes back to another server is where the teacher is, not where they were left.
        timeline(teacher).focus();
        teacher.keyboard().press("End");
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 20");
        ann.evaluate("""
                document.querySelector('descent-race').model.seek(3);
                addEventListener('pagehide', () => {
                  const left = JSON.parse(sessionStorage.getItem('descent-left'));
                  sessionStorage.setItem('descent-left', JSON.stringify({ ...left, session: 'of another server' }));
                });""");
        ann.reload();
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 20");
        ann.waitForTimeout(600);
        assertThat(ann.locator("race-inspector:visible").first()).containsText("At step 20");

        // Where the teacher points and what they draw is at the same place of the surface on all plots, and nothing else is moved.
        List<Page> plots = List.of(ann, ben, cat, wall, teacher);
        Object start = teacher.evaluate("document.querySelector('descent-race').model.trace.header.start");
        button(teacher, "Pointer").click();
        assertThat(button(teacher, "Pointer")).hasAttribute("aria-pressed", "true");
        List<Number> pointed = PlotInk.move(teacher, 0.7, 0.35);
        plots.forEach(plot -> PlotInk.await(plot, pointed, true));
        teacher.waitForTimeout(2500);
        PlotInk.await(ann, pointed, true);
        teacher.keyboard().press("Escape");
        plots.forEach(plot -> PlotInk.await(plot, pointed, false));
        assertThat(button(teacher, "Pointer")).hasAttribute("aria-pressed", "false");
        teacher.keyboard().press("p");
        List<Number> begun = PlotInk.move(teacher, 0.3, 0.3);
        teacher.mouse().down();
        PlotInk.move(teacher, 0.45, 0.3);
        List<Number> drawn = PlotInk.move(teacher, 0.6, 0.3);
        PlotInk.await(ann, begun, true); // while it is drawn
        teacher.mouse().up();
        plots.forEach(plot -> PlotInk.await(plot, drawn, true));
        ann.reload();
        PlotInk.await(ann, begun, true);
        assertThat(teacher.evaluate("document.querySelector('descent-race').model.trace.header.start")).isEqualTo(start);
        assertThat(timeline(teacher)).hasValue("20");
        teacher.keyboard().press("e");
        plots.forEach(plot -> PlotInk.await(plot, drawn, false));
        teacher.keyboard().press("Escape");

        // All look where the teacher looks, who comes late too, until the teacher looks at all of it again.
        // Of the plane each sees what its plot's proportions make of that.
        Map<Page, Double> whole = new HashMap<>();
        List<Page> followers = List.of(ann, ben, cat, wall);
        followers.forEach(plot -> whole.put(plot, PlotInk.span(plot)));
        for (int i = 0; i < 3; i++) {
            button(teacher, "Zoom in").click();
        }
        followers.forEach(plot -> PlotInk.awaitSpan(plot, span -> span < 0.7 * whole.get(plot)));
        ann.reload();
        PlotInk.awaitSpan(ann, span -> span < 0.7 * whole.get(ann));
        button(teacher, "Show all").click();
        followers.forEach(plot -> PlotInk.awaitSpan(plot, span -> span > 0.9 * whole.get(plot)));

        // Everyone tries a rate of their own; all ways lie over the teacher's plot and the wall's.
        tab(teacher, "Try");
        button(teacher, "Let everyone try").click();
        String[] rates = {"0.4", "3", "1.2"};
        for (int i = 0; i < 3; i++) {
            Locator rate = students.get(i).locator(".own-controls input[inputmode=decimal], .own-controls vaadin-text-field input").first();
            rate.fill(rates[i]);
            rate.press("Enter");
            assertThat(students.get(i).locator(".own-race [role=status]").first()).containsText("Handed in");
        }
        assertThat(teacher.locator(".tries li")).hasCount(3);
        assertThat(teacher.locator(".tries li").first()).containsText("rate 3 ");
        assertThat(teacher.locator(".tries")).not().containsText("Ben");
        teacher.getByLabel("Show names").check();
        assertThat(teacher.locator(".tries li").first()).containsText("Ben");
        button(teacher, "Show the run of Ben to all, without a name").click();
        assertThat(ann.locator(".class-head .chip")).hasText("Following");
        assertThat(ann.locator("race-inspector:visible").first()).containsText("Adagrad");
        teacher.locator("#back").click();
        assertThat(ann.locator(".class-head .chip")).hasText("Your turn");
        assertThat(wall.locator(".projector-question")).containsText("3 of 3 have handed in");

        // All look up, and go on.
        teacher.locator("#freeze").click();
        assertThat(cat.locator("room-link dialog")).isVisible();
        assertThat(wall.locator("room-link dialog")).isHidden();
        teacher.locator("#freeze").click();
        assertThat(cat.locator("room-link dialog")).isHidden();

        aTrainingIsHeldForAll(teacher, students, wall);
        whatATrainingMeasuresIsSeenByAll(teacher, students, wall);
        aMatrixIsFollowed(teacher, students, wall);
        aLessonIsReadTogether(teacher, students, classroom.address("/lesson/adagrad"));

        // A student forges nothing: the teacher's pages and data are not theirs.
        ben.navigate(classroom.address("/class/" + code + "/lead"));
        assertThat(ben).hasURL(Pattern.compile("/login"));
        assertThat(ben.request().get(classroom.address("/api/rooms/" + code + "/class.csv")).status()).isEqualTo(403);
        tab(teacher, "Class");
        assertThat(teacher.locator(".class-table")).containsText("Away");
        assertThat(teacher.request().get(classroom.address("/api/rooms/" + code + "/class.csv")).text())
                .contains("Ann,true", "Ben,false", "Cat,true");

        cat.navigate(classroom.address("/lesson/adagrad"));
        assertThat(cat.locator(".banner")).containsText("Your class is in room");
        teacher.locator("#close-room").click();
        teacher.waitForTimeout(800); // as a person takes to read what is asked
        button(teacher, "Close it").click();
        assertThat(ann.locator(".class-notice")).containsText("This room is closed");
        assertThat(wall.locator("h1")).hasText("This room is closed.");
        assertThat(cat.locator(".banner")).containsText("Your teacher has closed room");
        assertThat(cat.locator(".banner a")).hasText("See your answers");
        assertThat(teacher.locator(".closed-room a").first()).hasText("Open the report");
        assertThat(teacher.locator(".podium-bar")).hasCount(0);

        List<String> complaints = classroom.complaints();
        complaints.removeIf(text -> text.matches(Classroom.OF_AN_ABSENCE));
        assertThat(complaints).as("what the browsers complained about, but for the server's absence").isEmpty();
    }
}
