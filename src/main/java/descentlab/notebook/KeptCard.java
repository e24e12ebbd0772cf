package descentlab.notebook;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.experiment.Titles;
import descentlab.progress.KeptExperiment;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A kept experiment: its picture and name, which lead to it, and a note, kept as it is typed. */
final class KeptCard extends Composite<ListItem> {

    /** Of stillness before what was typed is kept. */
    private static final int PAUSE_MILLIS = 1000;

    /** What is done with a card; each may refuse with a sentence to be shown. */
    interface Deeds {

        /** Keeps another name; false if the experiment is gone. */
        boolean rename(NotebookEntry entry, String name);

        /** Keeps another note; false if the experiment is gone. */
        boolean note(NotebookEntry entry, String note);

        void delete(NotebookEntry entry);

        void select(NotebookEntry entry, boolean selected);
    }

    private final Span said = new Span();
    private final Anchor title;

    KeptCard(NotebookEntry entry, boolean selected, Deeds deeds) {
        KeptExperiment kept = entry.kept();
        title = new Anchor(kept.link(), entry.title());
        Span when = new Span(Titles.lab(kept.page()) + " · " + Ago.of(kept.kept(), Instant.now())
                + (kept.pinned() ? " · kept by hand" : ""));
        when.addClassNames("soft", "when");
        TextField name = new TextField("Name");
        name.setPlaceholder(entry.made());
        name.setValue(kept.name());
        name.setMaxLength(KeptExperiment.LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeTimeout(PAUSE_MILLIS);
        TextArea note = new TextArea("Note");
        note.setValue(kept.note());
        note.setMaxLength(KeptExperiment.LONGEST_NOTE);
        note.setMaxRows(6);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.setValueChangeTimeout(PAUSE_MILLIS);
        said.getElement().setAttribute("role", "status");
        said.addClassNames("soft", "kept-said");
        keep(name, () -> {
            boolean there = deeds.rename(entry, name.getValue());
            title.setText(name.getValue().isBlank() ? entry.made() : name.getValue().strip());
            return there;
        });
        keep(note, () -> deeds.note(entry, note.getValue()));
        Checkbox select = new Checkbox("Select", selected);
        select.setAriaLabel("Select " + entry.title());
        select.addValueChangeListener(change -> deeds.select(entry, change.getValue()));
        Button delete = new Button("Delete", click -> deeds.delete(entry));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel("Delete " + entry.title());
        Div row = new Div(select, said, delete);
        row.addClassName("kept-row");
        getContent().addClassNames("card", "kept");
        getContent().add(picture(kept), new H2(title), when, name, note, row);
    }

    private static Component picture(KeptExperiment kept) {
        Anchor picture = new Anchor(kept.link());
        picture.addClassName("kept-picture");
        // The title says where it leads.
        picture.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        if (kept.pictured()) {
            Image image = new Image("api/notebook/" + kept.id() + "?" + kept.kept().toEpochMilli(), "");
            image.getElement().setAttribute("loading", "lazy");
            picture.add(image);
        } else {
            picture.add(new Span(Titles.lab(kept.page())));
        }
        return picture;
    }

    private void keep(AbstractField<?, String> field, BooleanSupplier write) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                try {
                    said.setText(write.getAsBoolean() ? "Kept." : "Not kept: this was deleted elsewhere.");
                } catch (RefusedException refused) {
                    said.setText("Not kept yet. " + refused.getMessage());
                }
            }
        });
    }

    /** Something that could not be done; the message is for people. */
    static final class RefusedException extends RuntimeException {

        RefusedException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
