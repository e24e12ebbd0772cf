package descentlab.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;
import descentlab.element.PictureTaker;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import descentlab.python.Dialect;
import descentlab.python.Scripts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** The dialog of scripts without a browser. */
@ViewPackages(packages = "descentlab.controls")
@ContextConfiguration(classes = TakeAwayTest.NoBeans.class)
class TakeAwayTest extends SpringBrowserlessTest {

    static class NoBeans {}

    private void open(TakeAway takeAway) {
        UI.getCurrent().add(takeAway);
        click("Take it away");
    }

    private static Permalink shown(Experiment experiment) {
        Permalink permalink = new Permalink("api/surface", "csv", "json");
        permalink.show(experiment);
        return permalink;
    }

    @Test
    void aLabHasItsNumbersThere() {
        open(TakeAway.ofLab(SurfaceExperiment::initial, shown(SurfaceExperiment.initial())));
        find(TabSheet.class).single().setSelectedIndex(Dialect.values().length + 1);
        assertThat(find(Anchor.class).withCondition(link -> link.hasClassName("button-link")).all())
                .extracting(Anchor::getText, Anchor::getHref)
                .containsExactly(
                        tuple("CSV", "api/surface.csv?" + SurfaceExperiment.initial().query()),
                        tuple("JSON", "api/surface.json?" + SurfaceExperiment.initial().query()));
    }

    private void click(String text) {
        test(find(Button.class).withCondition(button -> button.getText().equals(text)).single()).click();
    }

    private String code() {
        return find(Pre.class).single().getText();
    }

    @Test
    void showsTheExperimentAsItStandsWhenItIsOpened() {
        AtomicReference<Experiment> now = new AtomicReference<>(SurfaceExperiment.initial());
        open(TakeAway.ofLab(now::get, shown(now.get())));
        assertThat(code()).contains("STEPS = 20", "import numpy");
        click("Close");
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        now.set(SurfaceExperiment.initial().withSteps(7));
        click("Take it away");
        assertThat(code()).contains("STEPS = 7");
    }

    @Test
    void theOtherTabHasTheOtherLibrary() {
        open(TakeAway.ofLab(SurfaceExperiment::initial, shown(SurfaceExperiment.initial())));
        find(TabSheet.class).single().setSelectedIndex(1);
        assertThat(find(Pre.class).withAttribute("aria-label", "Script for PyTorch").single().getText())
                .contains("import torch")
                .doesNotContain("numpy");
    }

    @Test
    void aScriptIsReachedByKeyboardAndCanBeSaved() {
        open(TakeAway.ofFigure(new Div(), "A diagram", () -> new Scripts(List.of(
                new Scripts.Program(Dialect.NUMPY, "print(1)\n", Optional.of(() -> "{}"), "")))));
        Pre code = find(Pre.class).single();
        assertThat(code.getText()).isEqualTo("print(1)\n");
        assertThat(code.getElement().getAttribute("tabindex")).isEqualTo("0");
        assertThat(code.getElement().getAttribute("aria-label")).isEqualTo("Script for NumPy");
        assertThat(find(Anchor.class).all())
                .extracting(anchor -> anchor.getElement().getAttribute("download"))
                .containsExactly("descent_numpy.py", "descent_numpy.ipynb");
    }

    @Test
    void aLabHasPicturesToo() {
        open(TakeAway.ofLab(SurfaceExperiment::initial, shown(SurfaceExperiment.initial())));
        assertThat(find(PictureTaker.class).all()).isEmpty();
        find(TabSheet.class).single().setSelectedIndex(Dialect.values().length);
        assertThat(find(PictureTaker.class).single().getElement().getAttribute("of"))
                .isEqualTo(Titles.of(SurfaceExperiment.initial()));
    }

    @Test
    void aFigureHasPicturesOfWhatItIsCalled() {
        open(TakeAway.ofFigure(new Div(), "Steps by condition", () -> new Scripts(List.of())));
        assertThat(find(PictureTaker.class).single().getElement().getAttribute("of")).isEqualTo("Steps by condition");
    }

    @Test
    void whereALibraryHasNoneItSaysWhy() {
        open(TakeAway.ofFigure(new Div(), "A diagram", () -> new Scripts(List.of(
                new Scripts.Program(Dialect.KERAS, "", Optional.empty(), "There is no script for Keras.")))));
        assertThat(find(Pre.class).all()).isEmpty();
        assertThat(find(Paragraph.class).single().getText()).isEqualTo("There is no script for Keras.");
    }
}
