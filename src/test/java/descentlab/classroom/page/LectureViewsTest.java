package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import descentlab.classroom.Ballot;
import descentlab.classroom.InkSeen;
import descentlab.classroom.Nickname;
import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.classroom.Vote;
import descentlab.client.Client;
import descentlab.controls.LearnerAccess;
import descentlab.element.InkTools;
import descentlab.element.LogSlider;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerToken;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The classroom's pages without a browser. */
class LectureViewsTest extends RoomPages {

    private static final int RACE = 0;
    private static final int ASK = 1;

    @Test
    void aCodeIsAskedForAndAWrongOneAnswered() {
        open("class");
        TextField field = $(TextField.class).withId("room-code").single();
        test(field).setValue("nonsense!");
        test(button("Join")).click();
        assertThat(field.getErrorMessage()).contains("eight letters and digits");
        open("class/22222222");
        assertThat($(TextField.class).withId("room-code").single().getErrorMessage()).contains("There is no room");
    }

    @Test
    void markupIsNoNameAndATakenNameIsSaid() {
        rooms.join(code, LearnerToken.random().learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        join("<b>Bob</b>");
        assertThat($(TextField.class).withId("nickname").single().getErrorMessage()).contains("allowed: 1 to 24 letters");
        join("ann");
        assertThat($(TextField.class).withId("nickname").single().getErrorMessage()).contains("Take another name");
        assertThat(lectern.room().board().participants()).hasSize(1);
    }

    @Test
    void whoJoinsSitsAndComesBackToTheSameSeat() {
        join("Bob");
        assertThat(html()).contains("Bob").contains("Following");
        open("class");
        open("class/" + code.shown().toLowerCase());
        assertThat(html()).contains("Bob");
        assertThat(lectern.room().board().participants()).hasSize(1);
    }

    @Test
    void aVoteIsCountedAndKeptForWhoComesBack() throws Exception {
        join("Cleo");
        lectern.ask(new Question.Winner());
        open("class/" + code);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class).single();
        test(group).selectItem("Adagrad (rate 2)");
        assertThat(votes()).containsExactly(new Vote.Choice(2));
        open("class");
        open("class/" + code);
        assertThat(html()).contains("Your vote is in: Adagrad (rate 2)").doesNotContain("It is Adagrad");
        lectern.reveal().get(20, TimeUnit.SECONDS);
        open("class");
        open("class/" + code);
        assertThat(html()).contains("You voted: Adagrad (rate 2). That is right.").contains("It is Adagrad (rate 2).");
    }

    /** Once there are any: a vote is seen when it is on disk. */
    private Collection<Vote> votes() throws InterruptedException {
        for (int i = 0; i < 2000 && lectern.room().board().poll().orElseThrow().votes().isEmpty(); i++) {
            Thread.sleep(10);
        }
        return lectern.room().board().poll().orElseThrow().votes().values().stream()
                .map(Ballot::vote)
                .toList();
    }

    @Test
    void aNumberThatIsNoneIsRefusedInWords() {
        join("Dan");
        lectern.ask(new Question.FinalValue(0));
        open("class/" + code);
        test($(TextField.class).withId("vote-number").single()).setValue("very small");
        test(button("Vote")).click();
        assertThat(html()).contains("That is no number; allowed: one such as 0.05 or 3e-4.");
        assertThat(lectern.room().board().poll().orElseThrow().votes()).isEmpty();
    }

    @Test
    void aTaskLetsOneThingBePicked() {
        join("Eva");
        lectern.tryOut(TryTask.of(TryTask.Vary.RATE, SurfaceExperiment.initial(), 2));
        open("class/" + code);
        assertThat(html()).contains("which learning rate gets Adagrad lowest in 20 steps?");
        assertThat($(LogSlider.class).all()).hasSize(1);
    }

    @Test
    void whoIsSentOutIsToldAndCannotJoinAgain() {
        join("Flo");
        lectern.sendOut(lectern.room()
                .participant(LearnerAccess.current().learner())
                .orElseThrow()
                .id());
        join("Flora");
        assertThat($(TextField.class).withId("nickname").single().getErrorMessage()).contains("Ask them to let you in");
    }

    @Test
    void aTeachersPagesAskToSignIn() {
        for (String path : List.of("class/" + code + "/lead", "class/" + code + "/projector", "class/mine")) {
            open(path);
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("login");
            assertThat(html())
                    .contains("<h1>Sign in</h1>", "current-password")
                    .doesNotContain(code.shown(), code.toString(), "Open a new room");
        }
    }

