package descentlab.controls;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import descentlab.element.UndoRedo;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address bar holds the experiment: keeps it so, shares it, and offers it as data. */
public final class Permalink {

    private static final int SHOWN_MILLIS = 4000;

    private final List<Anchor> exports;
    private final UndoRedo steps = new UndoRedo();
    private Experiment shown;
    private Consumer<Experiment> watcher = changed -> {};

    /**
     * @param data path of the same experiment as data, without its ending, as api/surface
     * @param endings of the files it is offered as, such as csv
     */
    public Permalink(String data, String... endings) {
        this.exports = Arrays.stream(endings).map(ending -> export(data, ending)).toList();
    }

    private static Anchor export(String data, String ending) {
        Anchor anchor = new Anchor("", ending.toUpperCase(Locale.ROOT));
        anchor.getElement().setAttribute("data-path", data + "." + ending);
        anchor.addClassName("export");
        anchor.setTarget("_blank");
        anchor.getElement().setAttribute("router-ignore", true);
        anchor.getElement().setAttribute("aria-label", "This experiment as " + anchor.getText());
        return anchor;
    }

    /**
     * Puts an experiment's link into the address bar, without a step in the browser's history: what was opened, or changed by
     * itself. One that is too long for a link leaves it as it is, and cannot be shared.
     */
    public void show(Experiment experiment) {
        show(experiment, steps::keep);
    }

    /** The same for what was changed by hand, as a step in the browser's history, so that it can be undone. */
    public void step(Experiment experiment) {
        boolean changed = !experiment.equals(shown);
        show(experiment, changed ? steps::push : steps::keep);
        if (changed) {
            watcher.accept(experiment);
        }
    }

    /** Has somebody told of each step. */
    public void watch(Consumer<Experiment> told) {
        watcher = told;
    }

    /** The experiment that was shown last. */
    public Optional<Experiment> shown() {
        return Optional.ofNullable(shown);
    }

    private void show(Experiment experiment, Consumer<String> bar) {
        shown = experiment;
        String query = experiment.query();
        Optional<Problem> tooLong = EncodedQuery.tooLong(query);
        exports.forEach(anchor -> anchor.setVisible(tooLong.isEmpty()));
        if (tooLong.isPresent()) {
            say(tooLong.get().sentence());
            return;
        }
        bar.accept(experiment.link());
        exports.forEach(anchor -> anchor.setHref(
                anchor.getElement().getAttribute("data-path") + "?" + query));
    }

    /** Buttons for the header: undo and redo, the data, others, and a button that copies the link. */
    public List<Component> actionsWith(Component... others) {
        Button share = new Button("Share", click -> shown()
                .flatMap(experiment -> EncodedQuery.tooLong(experiment.query()))
                .map(Problem::sentence)
                .ifPresentOrElse(Permalink::say, Permalink::copy));
        return Stream.of(Stream.of(steps), exports.stream(), Arrays.stream(others), Stream.of(share))
                .<Component>flatMap(each -> each)
                .toList();
    }

    /** The same data, for where the header has no room for it. */
    public Component numbers() {
        Div links = new Div();
        links.addClassName("python-actions");
        exports.stream().filter(Anchor::isVisible).forEach(own -> {
            Anchor link = new Anchor(own.getHref(), own.getText());
            link.setTarget("_blank");
            link.getElement().setAttribute("router-ignore", true);
            link.addClassName("button-link");
            links.add(link);
        });
        Paragraph says = new Paragraph(
                links.getComponentCount() == 0
                        ? "This experiment is too long for a link; a program sends it as the body of a POST."
                        : "All numbers of this experiment, with all digits. A program gets them by the same address.");
        Div all = new Div(says, links);
        all.addClassName("python-script");
        return all;
    }

    private static void copy() {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        // The clipboard is there on secure origins only; elsewhere the address bar has the link.
                        "return navigator.clipboard ? navigator.clipboard.writeText(location.href).then(() => true,"
                                + " () => false) : false")
                .then(Boolean.class, copied -> say(
                        copied ? "Link copied." : "The link is in the address bar: copy it from there."));
    }

    /** Where it covers no controls of a lab. */
    private static void say(String text) {
        Notification.show(text, SHOWN_MILLIS, Notification.Position.BOTTOM_END);
    }

    /** What of a link could not be read, as sentences; empty if all could. */
    public static String sentences(List<Problem> problems) {
        return problems.isEmpty()
                ? ""
                : problems.stream().map(Problem::sentence).collect(Collectors.joining(" "))
                        + " In its place stands what is usual: this is not all that the link says.";
    }
}
