package descentlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import descentlab.element.DropDown;
import descentlab.element.DropDowns;
import descentlab.element.ImageInsight;
import descentlab.element.TrainingChart;
import descentlab.model.Norm;
import descentlab.run.RunId;
import descentlab.run.RunService;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The training lab's view without a browser. */
@SpringBootTest
class TrainingViewTest extends SpringBrowserlessTest {

    private static final List<String> RUN_BUTTONS = List.of("Run", "Run again", "Stop");

    @Autowired
    private RunService runs;

    private void open(String query) {
        UI.getCurrent().navigate("lab/training", QueryParameters.fromString(query));
    }

    private String run() {
        return $(TrainingChart.class).single().getElement().getAttribute("run");
    }

    private Button runButton() {
        return $(Button.class).withCondition(button -> RUN_BUTTONS.contains(button.getText())).single();
    }

    private TextField field(String label) {
        return $(TextField.class).withCondition(field -> label.equals(field.getLabel())).single();
    }

    @SuppressWarnings("unchecked")
    private <T> DropDown<T> select(String label) {
        return $(DropDown.class)
                .withCondition(select -> select.getAriaLabel().filter(label::equals).isPresent())
                .single();
    }

    private DropDown<?> choice(String label) {
        return $(DropDown.class).withCondition(each -> label.equals(each.getElement().getProperty("label"))).single();
    }

    @Test
    void opensOnARunOfItsOwn() {
        open("");
        assertThat(run()).startsWith("stream/runs/");
        assertThat(runButton().getText()).isIn("Stop", "Run again");
    }

    @Test
    void openedAgainItTakesUpTheSameRun() {
        open("epochs=3&run=sgd(lr=0.02)");
        String before = run();
        awaitEnd(before);
        open("");
        open("epochs=3&run=sgd(lr=0.02)");
        assertThat(run()).isEqualTo(before);
    }

    private void awaitEnd(String streamUrl) {
        RunId id = RunId.of(streamUrl.substring(streamUrl.lastIndexOf('/') + 1)).orElseThrow();
        Awaitility.await().until(() -> runs.find(id).orElseThrow().ended());
    }

    @Test
    void aSmallTrainingRunsAgainAtEachChange() {
        open("epochs=2&run=sgd(lr=0.03)");
        String before = run();
        test(field("Epochs")).setValue("4");
        assertThat(run()).isNotEqualTo(before);
    }

    /** Whatever is set while it is under way. */
    @Test
    void aLargeOneWaitsToBeAskedAndCanBeHeldAndStopped() {
        open("data=zipf-text&epochs=1000&every=1000&run=sgd(lr=0.03)");
        String before = run();
        test(field("Batch size")).setValue("5");
        assertThat(run()).isEqualTo(before);
        assertThat(words()).contains("Settings changed since this run.");
        test(button("Pause")).click();
        assertThat($(TrainingChart.class).single().isPaused()).isTrue();
        test(button("Continue")).click();
        assertThat($(TrainingChart.class).single().isPaused()).isFalse();
        test(button("Stop")).click();
        awaitEnd(before);
        test(button("Run")).click();
        String after = run();
        assertThat(after).isNotEqualTo(before);
        test(button("Stop")).click();
        awaitEnd(after);
    }

    /** What was left in the middle is not taken for what was asked. */
    @Test
    void whatIsComeBackToIsRunToItsEnd() {
        String large = "data=zipf-text&epochs=1000&every=1000&run=sgd(lr=0.04)";
        open(large + "&seed=1");
        String left = run();
        open(large + "&seed=2");
        awaitEnd(left);
        open(large + "&seed=1");
        String again = run();
        assertThat(again).isNotEqualTo(left);
        test(button("Stop")).click();
        awaitEnd(again);
    }

    private Button button(String text) {
        return $(Button.class).withCondition(button -> button.getText().equals(text)).single();
    }

