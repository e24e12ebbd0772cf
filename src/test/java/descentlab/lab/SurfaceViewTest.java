package descentlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import descentlab.element.Nearness;
import descentlab.element.DropDown;
import descentlab.element.DropDowns;
import descentlab.element.LogSlider;
import descentlab.element.Marker;
import descentlab.element.Race;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The surface lab's view without a browser. */
@SpringBootTest
class SurfaceViewTest extends SpringBrowserlessTest {

    private static final int MOST_NODES = 136;

    private void open(String query) {
        UI.getCurrent().navigate("lab/surface", QueryParameters.fromString(query));
        Nearness.ofAll();
    }

    private String run() {
        return $(Race.class).single().getElement().getAttribute("run");
    }

    private TextField field(String label) {
        return $(TextField.class).withCondition(field -> label.equals(field.getLabel())).single();
    }

    /** As the browser tells of it: to the element. */
    private void press(String label) {
        Element button = $(NativeButton.class)
                .withCondition(each -> label.equals(each.getElement().getAttribute("aria-label")))
                .single()
                .getElement();
        button.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(button, "click", JacksonUtils.createObjectNode()));
    }

    @Test
    void opensOnTheChaptersRaceAlreadyRunning() {
        open("");
        assertThat(run()).startsWith("stream/runs/");
        assertThat($(LogSlider.class).all()).extracting(LogSlider::getValue).containsExactly(0.4, 0.1, 2.0);
        assertThat($(Race.class).single().getElement().getAttribute("field")).isEqualTo("objective=ellipse&rotate=0");
    }

    @Test
    void aLinkSetsEveryControl() {
        open("objective=rotated&start=1,2&steps=50&noise=0.5&seed=7&run=torch.adagrad(lr=0.3)");
        assertThat($(LogSlider.class).single().getValue()).isEqualTo(0.3);
        assertThat(field("Start x₁, x₂").getValue()).isEqualTo("1, 2");
        assertThat(field("Steps").getValue()).isEqualTo("50");
        assertThat(field("Gradient noise").getValue()).isEqualTo("0.5");
        assertThat(field("Seed").getValue()).isEqualTo("7");
    }

    @Test
    void aFieldRefusesWhatALinkWouldAndKeepsTheRun() {
        open("");
        String before = run();
        test(field("Steps")).setValue("1000000");
        assertThat(field("Steps").isInvalid()).isTrue();
        assertThat(field("Steps").getErrorMessage()).contains("at most 20000");
        assertThat(run()).isEqualTo(before);

        test(field("Steps")).setValue("30");
        assertThat(field("Steps").isInvalid()).isFalse();
        assertThat(run()).isNotEqualTo(before);
    }

    @Test
    void aBranchIsARowWhoseSettingsAreItsLastStages() {
        open("run=adagrad(lr=0.4)&run=adagrad(lr=0.4)~8~sgd(lr=0.1)");
        assertThat($(LogSlider.class).all()).extracting(LogSlider::getValue).containsExactly(0.4, 0.1);
        press("Settings of Adagrad, then Gradient descent");
        String before = run();
        test(field("schedule")).setValue("cosine(10)");
        assertThat(run()).isNotEqualTo(before);
        test(field("Steps")).setValue("8");
        assertThat(field("Steps").getErrorMessage()).contains("the handover at 8 steps");
        press("Remove Adagrad, then Gradient descent");
        test(field("Steps")).setValue("7");
        assertThat(field("Steps").isInvalid()).isFalse();
    }

    @Test
    void whatIsTypedIsUnderstoodAndShownAsLinksHaveIt() {
        open("");
        test(field("Start x₁, x₂")).setValue("(−5, −2,5)");
        assertThat(field("Start x₁, x₂").getErrorMessage()).contains("decimal points").contains("-5, -2.5");
        test(field("Start x₁, x₂")).setValue("(−4, 1/2)");
        assertThat(field("Start x₁, x₂").isInvalid()).isFalse();
        assertThat(field("Start x₁, x₂").getValue()).isEqualTo("-4, 0.5");
        test(field("Gradient noise")).setValue("0,25");
        assertThat(field("Gradient noise").getValue()).isEqualTo("0.25");
        test(field("f(x₁, x₂), typed")).setValue("x² + 2y(y - 1)");
        assertThat(field("f(x₁, x₂), typed").getValue()).isEqualTo("x1^2+2*x2*(x2-1)");
        test(field("f(x₁, x₂), typed")).setValue("1/2x");
        assertThat(field("f(x₁, x₂), typed").getErrorMessage()).contains("1/(2*x1)");
        press("Settings of Momentum");
        test(field("beta")).setValue("4/5");
        assertThat(field("beta").getValue()).isEqualTo("0.8");
    }

    @Test
    void removingAnOptimizerStartsTheRaceOfTheRest() {
        open("run=sgd(lr=0.4)&run=adagrad(lr=2)");
        String before = run();
        press("Remove Gradient descent");
        assertThat($(LogSlider.class).all()).hasSize(1);
        assertThat(run()).isNotEqualTo(before);
    }

    @Test
    void aSecondRunOfAnOptimizerHasItsOwnMarkInTheListAsOnThePlot() {
        open("run=sgd(lr=0.4)&run=adagrad(lr=2)&run=sgd(lr=0.1)&run=sgd(lr=0.2)");
        assertThat($(Marker.class).all())
                .extracting(marker -> marker.getElement().getAttribute("appearance"))
                .containsExactly("0", "0", "1", "2");
    }

    @Test
    void anObjectiveThatIsChosenIsRaced() {
        open("");
        DropDown<?> objective = $(DropDown.class)
                .withCondition(each -> each.getAriaLabel().filter("Objective"::equals).isPresent())
                .single();
        DropDowns.choose(objective, "Rosenbrock");
        assertThat($(Race.class).single().getElement().getAttribute("field")).startsWith("objective=rosenbrock");
    }

    @Test
    void settingsAreMadeWhenTheyAreOpenedAndBelongToTheRace() {
        open("run=adagrad(lr=2)");
        assertThat($(TextField.class).withCondition(field -> "power".equals(field.getLabel())).all()).isEmpty();
        press("Settings of Adagrad");
        String before = run();
        test(field("power")).setValue("0.75");
        assertThat(run()).isNotEqualTo(before);
    }

    /** What the server keeps of a page that somebody looks at: see the record on what a page holds. */
    @Test
    void aFreshPageIsMadeOfFewNodes() {
        open("");
        AtomicInteger nodes = new AtomicInteger();
        UI.getCurrent().getElement().getNode().visitNodeTree(node -> nodes.incrementAndGet());
        assertThat(nodes).hasValueLessThanOrEqualTo(MOST_NODES);
    }
}
