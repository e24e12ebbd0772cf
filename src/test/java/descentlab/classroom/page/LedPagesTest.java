package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import descentlab.classroom.Nickname;
import descentlab.classroom.Scene;
import descentlab.client.Client;
import descentlab.controls.LearnerAccess;
import descentlab.element.SpectrumLab;
import descentlab.element.TrainingChart;
import descentlab.experiment.SurfaceExperiment;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Trainings and matrices on a class's pages, without a browser. */
class LedPagesTest extends RoomPages {

    @Autowired
    private PageWords pages;

    private static final String LONG =
            "/lab/training?data=airfoil&model=linear&batch=1&epochs=1000&seed=0&run=adagrad(lr=0.1)&run=sgd(lr=0.01)&run=adam(lr=0.01)";

    private static final String MATRIX = "/lab/spectrum?matrix=2,1;1,3";

    private Button withId(String id) {
        return $(Button.class).withId(id).single();
    }

    /** Comes to the page anew, as what changes it is pushed to one that is open. */
    private void leadAnew() {
        open("class");
        open("class/" + code + "/lead");
    }

    private void join() {
        rooms.join(code, LearnerAccess.current().learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        open("class/" + code);
    }

    private boolean isThere(String id) {
        return $(Button.class).withId(id).exists();
    }

    private Scene scene() {
        return lectern.room().scene();
    }

    private void pasteLink(String link) {
        TextField field = $(TextField.class)
                .withCondition(one -> "Or lead with a link".equals(one.getLabel()))
                .single();
        test(field).setValue(link);
    }

    /** What a component's browser element is told. */
    private static boolean has(Component component, String attribute) {
        return component.getElement().hasAttribute(attribute);
    }

    @Test
    void aTrainingIsPausedStoppedAndBegunAnewFromTheDesk() {
        lead("/lead");
        assertThat(isThere("pause-training")).as("a race has its own timeline").isFalse();
        pasteLink(LONG);
        leadAnew();
        test(withId("pause-training")).click();
        assertThat(scene().progress()).isEqualTo(Scene.Progress.PAUSED);
        leadAnew();
        assertThat(withId("pause-training").getText()).isEqualTo("Continue");
        assertThat(has($(TrainingChart.class).single(), "paused")).isTrue();
        test(withId("pause-training")).click();
        assertThat(scene().progress()).isEqualTo(Scene.Progress.GOES_ON);
        String run = scene().run();
        leadAnew();
        test(withId("stop-training")).click();
        assertThat(scene().progress()).isEqualTo(Scene.Progress.STOPPED);
        leadAnew();
        assertThat(isThere("stop-training")).isFalse();
        test(withId("start-again")).click();
        assertThat(scene().run()).isNotEqualTo(run);
        lectern.lead(SurfaceExperiment.initial());
        leadAnew();
        assertThat(isThere("start-again")).isFalse();
    }

    /** Each of a class would have it computed anew, and nobody is to wait for what does not come. */
    @Test
    void aSearchForARateIsNotLedAndTheTeacherIsToldSo() {
        lead("/lead");
        pasteLink(LONG);
        leadAnew();
        assertThat(words()).doesNotContain("search for a rate");
        pasteLink(LONG + "&search=study&trials=5");
        leadAnew();
        assertThat(words()).contains("All see this training", "The search for a rate beside it is not shown to the class.");
        test(withId("stop-training")).click();
        leadAnew();
        assertThat(words()).contains("The search for a rate beside it is not shown to the class.");
    }

    private String words() {
        return $(TrainingChart.class).single().getParent().orElseThrow().getElement().getTextRecursively();
    }

    @Test
    void theEndOfARunThatIsShownNoMoreEndsNothing() {
        lectern.lead(LONG);
        lead("/lead");
        TrainingChart chart = $(TrainingChart.class).single();
        ComponentUtil.fireEvent(chart, new TrainingChart.RunEnd(chart, true, "cancelled", "stream/runs/another"));
        assertThat(isThere("pause-training")).isTrue();
        ComponentUtil.fireEvent(chart, new TrainingChart.RunEnd(chart, true, "finished", scene().run()));
        assertThat(isThere("pause-training")).isFalse();
        assertThat(isThere("start-again")).isTrue();
    }

    @Test
    void aMatrixIsLedByItsLinkAndByWhatTheHandMakesOfIt() {
        lead("/lead");
        pasteLink(MATRIX);
        assertThat(scene().led().query()).contains("2,1");
        leadAnew();
        SpectrumLab lab = $(SpectrumLab.class).single();
        assertThat(lab.getElement().getAttribute("followed")).isEqualTo("2,1;1,3");
        assertThat(has(lab, "live")).isTrue();
        ComponentUtil.fireEvent(lab, new SpectrumLab.MatrixMove(lab, true, "2,1;1,7"));
        assertThat(scene().led().settings().get("matrix")).containsExactly("2,1;1,7");
        assertThat(lab.getElement().getAttribute("followed")).as("what it made itself is not told back").isEqualTo("2,1;1,3");
        for (String bad : new String[] {"", "1,2", "<script>", "1,2;3,x"}) {
            ComponentUtil.fireEvent(lab, new SpectrumLab.MatrixMove(lab, true, bad));
        }
        assertThat(scene().led().settings().get("matrix")).containsExactly("2,1;1,7");
        lectern.lead(SurfaceExperiment.initial());
        Scene race = scene();
        ComponentUtil.fireEvent(lab, new SpectrumLab.MatrixMove(lab, true, "5,1;1,7"));
        assertThat(scene()).as("a late hand changes nothing").isEqualTo(race);
    }

    @Test
    void aStudentSeesTheMatrixAndCanChangeNothingOfIt() {
        lectern.lead(MATRIX);
        join();
        Element page = $(SpectrumLab.class).single().getElement().getParent();
        assertThat(page.hasAttribute("hidden")).isFalse();
        assertThat($(TrainingChart.class).single().getElement().hasAttribute("hidden")).isTrue();
        String html = page.getOuterHTML();
        assertThat(html).contains("<matrix-editor still", "still").doesNotContain("live");
        lectern.lead(SurfaceExperiment.initial());
        open("class");
        open("class/" + code);
        assertThat($(SpectrumLab.class).single().getElement().getParent().hasAttribute("hidden")).isTrue();
    }

    @Test
    void aTeacherBringsTheClassToPagesThatItCanBeOn() {
        TestSignIn.as(teacher);
        BringHere bring = new BringHere(rooms, teacher.id(), code, pages);
        assertThat(bring.to("lesson/adagrad#the-algorithm")).isEqualTo("All are brought to “Adagrad: The algorithm”.");
        assertThat(bring.to("exercises/distances?part=2")).isEqualTo("All are brought to “Turning keeps distances, part 2”.");
        assertThat(bring.to("lesson/adagrad#the-algorithm")).contains("The algorithm");
        assertThat(lectern.room().board().visit()).contains("lesson/adagrad#the-algorithm");
        for (String bad : new String[] {"account", "class/" + code + "/lead", "", "javascript:alert(1)", "lesson/a#b c"}) {
            assertThat(bring.to(bad)).as(bad).startsWith("That is no page that a class can be on");
        }
        assertThat(lectern.room().board().visit()).contains("lesson/adagrad#the-algorithm");
        BringHere another = new BringHere(rooms, new TeacherId(UUID.randomUUID()), code, pages);
        assertThat(another.to("lesson/adagrad")).startsWith("You have no room with the code");
        for (String path : new String[] {"lesson/adagrad", "exercises/distances", "lab/surface"}) {
            bring.show(path);
            assertThat(bring.isVisible()).as(path).isTrue();
        }
        for (String path : new String[] {"account", "class/mine", "", "licences"}) {
            bring.show(path);
            assertThat(bring.isVisible()).as(path).isFalse();
        }
        lectern.close();
        assertThat(bring.to("lesson/adagrad")).contains("closed");
    }

    @Test
    void theWallShowsTheMatrix() {
        TestSignIn.as(teacher);
        lectern.lobby(false);
        lectern.lead(MATRIX);
        open("class/" + code + "/projector");
        Element picture = $(SpectrumLab.class).single().getElement().getParent();
        assertThat(picture.hasAttribute("hidden")).isFalse();
        assertThat(picture.getOuterHTML()).contains("wall", "still");
        lectern.lead(SurfaceExperiment.initial());
        open("class");
        open("class/" + code + "/projector");
        assertThat($(SpectrumLab.class).single().getElement().getParent().hasAttribute("hidden")).isTrue();
    }
}
