package descentlab.lesson;

import java.util.List;
import descentlab.shell.FirstScreen;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import descentlab.element.Nearness;
import descentlab.element.RaceSurface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The lessons' pages where somebody has put two of their own, one with a mistake. */
@SpringBootTest
class LessonViewsTest extends SpringBrowserlessTest {

    @Autowired
    private Lessons lessons;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("lessons");
        write(home, "momentum/lesson.md", "# Momentum\n\nWhy a *ball* finds its way.\n");
        write(home, "momentum/1-a-ball.md", "# A ball\n\nIt rolls.\n\n```figure\nlab/surface?steps=9&run=sgd(lr=0.1)\nSee.\n```\n");
        write(home, "wrong/lesson.md", "# Wrong\n\nIt is.\n");
        write(home, "wrong/1-a.md", "# A\n\n```figure\nlab/surface?steps=lots\nSee.\n```\n");
        properties.add("descentlab.home", home::toString);
    }

    private static void write(Path home, String path, String text) throws IOException {
        Path file = home.resolve("lessons").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String words() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getElement()
                .getTextRecursively();
    }

    @Test
    void theListLeadsToEach() {
        UI.getCurrent().navigate("lesson");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref)).contains("lesson/adagrad", "lesson/quadratic", "lesson/momentum");
    }

    @Test
    void oneOfSomebodysOwnIsShownWithItsFigure() {
        UI.getCurrent().navigate("lesson/momentum");
        assertThat($(H1.class).single().getText()).isEqualTo("Momentum");
        assertThat(words()).contains("A ball").doesNotContain("Open in the lab");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref)).contains("lesson/momentum#a-ball");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Momentum, the lesson · Descent Lab");
    }

    @Test
    void aFigureComesWhenTheReaderDoes() {
        UI.getCurrent().navigate("lesson/momentum");
        assertThat($(RaceSurface.class).exists()).isFalse();
        Nearness.ofAll();
        assertThat($(RaceSurface.class).exists()).isTrue();
        assertThat(words()).contains("Open in the lab");
        Nearness.ofAll();
        assertThat($(RaceSurface.class).all()).hasSize(1);
    }

    @Test
    void theFirstAnswerHasTheWordsBeforeTheFirstFigure() {
        LessonScreens screens = new LessonScreens(lessons);
        String first = screens.at("lesson/momentum").orElseThrow().content().getElement().getOuterHTML();
        assertThat(first).contains("<h1>Momentum</h1>", "Why a <em>ball</em> finds its way.", "lesson/momentum#a-ball");
        assertThat(screens.at("lesson/adagrad").orElseThrow().content().getElement().getOuterHTML())
                .contains("Drag the numbers in color")
                .doesNotContain("Adagrad, and plain gradient descent");
        assertThat(screens.at("lesson/nothing")).isEmpty();
        assertThat(screens.at("lessons")).isEmpty();
        UI.getCurrent().navigate("lesson");
        assertThat(screens.at("lesson").orElseThrow().content().getElement().getOuterHTML())
                .contains("lesson/momentum")
                .isEqualTo(((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                        .getElement()
                        .getOuterHTML());
    }

    @Test
    void whoIsBroughtToASectionReadsThatFirst() {
        FirstScreen.Source screens = new LessonScreens(lessons);
        String section = screens.at("lesson/adagrad", "the-algorithm").orElseThrow().content().getElement().getOuterHTML();
        assertThat(section).contains("<h2>The algorithm</h2>", "In this lesson").doesNotContain("<h1>", "Drag the numbers in color");
        for (String none : List.of("", "nothing")) {
            assertThat(screens.at("lesson/adagrad", none).orElseThrow().content().getElement().getOuterHTML())
                    .contains("<h1>Adagrad</h1>");
        }
        assertThat(screens.at("lesson/nothing", "the-algorithm")).isEmpty();
    }

    @Test
    void oneWithAMistakeSaysWhere() {
        UI.getCurrent().navigate("lesson/wrong");
        assertThat(words()).contains("cannot be shown yet", "wrong/1-a.md, line 4: steps was 'lots'");
    }

    @Test
    void theApplicationsOwnIsAsItWas() {
        UI.getCurrent().navigate("lesson/adagrad");
        assertThat($(H1.class).single().getText()).isEqualTo("Adagrad");
        assertThat(words()).contains("Sparse features and learning rates", "What came after");
    }

    @Test
    void anotherNameIsNoLesson() {
        UI.getCurrent().navigate("lesson/nothing");
        assertThat(words()).contains("There is no lesson “nothing”; there are adagrad, quadratic, momentum.");
    }
}
