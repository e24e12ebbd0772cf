package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.AtOnce;
import descentlab.classroom.OwnQuestion;
import descentlab.controls.LearnerAccess;
import descentlab.progress.LearnerToken;
import descentlab.shell.MainLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose class goes to another page. */
class TakenAlongTest extends RoomPages {

    private static final String LESSON = "lesson/quadratic#the-best-rate";
    private static final String WORDS = "new CustomEvent('first-words'";
    private static final String OVER = "new Event('first-words-over')";

    private static final OwnQuestion ASKED = new OwnQuestion(
            "Which *one*?", new AnswerKind.Choice(List.of("This `<one>`", "That"), Set.of(0), false), "", "");

    @Autowired
    private TakenAlong along;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void joinAndListen() {
        join("Ann");
        listen();
        told.clear();
    }

    /** Has what the browser is told written down. */
    private void listen() {
        MockVaadin.clientRoundtrip();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .forEach(call -> told.add(call.getExpression() + call.getParameters()));
    }

    private String at() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    private void await(BooleanSupplier there) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!there.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            listen();
        }
        assertThat(there.getAsBoolean()).as(told.toString()).isTrue();
    }

    private static String banner() {
        return ((MainLayout) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getLast()).getElement().getTextRecursively();
    }

    private boolean isTold(String script) {
        return told.stream().anyMatch(call -> call.contains(script));
    }

    @Test
    void seesThePagesWordsAtOnceAndThenThePage() throws InterruptedException {
        along.to(UI.getCurrent(), LESSON);
        listen();
        assertThat(at()).isEqualTo("class/" + code);
        assertThat(along.goal(UI.getCurrent())).contains(LESSON);
        assertThat(told).anySatisfy(call -> assertThat(call).contains(WORDS, LESSON, "<h2>The best rate there is</h2>", "descentlab/lesson.css"));
        along.to(UI.getCurrent(), LESSON);
        await(() -> at().equals("lesson/quadratic"));
        listen();
        assertThat(told.stream().filter(call -> call.contains(WORDS))).hasSize(1);
        assertThat(isTold(OVER)).isTrue();
        assertThat(isTold("hold-place")).isTrue();
        assertThat(along.goal(UI.getCurrent())).isEmpty();
    }

    /** What an exercise asks of the learner of the session, who is brought to it. */
    private String asked() throws InterruptedException {
        open("class");
        told.clear();
        along.to(UI.getCurrent(), "exercises/drills?part=3");
        await(() -> isTold("class=\"prompt\""));
        List<String> words = told.stream().filter(call -> call.contains(WORDS)).toList();
        assertThat(words).hasSize(2).first().asString().contains("<h1>");
        return words.getLast();
    }

    @Test
    void seesWhatAnExerciseIsAndThenWhatItAsksOfThem() throws InterruptedException {
        String first = asked();
        LearnerAccess.become(LearnerToken.random());
        assertThat(asked()).isNotEqualTo(first);
    }

    @Test
    void staysWhereTheyGoThemselves() throws InterruptedException {
        along.to(UI.getCurrent(), LESSON);
        open("exercises");
        listen();
        assertThat(isTold(OVER)).isTrue();
        Thread.sleep(500);
        listen();
        assertThat(at()).isEqualTo("exercises");
    }

    @Test
    void goesWithTheClassOnTheWay() throws InterruptedException {
        lectern.visit(LESSON);
        await(() -> isTold(LESSON));
        lectern.endVisit();
        await(() -> isTold(OVER));
        assertThat(at()).isEqualTo("class/" + code);
        told.clear();
        lectern.visit(LESSON);
        await(() -> isTold(LESSON));
        lectern.visit("data/airfoil");
        await(() -> at().equals("data/airfoil") && banner().contains("Your class is on this page."));
        lectern.endVisit();
        await(() -> at().equals("class/" + code));
        assertThat(told).noneMatch(call -> call.contains("hold-place"));
    }

    @Test
    void comesBackToWhatIsAsked() throws InterruptedException {
        lectern.visit("data/airfoil");
        await(() -> at().equals("data/airfoil") && banner().contains("Your class is on this page."));
        AtOnce all = lectern.atOnce();
        all.endVisit();
        all.askFairly(ASKED, lectern.room().scene().led(), false, false);
        told.clear();
        all.now().join();
        await(() -> isTold("<em>one</em>"));
        assertThat(told).anySatisfy(call -> assertThat(call)
                .contains(WORDS, "class/" + code, "<li>", "This <code>&lt;one&gt;</code>", "You can answer in a moment."));
        await(() -> at().equals("class/" + code));
        await(() -> html().contains("vaadin-radio-group"));
    }
}
