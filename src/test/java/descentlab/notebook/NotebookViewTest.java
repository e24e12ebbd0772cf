package descentlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import descentlab.controls.LearnerAccess;
import descentlab.element.Nearness;
import descentlab.element.ExperimentKeeper;
import descentlab.element.Race;
import descentlab.element.RacePair;
import descentlab.element.SpectrumLab;
import descentlab.element.TrainingChart;
import descentlab.progress.KeptExperiment;
import descentlab.progress.LearnerToken;
import descentlab.progress.Notebook;
import descentlab.progress.Thumbnail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The notebook's pages, and what a lab keeps in it, without a browser. */
@SpringBootTest
class NotebookViewTest extends SpringBrowserlessTest {

    private static final String RACE = "objective=ellipse&rotate=0&start=-5,-2&steps=20&noise=0&seed=0&run=adagrad(lr=0.4)";

    @Autowired
    private Notebook notebook;

    private LearnerToken learner;

    @BeforeEach
    void who() {
        learner = LearnerAccess.current();
    }

    private void keep(String page, String query, String name) {
        notebook.keep(learner, page, query, name, Thumbnail.NONE);
    }

    private List<KeptExperiment> kept() {
        return notebook.of(learner);
    }

    private void open() {
        UI.getCurrent().navigate("notebook");
    }

    private List<String> titles() {
        return $(KeptCard.class).all().stream()
                .map(card -> card.getElement().getChild(1).getTextRecursively())
                .toList();
    }

    private Button button(String label) {
        return $(Button.class)
                .withCondition(each -> each.getText().equals(label)
                        || label.equals(each.getElement().getAttribute("aria-label")))
                .single();
    }

    private void select(String title) {
        test($(Checkbox.class).withCondition(box -> box.getAriaLabel().orElse("").equals("Select " + title)).single())
                .click();
    }

