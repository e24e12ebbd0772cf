package descentlab.controls;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import descentlab.experiment.Experiment;
import descentlab.python.PythonScript;
import descentlab.python.Scripts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** A quiet button that shows an experiment, or what else has scripts, as programs in Python to be copied or saved. */
@StyleSheet("descentlab/controls.css")
public final class AsPython extends Composite<Button> {

    /** Where scripts look for this application until the browser has said where it is. */
    private static final String USUAL_SERVER = "http://localhost:8080/";

    /** What is shown when somebody asks. */
    private final Supplier<Component> content;

    private String server = USUAL_SERVER;

    private AsPython(Function<AsPython, Component> content) {
        this.content = () -> content.apply(this);
        Button button = getContent();
        button.setText("As Python");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("as-python");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.addClickListener(click -> open());
    }

    /** @param experiment gives the experiment as it stands */
    public static AsPython ofExperiment(Supplier<Experiment> experiment) {
        return new AsPython(button -> sheet(experiment.get(), button.server));
    }

    /** @param scripts gives the scripts as they stand */
    public static AsPython ofScripts(Supplier<Scripts> scripts) {
        return new AsPython(button -> sheet(scripts.get()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs("return document.baseURI").then(String.class, base -> server = base);
    }

    private void open() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("As Python");
        dialog.setWidth("min(880px, 100vw - 16px)");
        dialog.add(content.get());
        Button close = new Button("Close", click -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static Component sheet(Experiment experiment, String server) {
        return Scripts.of(experiment, server)
                .<Component>map(AsPython::sheet)
                .orElseGet(() -> new Paragraph(PythonScript.whyNone(experiment).orElse("There is no script for this.")));
    }

    private static Component sheet(Scripts scripts) {
        TabSheet sheet = new TabSheet();
        sheet.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        sheet.add("NumPy", script("NumPy", scripts.numpy()));
        sheet.add("PyTorch", script("PyTorch", scripts.torch()));
        return sheet;
    }

    private static Component script(String library, String text) {
        Pre code = new Pre(text);
        // What scrolls must be reached by the keyboard.
        code.getElement().setAttribute("tabindex", "0");
        code.getElement().setAttribute("role", "region");
        code.getElement().setAttribute("aria-label", "Script for " + library);
        Span copied = new Span();
        copied.getElement().setAttribute("role", "status");
        Button copy = new Button("Copy", click -> copy(text, copied));
        Div actions = new Div(copy, download(library, text), copied);
        actions.addClassName("python-actions");
        Div script = new Div(actions, code);
        script.addClassName("python-script");
        return script;
    }

    private static Anchor download(String library, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String file = "descent_" + library.toLowerCase(Locale.ROOT) + ".py";
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), file, "text/x-python", bytes.length)),
                "Download .py");
        download.getElement().setAttribute("download", file);
        return download;
    }

    private static void copy(String text, Span say) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        // The clipboard is there on secure origins only.
                        "return navigator.clipboard ? navigator.clipboard.writeText($0).then(() => true,"
                                + " () => false) : false",
                        text)
                .then(Boolean.class, copied -> say.setText(
                        copied ? "Copied." : "Select the text and copy it: this page may not."));
    }
}
