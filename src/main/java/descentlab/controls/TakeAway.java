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
import descentlab.element.PictureTaker;
import descentlab.experiment.Experiment;
import descentlab.experiment.Titles;
import descentlab.python.Scripts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A quiet button that shows an experiment, or what else has scripts, as programs in Python and notebooks to be copied or saved, and its
 * plots as pictures.
 */
@StyleSheet("descentlab/controls.css")
public final class TakeAway extends Composite<Button> {

    private static final String TITLE = "Take it away";

    /** Where scripts look for this application until the browser has said where it is. */
    private static final String USUAL_SERVER = "http://localhost:8080/";

    /** What is shown when somebody asks. */
    private final Supplier<Component> content;

    private String server = USUAL_SERVER;

    private TakeAway(Function<TakeAway, Component> content) {
        this.content = () -> content.apply(this);
        Button button = getContent();
        button.setText(TITLE);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("take-away");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.addClickListener(click -> open());
    }

    /**
     * Of a lab, whose plots can be had as pictures too, and its numbers as data.
     *
     * @param experiment gives the experiment as it stands
     * @param permalink has its data
     */
    public static TakeAway ofLab(Supplier<Experiment> experiment, Permalink permalink) {
        return new TakeAway(button -> {
            TabSheet sheet = sheet(Scripts.of(experiment.get(), button.server), new PictureTaker(Titles.of(experiment.get())));
            sheet.add("Numbers", permalink.numbers());
            return sheet;
        });
    }

    /**
     * Of an experiment in a figure, whose plots can be had as pictures too, and no others of the page.
     *
     * @param experiment gives the experiment as it stands
     */
    public static TakeAway ofFigure(Component figure, Supplier<Experiment> experiment) {
        return new TakeAway(button -> sheet(
                Scripts.of(experiment.get(), button.server), new PictureTaker(Titles.of(experiment.get()), figure)));
    }

    /**
     * The same of what else has scripts.
     *
     * @param title what the figure shows, in words
     * @param scripts gives the scripts as they stand
     */
    public static TakeAway ofFigure(Component figure, String title, Supplier<Scripts> scripts) {
        return new TakeAway(button -> sheet(scripts.get(), new PictureTaker(title, figure)));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs("return document.baseURI").then(String.class, base -> server = base);
    }

    private void open() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(TITLE);
        dialog.setWidth("min(880px, 100vw - 16px)");
        dialog.add(content.get());
        Button close = new Button("Close", click -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static TabSheet sheet(Scripts scripts, PictureTaker pictures) {
        TabSheet sheet = new TabSheet();
        sheet.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        for (Scripts.Program program : scripts.all()) {
            sheet.add(
                    program.dialect().title(),
                    program.script().isEmpty() ? new Paragraph(program.whyNone()) : script(program));
        }
        sheet.add("Pictures", pictures);
        return sheet;
    }

    private static Component script(Scripts.Program program) {
        String text = program.script();
        String library = program.dialect().title();
        String file = "descent_" + library.toLowerCase(Locale.ROOT);
        Pre code = new Pre(text);
        // What scrolls must be reached by the keyboard.
        code.getElement().setAttribute("tabindex", "0");
        code.getElement().setAttribute("role", "region");
        code.getElement().setAttribute("aria-label", "Script for " + library);
        Span copied = new Span();
        copied.getElement().setAttribute("role", "status");
        Button copy = new Button("Copy", click -> copy(text, copied));
        Div actions = new Div(copy, download("Download .py", file + ".py", "text/x-python", () -> text));
        program.notebook().ifPresent(notebook ->
                actions.add(download("Notebook .ipynb", file + ".ipynb", "application/x-ipynb+json", notebook)));
        actions.add(copied);
        actions.addClassName("python-actions");
        Div script = new Div(actions, code);
        script.addClassName("python-script");
        return script;
    }

    /** What is saved is written when it is asked for, on the request's own thread. */
    private static Anchor download(String label, String file, String type, Supplier<String> text) {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
                }),
                label);
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
