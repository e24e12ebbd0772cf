package descentlab.exercise.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import descentlab.controls.LearnerAccess;
import descentlab.dataset.Pictures;
import descentlab.element.Nearness;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.progress.OwnWords;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;

/** The exercises' pages without a browser. */
@SpringBootTest
class ExerciseViewTest extends SpringBrowserlessTest {

    @Autowired
    private Progress progress;

    @Autowired
    private Pictures pictures;

    private void open(String exercise, int part) {
        UI.getCurrent().navigate("exercises/" + exercise, QueryParameters.of("part", String.valueOf(part)));
        Nearness.ofAll();
    }

    private String text() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getElement()
                .getOuterHTML();
    }

    private Button button(String text) {
        return $(Button.class).withCondition(button -> button.getText().equals(text)).single();
    }

    private PartProgress standing(String exercise, String part) {
        return progress.of(LearnerAccess.current(), exercise).getOrDefault(part, PartProgress.NONE);
    }

    @Test
    void theFirstAnswerHasTheWordsThatThePagesHave() {
        ExerciseScreens screens = new ExerciseScreens(pictures, progress);
        UI.getCurrent().navigate("exercises");
        String list = text();
        String said = screens.at("exercises").orElseThrow().content().getElement().getOuterHTML();
        assertThat(list).contains(heads(said)).hasSizeGreaterThan(said.length());
        assertThat(said).contains("Adagrad", "progress-bar").doesNotContain("solved so far", "Start here");

        open("turned-objective", 1);
        String first = screens.at("exercises/turned-objective").orElseThrow().content().getElement().getOuterHTML();
        assertThat(text().replaceAll("\\s+", "")).contains(first.replaceAll("^<div[^>]*>|</div>$", "").replaceAll("\\s+", ""));

        for (String path : List.of("exercises/none", "exercises/", "exercise", "exercises/turned-objective/1", "")) {
            assertThat(screens.at(path)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"turned-objective,1", "distances,2", "gerschgorin,1", "drills,3", "from-scratch,1", "distances,"})
    void theFirstAnswerAsksWithTheLearnersOwnNumbers(String exercise, String part) {
        UI.getCurrent().navigate(
                "exercises/" + exercise, part == null ? QueryParameters.empty() : QueryParameters.of("part", part));
        Document page = Jsoup.parse(text());
        Document first = Jsoup.parse(firstScreen(exercise, part));
        for (String piece : List.of("h1", ".part-steps", ".prompt > h2", ".prompt > .prose")) {
            assertThat(first.select(piece)).as(piece).hasSize(1);
            assertThat(first.select(piece).outerHtml()).isEqualTo(page.select(piece).outerHtml());
        }
        assertThat(first.select(".part").hasClass("beside")).isEqualTo(page.select(".part").hasClass("beside"));
    }

    /** As it is for the learner of the session. */
    private String firstScreen(String exercise, String part) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/exercises/" + exercise);
        request.setCookies(new Cookie("learner", LearnerAccess.current().secret().value()));
        if (part != null) {
            request.setParameter("part", part);
        }
        return new ExerciseScreens(pictures, progress)
                .at("exercises/" + exercise, new VaadinServletRequest(request, (VaadinServletService) VaadinService.getCurrent()))
                .orElseThrow()
                .content()
                .getElement()
                .getOuterHTML();
    }

    @Test
    void whereOwnWordsAreTypedComesInARoundOfItsOwn() {
        UI.getCurrent().navigate("exercises/turned-objective", QueryParameters.of("part", "3"));
        assertThat(button("Check").isVisible()).isTrue();
        assertThat($(TextArea.class).all()).isEmpty();
        Nearness.ofAll();
        assertThat($(TextArea.class).all()).hasSize(1);
    }

    private static String[] heads(String html) {
        return Jsoup.parse(html).select("h1, h2").stream().map(head -> ">" + head.text() + "<").toArray(String[]::new);
    }

    @Test
    void aWrongMatrixIsMarkedAndARightOneIsKept() {
        open("turned-objective", 2);
        List<TextField> fields = $(TextField.class).all();
        List<String> wrong = List.of("4.2", "3.8", "-3.8", "21/5");
        for (int i = 0; i < 4; i++) {
            test(fields.get(i)).setValue(wrong.get(i));
        }
        test(button("Check")).click();
        assertThat(text()).contains("One entry is not right");
        assertThat(fields.get(1).getErrorMessage()).isEqualTo("Not right");
        assertThat(fields.get(0).isInvalid()).isFalse();
        test(fields.get(1)).setValue("-19/5");
        test(button("Check")).click();
        assertThat(standing("turned-objective", "hessian").solved()).isTrue();
        assertThat(standing("turned-objective", "hessian").attempts()).isEqualTo(2);
        assertThat(text()).contains("Worked solution");
    }

    private void type(String... entries) {
        List<TextField> fields = $(TextField.class).all();
        for (int i = 0; i < entries.length; i++) {
            test(fields.get(i)).setValue(entries[i]);
        }
    }

    private String drawn() {
        return $(SpectrumLab.class).single().getElement().getAttribute("matrix");
    }

    @Test
    void theDiscsFollowTheTypedMatrixAndStayWhileItIsNotWhole() {
        open("gerschgorin", 5);
        assertThat(text()).contains("Type a matrix, and its discs are drawn here.");
        type("1", "-1", "2");
        assertThat($(SpectrumLab.class).all()).as("nothing to draw yet").isEmpty();
        type("1", "-1", "2", "-1");
        assertThat(drawn()).isEqualTo("1,-1;2,-1");
        assertThat(text()).contains("The matrix as you type it.");
        type("1", "-", "2", "-1");
        assertThat(drawn()).isEqualTo("1,-1;2,-1");
        assertThat(text()).contains("The last whole matrix, as an entry cannot be drawn yet.");
        type("1", "-4/5");
        assertThat(drawn()).isEqualTo("1,-0.8;2,-1");
        test(button("Check")).click();
        open("gerschgorin", 5);
        assertThat(drawn()).as("an answer given before").isEqualTo("1,-0.8;2,-1");
    }

    @Test
    void whereEigenvaluesAreAskedNextTheDiscsStandAlone() {
        open("turned-objective", 2);
        type("4.2", "-3.8", "-3.8", "4.2");
        assertThat($(SpectrumPlane.class).single().getElement().hasAttribute("only-discs")).isTrue();
        open("rescaled", 6);
        type("1", "0.9", "0.9", "1");
        assertThat($(SpectrumPlane.class).all()).hasSize(2).noneMatch(plane -> plane.getElement().hasAttribute("only-discs"));
    }

    private OwnWords words() {
        return progress.explanation(LearnerAccess.current(), "turned-objective", "trap");
    }

    @Test
    void ownWordsAreKeptAndStandBesideTheSolution() {
        open("turned-objective", 4);
        test($(TextArea.class).single()).setValue("<b>the root</b>\nof two");
        assertThat(text()).contains("Kept.");
        assertThat(words().text()).isEqualTo("<b>the root</b>\nof two");
        test($(TextArea.class).single()).setValue("");
        assertThat(text()).contains("Removed.");
        test($(TextArea.class).single()).setValue("the root");
        progress.giveUp(LearnerAccess.current(), "turned-objective", "trap");
        open("turned-objective", 4);
        assertThat($(TextArea.class).single().getValue()).isEqualTo("the root");
        assertThat(text()).contains("Worked solution");
        open("turned-objective", 5);
        assertThat($(TextArea.class).single().getValue()).as("another part").isEmpty();
    }

    @Test
    void ofTwoWindowsTheLastWinsAndSaysWhatItReplaced() {
        open("turned-objective", 4);
        progress.explain(LearnerAccess.current(), "turned-objective", "trap", OwnWords.typed("<i>elsewhere</i>"));
        test($(TextArea.class).single()).setValue("here");
        assertThat(text())
                .contains("Kept, in place of what another window had kept:")
                .contains("&lt;i&gt;elsewhere&lt;/i&gt;");
        assertThat(words().text()).isEqualTo("here");
        test($(TextArea.class).single()).setValue("here, too");
        assertThat(text()).contains("Kept.").doesNotContain("elsewhere");
    }

    @Test
    void ownWordsAreTakenAtAHandsPace() {
        open("turned-objective", 4);
        int sent = 0;
        do {
            test($(TextArea.class).single()).setValue("word " + ++sent);
        } while (sent < 200 && !text().contains("Not kept yet"));
        assertThat(sent).isGreaterThan(60);
        assertThat(text()).contains("Not kept yet. You have sent more than 60 answers in a short time.");
        assertThat(words().text()).isEqualTo("word " + (sent - 1));
    }

    @Test
    void anEmptyAnswerIsAnsweredAndNotCounted() {
        open("turned-objective", 5);
        test(button("Check")).click();
        assertThat(text()).contains("Type a number");
        assertThat(standing("turned-objective", "stable-rate").attempts()).isZero();
    }

    @Test
    void hintsComeOneByOneAndTheSolutionIsAskedFor() throws InterruptedException {
        open("turned-objective", 5);
        test(button("Hint")).click();
        test(button("Next hint")).click();
        assertThat(standing("turned-objective", "stable-rate").hints()).isEqualTo(2);
        test(button("Show the solution")).click();
        assertThat(standing("turned-objective", "stable-rate").done()).isFalse();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(standing("turned-objective", "stable-rate").done()).as("a double click shows nothing").isFalse();
        Thread.sleep(800);
        test($(ConfirmDialog.class).withCondition(ConfirmDialog::isOpened).single()).confirm();
        assertThat(standing("turned-objective", "stable-rate").status()).isEqualTo(PartProgress.Status.SHOWN);
        assertThat(text()).contains("Worked solution");
    }

    @Test
    void aProofIsPutTogetherByButtons() {
        open("distances", 3);
        for (String line : List.of("linear", "product", "transpose")) {
            test(addButton(line)).click();
        }
        test(button("Check")).click();
        assertThat(text()).contains("not complete");
        for (String line : List.of("orthogonal", "cancel", "roots")) {
            test(addButton(line)).click();
        }
        test(button("Check")).click();
        assertThat(standing("distances", "proof").solved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"distances, turned-objective", "gentler-decay, from-scratch", "from-scratch, real-network", "real-network, drills"})
    void atItsEndTheNextExerciseIsOffered(String id, String next) {
        Exercise exercise = Exercises.on("silhouettes").named(id).orElseThrow();
        String last = exercise.part(LearnerAccess.current().seed(id), exercise.count() - 1).task().id();
        progress.attempt(LearnerAccess.current(), id, last, UUID.randomUUID(), "1", PartProgress.Status.SOLVED);
        open(id, exercise.count());
        String title = Exercises.on("silhouettes").named(next).orElseThrow().title();
        RouterLink onward = $(RouterLink.class)
                .withCondition(link -> link.getText().equals("Next exercise: " + title))
                .single();
        assertThat(onward.getHref()).isEqualTo("exercises/" + next);
        assertThat(text()).contains("To all exercises");
    }

    private NativeButton addButton(String line) {
        return $(NativeButton.class)
                .withCondition(button -> button.getText().equals("Add")
                        && ("line-" + line).equals(button.getElement().getAttribute("aria-describedby")))
                .single();
    }

    @Test
    void aChoiceIsToldWhyItIsWrong() {
        open("turned-objective", 4);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        group.setValue(1);
        test(button("Check")).click();
        assertThat(text()).contains("orthogonal change of coordinates");
        group.setValue(0);
        test(button("Check")).click();
        assertThat(standing("turned-objective", "trap").solved()).isTrue();
    }

    @Test
    void theListSaysHowFarOneIs() {
        open("rescaled", 4);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        group.setValue(0);
        test(button("Check")).click();
        UI.getCurrent().navigate("exercises");
        assertThat(text()).contains("1 of 6 parts solved").contains("Start here");
    }

    @Test
    void anExerciseThatIsNoneIsNamed() {
        UI.getCurrent().navigate("exercises/nowhere");
        assertThat(text()).contains("nowhere");
    }
}
