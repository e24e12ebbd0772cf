package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import descentlab.account.TestSignIn;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.TryTask;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.plan.Act;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanException;
import descentlab.plan.PlanReader;
import descentlab.plan.PlanWriter;
import descentlab.plan.RoomAsPlan;
import descentlab.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a class was led through, as a plan. */
class RoomAsPlanTest extends RoomPages {

    private static final SurfaceExperiment RACE = SurfaceExperiment.initial();

    private void moments(int many) throws InterruptedException {
        for (int i = 0; i < 500 && lectern.room().journal().moments().size() < many; i++) {
            Thread.sleep(10);
        }
        assertThat(lectern.room().journal().moments()).hasSize(many);
    }

    private Plan plan() {
        Plan made = RoomAsPlan.of(lectern.room());
        assertThat(PlanReader.read(PlanWriter.write(made))).as("it can be kept").isEqualTo(made);
        return made;
    }

    @Test
    void whatWasShownAskedTriedAndVisitedByHandIsEachAStep() throws Exception {
        lectern.lead(TrainingExperiment.initial());
        lectern.ask(OwnQuestionFields.read(Map.of("ask", "text", "question", "Why?")));
        lectern.putAway();
        lectern.lead(RACE);
        lectern.tryOut(TryTask.of(TryTask.Vary.RATE, RACE, 2));
        lectern.endTry();
        lectern.visit("lesson/adagrad");
        lectern.endVisit();
        moments(6);
        List<Step> steps = plan().steps();
        assertThat(steps).extracting(step -> step.act().getClass().getSimpleName()).containsExactly("Ask", "Try", "Visit");
        assertThat(steps.get(0).act()).isEqualTo(new Act.Ask(
                Optional.<Experiment>of(TrainingExperiment.initial()),
                OwnQuestionFields.read(Map.of("ask", "text", "question", "Why?")),
                false));
        assertThat(steps.get(1).act()).isInstanceOfSatisfying(Act.Try.class, tried -> {
            assertThat(tried.vary()).isEqualTo(TryTask.Vary.RATE);
            assertThat(tried.race().runs()).containsExactly(RACE.runs().get(2));
        });
    }

    @Test
    void theStepsOfAPlanKeepTheirTitlesNotesAndMinutes() throws Exception {
        Plan led = PlanReader.read("""
                title: Two rates
                steps:
                - title: Look first
                  note: Say it slowly.
                  minutes: 3
                  show: lab/surface?objective=beale&start=1,1&steps=20&run=sgd(lr=0.01)
                - title: Talk
                  timer: 2
                - title: Guess
                  ask: choice
                  question: Which?
                  options: |
                    a
                    * b
                - title: Never come to
                  visit: lesson/adagrad
                """);
        Conductor conductor = new Conductor(lectern);
        conductor.begin(led);
        for (int i = 0; i < 3; i++) {
            conductor.go(i).get(20, TimeUnit.SECONDS);
        }
        lectern.lead("lab/training?data=airfoil&model=linear&batch=10&run=sgd(lr=0.01)");
        moments(6);
        List<Step> steps = plan().steps();
        assertThat(steps.subList(0, 3)).isEqualTo(led.steps().subList(0, 3));
        assertThat(steps).hasSize(4);
        assertThat(steps.get(3).title()).isEqualTo("Gradient descent 0.01 on Airfoil self-noise, Linear regression");
    }

    @Test
    void ofNothingThereIsNoPlan() {
        assertThatThrownBy(() -> RoomAsPlan.of(lectern.room()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("Nothing was shown or asked");
    }

    @Test
    void aPlanIsLedFromWhereItIsWritten() throws Exception {
        lectern.lead(TrainingExperiment.initial());
        moments(1);
        TestSignIn.as(teacher);
        lead("/report");
        test($(Button.class).withId("make-plan").single()).click();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).startsWith("class/plans/");
        test($(Button.class).withId("lead-plan").single()).click();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).matches("class/[A-Z0-9]{8}/lead");
        assertThat(rooms.of(teacher.id())).hasSize(2);
    }
}
