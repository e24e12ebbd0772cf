package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.Command;
import descentlab.classroom.Nickname;
import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.client.Client;
import descentlab.element.LogSlider;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerToken;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A class of which each has what they answer or try with only after all have read what it is about. */
class LargeClassTest extends RoomPages {

    private static final String TASK = "Your turn";
    private static final String QUESTION = "Which one ends at the lowest f";

    /** A page whose turn lasts until it is let go. */
    private static final class Slow extends UI {

        private final Future<Void> held;

        Slow(Future<Void> held) {
            this.held = held;
        }

        @Override
        public Future<Void> access(Command command) {
            return held;
        }
    }

    @Autowired
    private PagesInTurn turns;

    private final CompletableFuture<Void> held = new CompletableFuture<>();

    @BeforeEach
    void joinMany() {
        for (int i = 0; i < 31; i++) {
            rooms.join(code, LearnerToken.random().learner(), Nickname.typed("Student " + i), Client.of("10.0.0." + i));
        }
        join("Ann");
        MockVaadin.clientRoundtrip();
        hold(held);
    }

    /** Nothing has its turn until this is done. */
    private void hold(Future<Void> until) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            turns.take(new Slow(until), () -> {});
        }
    }

    @AfterEach
    void letGo() {
        held.complete(null);
    }

    private void await(BooleanSupplier there) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!there.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(5);
            MockVaadin.clientRoundtrip();
        }
        assertThat(there.getAsBoolean()).as(html()).isTrue();
    }

    private TryTask task() {
        return TryTask.of(TryTask.Vary.RATE, (SurfaceExperiment) lectern.room().scene().led(), 0);
    }


    @Test
    void readsAQuestionBeforeItCanAnswer() throws InterruptedException {
        lectern.ask(new Question.Winner());
        await(() -> html().contains(QUESTION));
        assertThat($(RadioButtonGroup.class).all()).isEmpty();
        assertThat($(Div.class).withClassName("soon").single().getElement().getProperty("innerHTML")).contains("You can answer in a moment.", "<li>");
        letGo();
        await(() -> $(RadioButtonGroup.class).exists());
        assertThat($(Div.class).withClassName("soon").exists()).isFalse();
    }

    @Test
    void readsATaskBeforeItsOwnRaceIsThere() throws InterruptedException {
        lectern.tryOut(task());
        await(() -> html().contains(TASK));
        assertThat(html()).contains(Words.task(task()));
        assertThat($(LogSlider.class).all()).isEmpty();
        letGo();
        await(() -> $(LogSlider.class).exists());
        assertThat(html()).contains("What you pick is handed in by itself.");
    }

    @Test
    void hasNoRaceOfItsOwnOnceTryingIsOver() throws InterruptedException {
        lectern.tryOut(task());
        await(() -> html().contains(TASK));
        lectern.endTry();
        await(() -> html().contains("Following"));
        AtomicBoolean last = new AtomicBoolean();
        turns.take(UI.getCurrent(), () -> last.set(true));
        letGo();
        await(last::get);
        assertThat($(LogSlider.class).all()).isEmpty();
    }

    @Test
    void exploresOnceItsOwnRaceIsThere() throws InterruptedException {
        lectern.follow(false);
        await(() -> html().contains("Exploring"));
        letGo();
        await(() -> $(Button.class).withCondition(button -> button.getText().equals("Show this to the teacher")).exists());
    }

    @Test
    void hasTheBannerOfThePageThatItIsOnTheWayTo() throws InterruptedException {
        assertThat($(Div.class).withClassName("banner").exists()).isFalse();
        lectern.visit("data/airfoil");
        await(() -> $(Div.class).withClassName("banner").exists());
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("class/" + code);
        assertThat($(Div.class).withClassName("banner").single().getElement().getTextRecursively()).contains("Your class is on this page.");
        letGo();
        await(() -> UI.getCurrent().getActiveViewLocation().getPath().equals("data/airfoil"));
        assertThat($(Div.class).withClassName("banner").exists()).isTrue();
    }

    @Test
    void hasNoBannerOnTheWayBack() throws InterruptedException {
        letGo();
        lectern.visit("data/airfoil");
        await(() -> UI.getCurrent().getActiveViewLocation().getPath().equals("data/airfoil"));
        await(() -> $(Div.class).withClassName("banner").exists());
        CompletableFuture<Void> again = new CompletableFuture<>();
        hold(again);
        lectern.endVisit();
        await(() -> !$(Div.class).withClassName("banner").exists());
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("data/airfoil");
        again.complete(null);
        await(() -> UI.getCurrent().getActiveViewLocation().getPath().equals("class/" + code));
    }
}