    private void rested() {
        var element = $(ExperimentKeeper.class).single().getElement();
        var data = JacksonUtils.createObjectNode();
        data.put("event.detail.thumbnail", "");
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "experiment-rested", data));
    }

    private void steps(String steps) {
        test($(TextField.class).withCondition(field -> "Steps".equals(field.getLabel())).single()).setValue(steps);
    }

    @Test
    void whatRestsAfterAChangeIsKeptAndWhatIsMuchTheSameReplacesIt() {
        UI.getCurrent().navigate("lab/surface", QueryParameters.fromString(RACE));
        Nearness.ofAll();
        assertThat(kept()).as("nothing was changed").isEmpty();
        steps("30");
        rested();
        assertThat(kept()).singleElement().satisfies(each -> assertThat(each.query()).contains("steps=30"));
        steps("40");
        rested();
        assertThat(kept()).singleElement().satisfies(each -> assertThat(each.query()).contains("steps=40"));
        notebook.note(learner, kept().getFirst().id(), "mine");
        steps("50");
        rested();
        assertThat(kept()).hasSize(2);
    }

    @Test
    void anEmptyNotebookSaysHowToFillIt() {
        open();
        assertThat($(KeptCard.class).all()).isEmpty();
        assertThat($(Anchor.class).withCondition(each -> each.getHref().equals("lab/surface")).all()).isNotEmpty();
    }

    @Test
    void namesAndNotesAreKeptAsTheyAreTyped() {
        keep("lab/surface", RACE, "");
        open();
        assertThat(titles()).containsExactly("Adagrad 0.4 on Ellipse");
        test($(TextField.class).withCondition(field -> "Name".equals(field.getLabel())).single()).setValue("the chapter's");
        assertThat(titles()).containsExactly("the chapter's");
        test($(TextArea.class).single()).setValue("slow along x1");
        open();
        assertThat(titles()).containsExactly("the chapter's");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("slow along x1");
        notebook.delete(learner, kept().getFirst().id());
        test($(TextArea.class).single()).setValue("too late");
        assertThat($(KeptCard.class).single().getElement().getTextRecursively()).contains("Not kept: this was deleted elsewhere.");
    }

    @Test
    void aLabsExperimentsCanBeShownAlone() {
        keep("lab/surface", RACE, "race");
        keep("lab/spectrum", "matrix=2,1;1,3", "matrix");
        open();
        assertThat(titles()).containsExactly("matrix", "race");
        NativeButton spectrum =
                $(NativeButton.class).withCondition(each -> each.getText().equals("Spectrum 1")).single();
        test(spectrum).click();
        assertThat(titles()).containsExactly("matrix");
    }

    @Test
    void whatIsDeletedCanBeTakenBack() {
        keep("lab/surface", RACE, "race");
        open();
        test(button("Delete race")).click();
        assertThat(kept()).isEmpty();
        assertThat($(KeptCard.class).all()).isEmpty();
        test(button("Take it back")).click();
        assertThat(titles()).containsExactly("race");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void twoOfOneLabAreCompared() {
        keep("lab/surface", RACE, "a");
        keep("lab/surface", RACE.replace("0.4", "2"), "b");
        keep("lab/spectrum", "matrix=2,1;1,3", "c");
        open();
        select("a");
        select("c");
        Anchor compare = $(Anchor.class).withCondition(each -> each.getText().equals("Compare")).all().stream()
                .findFirst()
                .orElse(null);
        assertThat(compare).as("shown for two of one lab").isNull();
        select("c");
        select("b");
        compare = $(Anchor.class).withCondition(each -> each.getText().equals("Compare")).single();
        UI.getCurrent().navigate("compare", QueryParameters.fromString(compare.getHref().split("\\?", 2)[1]));
        assertThat($(RacePair.class).single()).isNotNull();
        assertThat($(Race.class).all()).hasSize(2).allSatisfy(race ->
                assertThat(race.getElement().getAttribute("run")).startsWith("stream/runs/"));
        assertThat($(CompareView.class).single().getElement().getTextRecursively())
                .contains("Only the first has adagrad(lr=0.4).", "Only the second has adagrad(lr=2).");
    }

    @Test
    void twoTrainingsOnTheSameDataAreCompared() {
        compare("lab/training?data=airfoil&epochs=1&run=sgd(lr=0.01)", "lab/training?data=airfoil&epochs=2&run=sgd(lr=0.01)");
        assertThat($(TrainingChart.class).all()).hasSize(2);
        compare("lab/training?data=airfoil&epochs=1&run=sgd(lr=0.01)", "lab/training?data=zipf-text&epochs=1&run=sgd(lr=0.1)");
        assertThat($(TrainingChart.class).all()).isEmpty();
        assertThat($(CompareView.class).single().getElement().getTextRecursively()).contains("only losses on the same data");
    }

    @Test
    void twoMatricesAreComparedAndMixedKindsRefused() {
        compare("lab/spectrum?matrix=2,1;1,3", "lab/spectrum?matrix=2,0;0,3");
        assertThat($(SpectrumLab.class).all()).hasSize(2);
        compare("lab/spectrum?matrix=2,1;1,3", "lab/surface?" + RACE);
        assertThat($(SpectrumLab.class).all()).isEmpty();
        assertThat($(CompareView.class).single().getElement().getTextRecursively()).contains("only experiments of one lab");
        compare("lab/spectrum?matrix=x", "");
        assertThat($(CompareView.class).single().getElement().getTextRecursively()).contains("matrix was 'x'");
    }

    @Test
    void aSetIsSharedAndKept() {
        keep("lab/surface", RACE, "a");
        keep("lab/spectrum", "matrix=2,1;1,3", "c");
        open();
        select("a");
        select("c");
        Anchor share =
                $(Anchor.class).withCondition(each -> each.getText().equals("Open as a set to share")).single();
        String query = share.getHref().split("\\?", 2)[1];
        kept().forEach(each -> notebook.delete(learner, each.id()));
        UI.getCurrent().navigate("set", QueryParameters.fromString("name=Mine&e=nonsense&" + query));
        String text = $(SetView.class).single().getElement().getTextRecursively();
        assertThat(text).contains("Mine", "Experiment 1 cannot be read.", "Adagrad 0.4 on Ellipse", "Matrix 2,1;1,3");
        test(button("Keep all in my notebook")).click();
        assertThat(kept()).hasSize(2).allMatch(KeptExperiment::pinned);
        assertThat($(SetView.class).single().getElement().getTextRecursively()).contains("All 2 are kept.");
    }

    private static void compare(String one, String two) {
        UI.getCurrent().navigate("compare", new QueryParameters(Map.of("one", List.of(one), "two", List.of(two))));
    }
}
