package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static descentlab.browser.Classroom.button;
import static descentlab.browser.Classroom.choose;
import static descentlab.browser.Classroom.tab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import descentlab.rig.ServerProcess;
import descentlab.rig.ThreeServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A lesson on three servers behind a proxy, of which those that lead the room are killed one after the other; the built
 * application, in processes of its own.
 */
class ClusterIT {

    private static final int ROUNDS = Integer.getInteger("cluster.rounds", 1);

    /** Of servers that live for a minute and train nothing, all compiled by what compiles quickly. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private Browser browser;

    @RegisterExtension
    final BeforeEachCallback chromium = test -> browser = Chromium.of(test);

    private ThreeServers servers;
    private Classroom classroom;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        assumeTrue(ThreeServers.isPossible(), "HAProxy and PostgreSQL are not installed");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        servers = ThreeServers.start(
                Path.of("target", "cluster"),
                List.of(java.toString(), "@src/main/launch/java.args", "-Xmx600m", QUICK, "-jar", "target/descent-lab.jar"),
                Map.of("DESCENTLAB_REHEARSAL", "none"));
        classroom = new Classroom(browser, servers.root().toString().replaceFirst("/$", ""));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (classroom != null) {
            classroom.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    /** The server that a browser is sent to. */
    private static String server(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("SERVER"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void pin(Page page, String root, String server) {
        page.context().addCookies(List.of(new Cookie("SERVER", server).setUrl(root)));
    }

    @Test
    void aLessonGoesOnWhenTheServerThatLeadsItIsKilled() throws Exception {
        classroom.has(this::lesson, "ClusterIT");
    }

    private void lesson() throws Exception {
        Page teacher = classroom.teacher(servers.setupSecret());
        String code = classroom.openRoom(teacher);
        Map<String, Page> students = new HashMap<>();
        for (String name : List.of("Ann", "Ben", "Cat")) {
            Page student = classroom.person(1024, 768);
            pin(student, servers.root().toString(), ThreeServers.name(students.size()));
            classroom.join(student, code, name);
            students.put(name, student);
        }
        assertThat(students.values().stream().map(ClusterIT::server)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(teacher.locator(".podium-bar .chip:not(.voices-chip)")).hasText("3 of 3 here");
        Page wall = classroom.wall(teacher, code);
        assertThat(wall.locator(".lobby .qr")).isVisible();

        // All follow, wherever they are.
        teacher.locator("race-timeline input[type=range]").focus();
        teacher.keyboard().press("Home");
        for (Page student : students.values()) {
            assertThat(student.locator("race-inspector:visible").first()).containsText("At step 0");
        }

        for (int round = 1; round <= ROUNDS; round++) {
            question(code, teacher, students, wall, round);
        }
        tryOut(code, teacher, students);
        classroom.complaints().removeIf(text -> text.matches(Classroom.OF_AN_ABSENCE));
        assertThat(classroom.complaints()).as("what the browsers complained about, but for the absence").isEmpty();
    }

    private void question(String code, Page teacher, Map<String, Page> students, Page wall, int round)
            throws Exception {
        tab(teacher, "Ask");
        button(teacher, "Ask the class").click();
        for (Page student : students.values()) {
            assertThat(student.locator(".ballot .question-words")).containsText("Which one ends at the lowest f");
        }
        choose(students.get("Ann"), "Adagrad");
        choose(students.get("Ben"), "Gradient descent");
        assertThat(wall.locator(".projector-question")).containsText("2 of 3 have voted");
        assertThat(teacher.locator(".podium-tabs")).containsText("2 of 3 have voted");

        ServerProcess leader = servers.leader(code).orElseThrow();
        long begin = System.nanoTime();
        leader.kill();
        chooseUntilItIsIn(students.get("Cat"), "Momentum");
        for (Page page : List.of(teacher, wall)) {
            assertThat(page.locator("body")).containsText("3 of 3 have voted");
        }
        assertThat(teacher).hasURL(Pattern.compile("/class/" + code + "/lead"));
        System.out.printf("round %d: all screens go on after %.1f s%n", round, (System.nanoTime() - begin) / 1e9);
        button(teacher, "Show the votes").click();
        for (Page student : students.values()) {
            assertThat(student.locator(".ballot .bars")).containsText("1 (33 %)");
        }
        button(teacher, "Show what happens").click();
        assertThat(students.get("Ann").locator(".ballot")).containsText("That is right.");
        assertThat(students.get("Ben").locator(".ballot")).containsText("That is not it.");
        button(teacher, "Put it away").click();
        leader.begin();
        leader.awaitReady();
        assertThat(teacher.locator(".podium-bar .chip:not(.voices-chip)")).hasText("3 of 3 here");
    }

    /** A click on a page whose server is gone is lost with it, and one sees that the vote is not in. */
    private static void chooseUntilItIsIn(Page page, String option) {
        Locator said = page.locator(".ballot [role=status]");
        for (int i = 0; i < 20 && !said.textContent().contains("Your vote is in: " + option); i++) {
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + option))).check();
            for (int j = 0; j < 10 && !said.textContent().contains("Your vote is in: " + option); j++) {
                page.waitForTimeout(100);
            }
        }
        assertThat(said).containsText("Your vote is in: " + option);
    }

    private void tryOut(String code, Page teacher, Map<String, Page> students) {
        tab(teacher, "Try");
        button(teacher, "Let everyone try").click();
        for (Page student : students.values()) {
            Locator rate = student.locator(
                            ".own-controls input[inputmode=decimal], .own-controls vaadin-text-field input")
                    .first();
            rate.fill("3");
            rate.press("Enter");
            assertThat(student.locator(".own-race [role=status]").first()).containsText("Handed in");
        }
        assertThat(teacher.locator(".tries li")).hasCount(3);
        tab(teacher, "Class");
        assertThat(teacher.locator(".class-table")).containsText("Ann");
        assertThat(teacher.request().get(classroom.address("/api/rooms/" + code + "/class.csv")).text())
                .contains("Ann,true", "Ben,true", "Cat,true");
    }
}
