package descentlab.notebook;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.controls.LearnerAccess;
import descentlab.controls.Permalink;
import descentlab.controls.RunOwner;
import descentlab.element.ExperimentKeeper;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Problem;
import descentlab.experiment.Titles;
import descentlab.progress.KeptExperiment;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.Notebook;
import descentlab.progress.NotebookFullException;
import descentlab.progress.Progress;
import descentlab.progress.Thumbnail;
import descentlab.progress.TooManyAttemptsException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps what a lab shows in its learner's notebook: by a button, under a name, and by itself once it has rested after a
 * change by hand. What comes by itself and differs in one parameter only from what came within a minute before takes its
 * place.
 */
@StyleSheet("descentlab/notebook.css")
public final class KeepButton extends Composite<Div> {

    private static final Duration VARIANT = Duration.ofMinutes(1);

    /** Makes such buttons. */
    @Component
    public static final class Maker {

        private final Notebook notebook;
        private final Progress progress;

        Maker(Notebook notebook, Progress progress) {
            this.notebook = notebook;
            this.progress = progress;
        }

        /** A button for the experiment that an address bar holds. */
        public KeepButton of(Permalink permalink) {
            return new KeepButton(notebook, progress, permalink);
        }
    }

    private final Notebook notebook;
    private final Progress progress;
    private final ExperimentKeeper keeper = new ExperimentKeeper();

    private KeepButton(Notebook notebook, Progress progress, Permalink permalink) {
        this.notebook = notebook;
        this.progress = progress;
        Button button = new Button("Keep", click -> permalink.shown().ifPresent(this::ask));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("aria-haspopup", "dialog");
        permalink.watch(changed -> keeper.changed());
        keeper.addRestListener(rest -> permalink.shown().ifPresent(
                experiment -> record(experiment, Thumbnail.of(rest.getThumbnail()))));
        getContent().addClassName("keep");
        getContent().add(button, keeper);
    }

    /** Nobody asked for it: what cannot be kept just now is not. */
    private void record(Experiment experiment, Thumbnail thumbnail) {
        if (!EncodedQuery.fits(experiment.query())) {
            return;
        }
        LearnerToken learner = LearnerAccess.current();
        Instant since = Instant.now().minus(VARIANT);
        try {
            progress.admit(learner, RunOwner.current().client());
            notebook.record(
                    learner,
                    experiment.page(),
                    experiment.query(),
                    thumbnail,
                    last -> last.kept().isAfter(since) && NotebookEntry.of(last).variantOf(experiment));
        } catch (TooManyAttemptsException | NotebookFullException | NotKeptException refused) {
            // whoever presses the button is told
        }
    }

    private void ask(Experiment experiment) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Keep this experiment");
        dialog.setWidth("min(460px, 100vw - 16px)");
        TextField name = new TextField("Name");
        name.setPlaceholder(Titles.of(experiment));
        name.setMaxLength(KeptExperiment.LONGEST_NAME);
        name.setWidthFull();
        name.setAutofocus(true);
        Span said = new Span();
        said.getElement().setAttribute("role", "status");
        said.addClassName("keep-said");
        Anchor all = new Anchor("notebook", "My experiments");
        Button close = new Button("Close", click -> dialog.close());
        Button keep = new Button("Keep");
        keep.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        keep.addClickListener(click -> keeper.thumbnail().then(
                String.class,
                picture -> said.setText(keep(experiment, name.getValue(), Thumbnail.of(picture))),
                failed -> said.setText(keep(experiment, name.getValue(), Thumbnail.NONE))));
        name.addKeyPressListener(Key.ENTER, press -> keep.click());
        Div row = new Div(all, said);
        row.addClassName("keep-row");
        dialog.add(name, row);
        dialog.getFooter().add(close, keep);
        dialog.open();
    }

    /** What is to be said of it. */
    private String keep(Experiment experiment, String name, Thumbnail thumbnail) {
        String tooLong = EncodedQuery.tooLong(experiment.query()).map(Problem::sentence).orElse("");
        if (!tooLong.isEmpty()) {
            return tooLong;
        }
        LearnerToken learner = LearnerAccess.current();
        try {
            progress.admit(learner, RunOwner.current().client());
            String named = notebook.keep(learner, experiment.page(), experiment.query(), name, thumbnail);
            return named.isEmpty() ? "Kept." : "Kept as “" + named + "”.";
        } catch (IllegalArgumentException | TooManyAttemptsException | NotebookFullException | NotKeptException refused) {
            return "Not kept. " + refused.getMessage();
        }
    }
}
