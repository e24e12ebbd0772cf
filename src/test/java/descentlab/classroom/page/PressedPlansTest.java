package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import descentlab.classroom.Poll;
import descentlab.classroom.Scene;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanWriter;
import descentlab.plan.Plans;
import descentlab.pressed.Press;
import descentlab.pressed.PressedPlan;
import descentlab.prose.Prose;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated class is told of the ready plans is what the application does with them, press for press. */
class PressedPlansTest extends RoomPages {

    @Autowired
    private Plans plans;

    @Autowired
    private TakenAlong along;

    private static JsonNode frame(Scene scene) {
        String kind = switch (scene.led()) {
            case SurfaceExperiment race -> "race";
            case TrainingExperiment training -> "training";
            case SpectrumExperiment matrix -> "spectrum";
        };
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", kind)
                .put("field", scene.field())
                .put("playing", scene.playing())
                .put("run", scene.run());
    }

    private JsonNode frame() {
        return frame(lectern.room().scene());
    }

    @Test
    void eachPressDoesWhatTheClassWaitsFor() throws Exception {
        Conductor conductor = new Conductor(lectern);
        for (Plans.Entry entry : plans.ready()) {
            Plan plan = plans.find(teacher.id(), entry.id()).orElseThrow();
            PressedPlan pressed = PressedPlan.read(PlanWriter.write(plan));
            conductor.begin(plan);
            assertThat(pressed.title()).isEqualTo(plan.title());
            for (Press press : pressed.presses()) {
                String where = entry.id() + ", step " + press.step() + ": " + press.kind().words();
                assertThat(conductor.nextWords()).as(where).isEqualTo(press.button());
                JsonNode before = frame();
                conductor.next().get(60, TimeUnit.SECONDS);
                assertThat(conductor.place().orElseThrow().at() + 1).as(where).isEqualTo(press.step());
                press.sight().scene(before.path("run").asString()).ifPresent(scene -> {
                    assertThat(scene.test(before)).as(where + ", before").isFalse();
                    assertThat(scene.test(frame())).as(where + ", after").isTrue();
                });
                if (press.fromPage() && (press.kind().isQuestion() || press.kind() == Press.Kind.TRY)) {
                    assertThat(press.sight().message().orElseThrow().test("'first-words'" + ClassWords.of(lectern.room()))).as(where).isTrue();
                }
                if (press.kind() == Press.Kind.VISIT) {
                    String page = lectern.room().board().visit().orElseThrow();
                    assertThat(press.sight().message().orElseThrow().test(told(page))).as(where + ": " + page).isTrue();
                }
                if (press.kind().isQuestion()) {
                    Poll poll = lectern.room().board().poll().orElseThrow();
                    assertThat((press.fromPage() ? press.live() : press.sight()).message().orElseThrow().test(words(poll) + "\"room-link\""))
                            .as(where + ": " + poll.text())
                            .isTrue();
                    assertThat(pressed.isSettled(press)).as(where).isEqualTo(poll.isScored());
                }
            }
            assertThat(conductor.nextWords()).as(entry.id()).isEmpty();
        }
    }

    /** What a page is told of the first words of another one. */
    private String told(String page) {
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        along.to(UI.getCurrent(), page);
        String told = UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(call -> call.getExpression() + JsonMapper.shared().valueToTree(call.getParameters()))
                .collect(Collectors.joining());
        along.stay(UI.getCurrent());
        return told;
    }

    /** As a page is told them. */
    private static String words(Poll poll) {
        return poll.isOfRace() ? '"' + poll.text() + '"' : Prose.of(poll.text()).getElement().getOuterHTML();
    }
}
