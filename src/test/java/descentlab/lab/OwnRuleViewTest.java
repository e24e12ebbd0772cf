package descentlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import descentlab.controls.BranchForm;
import descentlab.element.DropDown;
import descentlab.element.DropDowns;
import descentlab.element.Marker;
import descentlab.element.Nearness;
import descentlab.element.Race;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Rules of one's own in a lab, without a browser. */
@SpringBootTest
class OwnRuleViewTest extends SpringBrowserlessTest {

    private void open(String query) {
        UI.getCurrent().navigate("lab/surface", QueryParameters.fromString(query));
        Nearness.ofAll();
    }

    private String run() {
        return $(Race.class).single().getElement().getAttribute("run");
    }

    private TextArea rule() {
        return $(TextArea.class).withCondition(area -> "Rule".equals(area.getLabel())).single();
    }

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
    void anOptimizerIsShownAsARuleAndChanged() {
        open("run=momentum(lr=0.1,beta=0.8)");
        press("Settings of Momentum");
        String before = run();
        press("Show me as a rule: Momentum");
        assertThat(run()).isNotEqualTo(before);
        assertThat($(Marker.class).single().getElement().getAttribute("optimizer")).isEqualTo("rule");
        assertThat(rule().getValue()).isEqualTo("param beta = 0.8\nv = beta*v+g\nx = x-lr*v");

        String asRule = run();
        test(rule()).setValue("param beta = 0.8\nv = beta*v+g\nx = x-lr*(v+q)");
        assertThat(rule().isInvalid()).isTrue();
        assertThat(rule().getErrorMessage()).startsWith("Line 3, character 13: ").contains("beta, v");
        assertThat(run()).isEqualTo(asRule);

        test(rule()).setValue("param beta = 0.8\nparam more = 2;\n\nv = beta*v+g\nx = x-lr*v*more\n");
        assertThat(run()).isNotEqualTo(asRule);
        test($(TextField.class).withCondition(field -> "more".equals(field.getLabel())).single()).setValue("3");
        assertThat(rule().isInvalid()).isFalse();
    }

    @Test
    void aRuleIsAddedAndReadFromALink() {
        open("run=sgd(lr=0.1)");
        DropDown<?> add = $(DropDown.class)
                .withCondition(each -> each.getAriaLabel().filter("Add an optimizer"::equals).isPresent())
                .single();
        DropDowns.choose(add, "Your own rule");
        press("Settings of Your own rule");
        assertThat(rule().getValue()).isEqualTo("param eps = 1e-6\ns = s+g^2\nx = x-lr*g/sqrt(s+eps)");

        open("run=rule(lr=0.1,a=0.5,do=x=x-lr*a*g)");
        press("Settings of Your own rule");
        assertThat(rule().getValue()).isEqualTo("x = x-lr*a*g");
        String before = run();
        test(rule()).setValue("x = x - lr*a*g*2");
        assertThat(run()).isNotEqualTo(before);
    }

    @Test
    void aRunByARuleCanGoOnByItsRule() {
        SurfaceExperiment race = SurfaceExperiment.initial()
                .withRuns(List.of(OptimizerSpec.parse("rule(lr=0.2,a=0.5,do=v=a*v+g;x=x-lr*v)")));
        AtomicReference<Experiment> told = new AtomicReference<>();
        BranchForm form = new BranchForm("step", false, told::set);
        UI.getCurrent().add(form);
        form.open(race, 0, run -> 5);
        test($(Button.class).withCondition(button -> "Go on".equals(button.getText())).single()).click();
        assertThat(MethodSpec.print(told.get().runs().getLast()))
                .isEqualTo("rule(lr=0.2,a=0.5,do=v=a*v+g;x=x-lr*v)~5~rule(lr=0.1,a=0.5,do=v=a*v+g;x=x-lr*v,keep=true)");
    }
}
