package descentlab.exercise.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import descentlab.classroom.Lectern;
import descentlab.classroom.Nickname;
import descentlab.classroom.Question;
import descentlab.classroom.Rooms;
import descentlab.controls.LearnerAccess;
import descentlab.database.DatabaseState;
import descentlab.database.FailingDatabase;
import descentlab.database.FailingSource;
import descentlab.database.FailingSource.Way;
import descentlab.element.Nearness;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What pages say while nothing can be kept, and that all goes on afterwards. */
@SpringBootTest
@Import(FailingDatabase.class)
class NotKeptTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource source;

    @Autowired
    private Progress progress;

    @Autowired
    private Rooms rooms;

    private void fail(Way way) {
        ((FailingSource) source).fail(way);
    }

    @AfterEach
    void mend() {
        fail(Way.NOT);
        TestSignIn.out();
    }

    private String html() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getElement()
                .getOuterHTML();
    }

    private Button button(String text) {
        return $(Button.class).withCondition(button -> button.getText().equals(text)).single();
    }

    /** Until a page shows what other threads have for it. */
    private static void await(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 2000 && !fact.getAsBoolean(); i++) {
            MockVaadin.clientRoundtrip();
            Thread.sleep(10);
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }

    private void openPart() {
        UI.getCurrent().navigate("exercises/turned-objective", QueryParameters.of("part", "4"));
        Nearness.ofAll();
    }

    private PartProgress standing() {
        return progress.of(LearnerAccess.current(), "turned-objective").getOrDefault("trap", PartProgress.NONE);
    }

    @Test
    void anAnswerThatWasNotKeptIsGivenAgainAtOnce() {
        openPart();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        group.setValue(0);
        fail(Way.COMMIT_FAILS);
        test(button("Check")).click();
        assertThat(html()).contains(DatabaseState.NOT_KEPT).doesNotContain("Worked solution");
        assertThat(button("Check").isEnabled()).isTrue();
        test(button("Hint")).click();
        assertThat(html()).contains(DatabaseState.NOT_KEPT);
        fail(Way.NOT);
        assertThat(standing()).isEqualTo(PartProgress.NONE);
        test(button("Check")).click();
        assertThat(html()).contains("Worked solution");
        assertThat(standing().solved()).isTrue();
        assertThat(standing().attempts()).isEqualTo(1);
    }

    @Test
    void wordsThatWereNotKeptAreNotSaidToBe() {
        openPart();
        TextArea words = $(TextArea.class).single();
        fail(Way.COMMIT_FAILS);
        test(words).setValue("so it is");
        assertThat(html()).contains("Not kept yet. " + DatabaseState.NOT_KEPT).doesNotContain("Kept.");
        fail(Way.NOT);
        assertThat(progress.explanation(LearnerAccess.current(), "turned-objective", "trap").isEmpty()).isTrue();
        test(words).setValue("so it is, still");
        assertThat(html()).contains("Kept.").doesNotContain("Not kept yet");
        assertThat(progress.explanation(LearnerAccess.current(), "turned-objective", "trap").text())
                .isEqualTo("so it is, still");
        fail(Way.AWAY);
        openPart();
        assertThat($(TextArea.class).single().isReadOnly()).as("what cannot be read is not replaced").isTrue();
    }

    @Test
    void anAnswerThatWasKeptUnheardCountsOnce() {
        openPart();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        group.setValue(0);
        fail(Way.COMMIT_IS_NOT_HEARD_OF);
        test(button("Check")).click();
        fail(Way.NOT);
        test(button("Check")).click();
        assertThat(standing().solved()).isTrue();
        assertThat(standing().attempts()).isEqualTo(1);
    }

    @Test
    void pagesCanBeReadWithoutTheDatabase() {
        fail(Way.AWAY);
        openPart();
        assertThat(html()).contains("cannot be read just now; it is not lost").contains("Check");
        UI.getCurrent().navigate("exercises");
        assertThat(html()).contains("cannot be read just now; it is not lost").contains("Start here");
        UI.getCurrent().navigate("lesson/adagrad");
        assertThat(html()).contains("cannot be read just now; it is not lost").contains("A learning rate for each");
        fail(Way.NOT);
        openPart();
        assertThat(html()).contains("Check").doesNotContain("cannot be read just now");
    }

    @Test
    void aVoteThatWasNotKeptIsNotIn() throws Exception {
        Lectern lectern = rooms.open(new TeacherId(UUID.randomUUID()));
        rooms.join(lectern.room().code(), LearnerAccess.current().learner(), Nickname.typed("Ann"), descentlab.client.Client.of("10.0.0.1"));
        lectern.ask(new Question.Winner());
        UI.getCurrent().navigate("class/" + lectern.room().code());
        fail(Way.AWAY);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        test(group).selectItem("Adagrad (rate 2)");
        await(() -> html().contains("Your vote is not in. " + DatabaseState.NOT_KEPT));
        assertThat($(RadioButtonGroup.class).single().getValue()).as("to be chosen again").isNull();
        UI.getCurrent().navigate("class");
        UI.getCurrent().navigate("class/" + lectern.room().code());
        assertThat(html()).doesNotContain("Your vote is in");
        assertThat(lectern.room().board().poll().orElseThrow().votes()).isEmpty();
        fail(Way.NOT);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> again = $(RadioButtonGroup.class).single();
        test(again).selectItem("Adagrad (rate 2)");
        await(() -> html().contains("Your vote is in: Adagrad"));
    }

    @Test
    void whoCannotBeSeatedIsToldAndCanTryAgain() {
        Lectern lectern = rooms.open(new TeacherId(UUID.randomUUID()));
        UI.getCurrent().navigate("class/" + lectern.room().code());
        TextField name = $(TextField.class).withId("nickname").single();
        test(name).setValue("Bob");
        fail(Way.AWAY);
        test($(Button.class).withId("join").single()).click();
        assertThat(name.getErrorMessage()).isEqualTo(DatabaseState.NOT_KEPT);
        assertThat(lectern.room().board().participants()).isEmpty();
        fail(Way.NOT);
        test($(Button.class).withId("join").single()).click();
        assertThat(html()).contains("Bob").contains("Following");
    }

    @Test
    void theTeacherSeesWhileTheRoomIsNotWritten() throws Exception {
        Teacher teacher = new Teacher(new TeacherId(UUID.randomUUID()), "Grace");
        Lectern lectern = rooms.open(teacher.id());
        TestSignIn.as(teacher);
        UI.getCurrent().navigate("class/" + lectern.room().code() + "/lead");
        assertThat(unwritten().isVisible()).isFalse();
        fail(Way.AWAY);
        lectern.lead(SurfaceExperiment.initial().withSteps(5));
        await(() -> unwritten().isVisible());
        fail(Way.NOT);
        await(() -> !unwritten().isVisible());
        assertThat(lectern.room().board().led())
                .isEqualTo(SurfaceExperiment.initial().withSteps(5));
    }

    private static Component unwritten() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getChildren()
                .flatMap(NotKeptTest::all)
                .filter(component -> component.getId().filter("unwritten"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<Component> all(Component component) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(component), component.getChildren().flatMap(NotKeptTest::all));
    }
}