    /** It is asked once it is known that the answer is no chance. */
    private void ask() throws InterruptedException {
        test(button("Ask the class")).click();
        for (int i = 0; i < 2000 && lectern.room().board().poll().isEmpty(); i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void theTeacherLeadsAndAnotherDoesNot() throws Exception {
        TestSignIn.as(teacher);
        open("class/" + code + "/lead");
        assertThat(html()).contains(code.shown());
        test($(Button.class).withId("follow").single()).click();
        assertThat(lectern.room().board().following()).isFalse();
        $(TabSheet.class).single().setSelectedIndex(ASK);
        ask();
        assertThat(lectern.room().board().poll()).isPresent();
        TestSignIn.as(new Teacher(new TeacherId(UUID.randomUUID()), "Mallory"));
        open("class/" + code + "/lead");
        assertThat(html()).contains("You have no room with the code").doesNotContain("Ask the class");
        open("class/" + code + "/projector");
        assertThat(html()).contains("You have no such room");
    }

    private InkTools toolsOn(String plot) {
        return $(InkTools.class).all().stream()
                .filter(tools -> tools.getElement().getParent().getTag().equals(plot))
                .findFirst()
                .orElseThrow();
    }

    private static void ink(InkTools tools, String kind, String stroke, int from, String places) {
        ComponentUtil.fireEvent(tools, new InkTools.Inked(tools, true, kind, "1-2", stroke, from, places));
    }

    @Test
    void whatTheTeacherDrawsIsTheRoomsAndNonsenseIsNot() {
        TestSignIn.as(teacher);
        open("class/" + code + "/lead");
        InkTools tools = toolsOn("race-surface");
        assertThat(tools.getElement().getAttribute("slot")).isEqualTo("tools");
        assertThat(tools.getElement().hasAttribute("off")).isFalse();
        ink(tools, "aim", "", 0, "1,-0.5");
        ink(tools, "pen", "1-2/1", 0, "0,0,1,1");
        ink(tools, "pen", "1-2/1", 2, "2,2");
        assertThat(html()).doesNotContain("That cannot be done");
        for (String places : List.of("1", "x,y", "1,,2", "NaN,1", "1,2,", "9".repeat(20_000))) {
            ink(tools, "pen", "1-2/2", 0, places);
            ink(tools, "aim", "", 0, places);
        }
        ink(tools, "aim", "", 0, "1,2,3,4");
        ink(tools, "dance", "", 0, "");
        assertThat(html()).contains("That cannot be done");
        assertThat(InkSeen.in(lectern.room()))
                .containsExactly("1-2/1 [0.0, 0.0, 1.0, 1.0, 2.0, 2.0]", "1-2 at Point[x1=1.0, x2=-0.5]");
        ink(tools, "aim", "", 0, "");
        ink(tools, "undo", "", 0, "");
        ink(tools, "pen", "1-2/3", 0, "3,3");
        assertThat(InkSeen.in(lectern.room())).containsExactly("1-2/3 [3.0, 3.0]");
        ink(tools, "wipe", "", 0, "");
        assertThat(InkSeen.in(lectern.room())).isEmpty();
    }

    @Test
    void thereIsNothingToPointAtWhereTheClassSeesNoPlotOrAnother() {
        TestSignIn.as(teacher);
        open("class/" + code + "/lead");
        InkTools tools = toolsOn("race-surface");
        assertThat(toolsOn("training-chart").getElement().hasAttribute("off")).isTrue();
        test(button("Prepare unseen")).click();
        assertThat(tools.getElement().hasAttribute("off")).isTrue();
    }

    @Test
    void theChartOfATrainingHasToolsOfItsOwn() {
        lectern.lead("lab/training?data=airfoil&model=linear&run=sgd(lr=0.01)");
        TestSignIn.as(teacher);
        open("class/" + code + "/lead");
        assertThat(toolsOn("race-surface").getElement().hasAttribute("off")).isTrue();
        assertThat(toolsOn("training-chart").getElement().hasAttribute("off")).isFalse();
        ink(toolsOn("training-chart"), "pen", "1-2/1", 0, "0.5,0.3");
        assertThat(InkSeen.in(lectern.room())).containsExactly("1-2/1 [0.5, 0.3]");
    }

    @Test
    void whatIsAskedOfAChangedExperimentIsRefusedInWords() throws Exception {
        TestSignIn.as(teacher);
        open("class/" + code + "/lead");
        $(TabSheet.class).single().setSelectedIndex(ASK);
        ask();
        $(TabSheet.class).single().setSelectedIndex(RACE);
        TextField start = $(TextField.class)
                .withCondition(field -> field.getLabel() != null && field.getLabel().startsWith("Start"))
                .single();
        test(start).setValue("1, 1");
        assertThat(html()).contains("A question is open on this experiment");
        assertThat(start.getValue()).isEqualTo("-5, -2");
    }
}
