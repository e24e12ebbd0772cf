package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.dom.Element;
import descentlab.account.TestSignIn;
import descentlab.classroom.Enquiry;
import descentlab.classroom.Nickname;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.Question;
import descentlab.classroom.Seat;
import descentlab.client.Client;
import descentlab.element.RaceSurface;
import descentlab.experiment.TrainingExperiment;
import descentlab.progress.LearnerToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the wall says beside what is led, and what becomes of pages when the room is closed. */
class WallTest extends RoomPages {

    private static final int ASK = 1;
    private static final int VOICES = 5;

    @Autowired
    private PageWords pages;

    private Seat seat(String name) {
        return rooms.join(code, LearnerToken.random().learner(), Nickname.typed(name), Client.of("10.0.0.1"));
    }

    private void wall() {
        open("class");
        lead("/projector");
    }

    private void ask(String... fields) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(Map.of("question", "What is it called?"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        lectern.askFairly(OwnQuestionFields.read(all), lectern.room().scene().led(), false).get(20, TimeUnit.SECONDS);
    }

    private boolean isHidden(Element element) {
        return element.hasAttribute("hidden");
    }

    private Element surface() {
        return $(RaceSurface.class).single().getElement().getParent();
    }

    @Test
    void aPageThatAllAreOnHasItsKindAndTitle() {
        assertThat(pages.of("exercises/gerschgorin?part=2").toString()).contains("Exercise", "Where eigenvalues can be", ", part 2");
        assertThat(pages.of("exercises/gerschgorin").title()).doesNotContain("part");
        assertThat(pages.of("exercises").title()).isEqualTo("All exercises");
        assertThat(pages.of("lesson/adagrad").kind()).isEqualTo("Lesson");
        assertThat(pages.of("lesson/adagrad").title()).doesNotContain("lesson/");
        assertThat(pages.of("lesson/adagrad#nowhere").title()).isEqualTo(pages.of("lesson/adagrad").title());
        assertThat(pages.of("lesson/no-such-lesson").title()).isEqualTo("lesson/no-such-lesson");
        assertThat(pages.of("data/airfoil").title()).isEqualTo("Airfoil self-noise");
        assertThat(pages.of("lab/surface?objective=beale&run=sgd(lr=0.1)")).hasToString("NamedPage[kind=Surface lab, title=Gradient descent 0.1 on Beale]");
        assertThat(pages.of("lab/surface?objective=nonsense").title()).isEqualTo("Surface lab");
        assertThat(pages.of("").title()).isEmpty();
        lectern.lobby(false);
        lectern.visit("exercises/gerschgorin?part=2");
        wall();
        assertThat(html()).contains(pages.of("exercises/gerschgorin").title() + ", part 2", "visited-kind");
        lead("/lead");
        assertThat(html()).contains("The class is on another page: Exercise");
    }

    @Test
    void aTrainingSaysWhatItTrainsAndWhatItsAxesAre() {
        lectern.lobby(false);
        lectern.lead(TrainingExperiment.initial());
        wall();
        assertThat(html()).contains("Linear regression on Airfoil self-noise", "Batches of 10, 2 epochs", "all 1,500 examples");
        lead("/lead");
        assertThat(html()).contains("Linear regression on Airfoil self-noise");
        TestSignIn.out();
        join("Bob");
        assertThat(html()).contains("Linear regression on Airfoil self-noise");
    }

    @Test
    void aQuestionOfOnesOwnHasTheWallUnlessItIsAboutWhatIsLed() throws Exception {
        lectern.lobby(false);
        ask("ask", "text");
        wall();
        assertThat(isHidden(surface())).isTrue();
        lectern.beside(true);
        wall();
        assertThat(isHidden(surface())).isFalse();
        lectern.putAway();
        ask("ask", "spot");
        wall();
        assertThat(isHidden(surface())).as("a place on it is asked for").isFalse();
        lectern.putAway();
        lectern.ask(new Question.Winner());
        wall();
        assertThat(isHidden(surface())).as("it is about the race").isFalse();
    }

    @Test
    void whatTheClassAsksIsShownOnTheWallWithoutAName() throws Exception {
        Seat ann = seat("Ann");
        ann.enquire("Why the <b>root</b>?").get(20, TimeUnit.SECONDS);
        lectern.lobby(false);
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(VOICES);
        test($(Button.class).withText("Show on the wall").single()).click();
        wall();
        assertThat(html()).contains("The class asks", "Why the &lt;b&gt;root&lt;/b&gt;?").doesNotContain("Ann");
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(VOICES);
        test($(Button.class).withText("Off the wall").single()).click();
        wall();
        assertThat(html()).doesNotContain("root");
        lectern.quote(1);
        lectern.settle(1, Enquiry.State.HIDDEN);
        assertThat(lectern.room().board().wall().enquiry()).as("what is hidden leaves the wall").isZero();
        for (int none : new int[] {1, 7, -1}) {
            assertThatThrownBy(() -> lectern.quote(none)).hasMessageContaining("not open any more");
        }
        wall();
        assertThat(html()).doesNotContain("root");
    }

    @Test
    void shortTextsAreReadWithTheirCountsAndWhatWasStruckCanBeHadBack() throws Exception {
        Seat ann = seat("Ann");
        Seat ben = seat("Ben");
        Seat cleo = seat("Cleo");
        ask("ask", "text");
        ann.vote(1, 1, "The  Hessian").get(20, TimeUnit.SECONDS);
        ben.vote(1, 1, "the hessian").get(20, TimeUnit.SECONDS);
        cleo.vote(1, 1, "rude word").get(20, TimeUnit.SECONDS);
        lectern.showVotes();
        wall();
        assertThat(html()).contains("written-answers", "“The Hessian”", "“rude word”").doesNotContain("bar-fill");
        lectern.strike(1, "Rude word", true);
        wall();
        assertThat(html()).doesNotContain("rude word");
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(ASK);
        assertThat($(AskPanel.class).single().getElement().getTextRecursively()).contains("Not shown to anybody:");
        test($(NativeButton.class).withText("Show again").all().getFirst()).click();
        assertThat(lectern.room().board().poll().orElseThrow().struck()).isEmpty();
        wall();
        assertThat(html()).contains("“rude word”");
    }

    @Test
    void aClosedRoomsDeskLeadsToItsReportAndNothingElse() {
        lead("/lead");
        assertThat(html()).contains("Project the");
        lectern.close();
        open("class");
        lead("/lead");
        assertThat(html())
                .contains("is closed", "class/" + code + "/report")
                .doesNotContain("Eyes up here", "Ask the class", "race-timeline");
    }

    @Test
    void theWarningOfAnAddressIsReadOnceASession() {
        lead("/lead");
        List<Button> dismiss = $(Button.class).withId("dismiss-warning").all();
        if (dismiss.isEmpty()) {
            return; // here students could open the address
        }
        test(dismiss.getFirst()).click();
        assertThat($(Button.class).withId("dismiss-warning").exists()).isFalse();
        open("class");
        lead("/lead");
        assertThat($(Button.class).withId("dismiss-warning").exists()).isFalse();
    }
}