    @Test
    void aFieldRefusesWhatALinkWould() {
        open("");
        test(field("Batch size")).setValue("none");
        assertThat(field("Batch size").getErrorMessage()).contains("a whole number from 1 to 1500");
    }

    @Test
    void anOptimizerThatNeedsMoreThanGradientsIsNamedInTheNotice() {
        open("run=newton(lr=1)");
        assertThat(view().getElement().getTextRecursively()).contains("an optimizer that needs gradients only");
    }

    @Test
    void anExampleThatIsChosenRunsAtOnceAndSaysWhatToLookAt() {
        open("");
        String before = run();
        DropDowns.choose(select("Worked examples"), WorkedExample.SCRATCH_AND_CONCISE.title());
        assertThat(run()).isNotEqualTo(before);
        assertThat(words()).contains(WorkedExample.SCRATCH_AND_CONCISE.look(), "MSELoss");
        assertThat($(UnorderedList.class).single().getChildren()).hasSize(4);
    }

    @Test
    void anExampleThatIsChangedIsNoneAnyMore() {
        open("");
        assertThat(this.<WorkedExample>select("Worked examples").getValue()).isEqualTo(WorkedExample.THREE_ON_AIRFOIL);
        test(field("Epochs")).setValue("4");
        assertThat(this.<WorkedExample>select("Worked examples").getValue()).isNull();
    }

    @Test
    void theDataBringsItsModelItsLimitsAndItsWords() {
        open("");
        assertThat(words()).contains("CC BY 4.0", "Linear regression");
        DropDowns.choose(select("Data"), "Zipf text, synthetic");
        assertThat(this.<WorkedExample>select("Worked examples").getValue()).isEqualTo(WorkedExample.RARE_WORDS);
        assertThat(words()).contains("Logistic regression", "Synthetic: made by this application");
        test(field("Batch size")).setValue("8000");
        assertThat(field("Batch size").isInvalid()).isFalse();
    }

    /** One page for both: what belongs to the other kind goes, what runs is another. */
    @Test
    void fromATableToPicturesAndBack() {
        open("");
        String table = run();
        DropDowns.choose(select("Data"), "Silhouettes (synthetic)");
        assertThat(run()).isNotEqualTo(table);
        assertThat(words()).contains("LeNet", "At first LeNet guesses", "no photograph is in it");
        assertThat(shown(TextField.class, TextField::getLabel)).contains("Pictures").doesNotContain("Evaluate every");
        assertThat($(ImageInsight.class).single().isVisible()).isTrue();
        assertThat($(Button.class).withCondition(button -> button.getText().equals("Stop")).single().isVisible()).isTrue();
        test(button("Stop")).click();
        awaitEnd(run());
        DropDowns.choose(select("Data"), "Airfoil self-noise");
        assertThat(words()).contains("Linear regression").doesNotContain("At first LeNet guesses");
        assertThat(shown(TextField.class, TextField::getLabel)).contains("Evaluate every").doesNotContain("Pictures");
        assertThat($(ImageInsight.class).all()).isEmpty();
    }

    @Test
    void aNormIsSaidByWhichStatisticsItNormalizes() {
        open("data=digits&model=mlp&hidden=16&epochs=1&run=sgd(lr=0.1)");
        assertThat(words()).doesNotContain("pictures that train");
        DropDowns.choose(choice("Normalize sums"), Norm.BATCH.title());
        assertThat(words()).contains("first 2000 pictures that train");
        test(field("Batch size")).setValue("1");
        assertThat(field("Batch size").getErrorMessage()).contains("leaves no picture alone");
        DropDowns.choose(choice("Normalize sums"), Norm.NONE.title());
        assertThat(words()).doesNotContain("pictures that train");
    }

    private <C extends Component> List<String> shown(Class<C> type, Function<C, String> label) {
        return $(type).all().stream().map(label).filter(Objects::nonNull).toList();
    }

    private String words() {
        return view().getElement().getTextRecursively();
    }

    private Component view() {
        return (Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }
}
